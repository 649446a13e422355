/** A drop-off received: the number, the slip to look at and print, the labels on their way, and the next customer. */
import { Button, Group } from "@mantine/core";
import { IconArrowRight, IconCircleCheck, IconPrinter, IconTag } from "@tabler/icons-react";
import { useState } from "react";
import { Navigate, useLocation, useNavigate, useParams } from "react-router";
import { addresses } from "../../app/addresses.ts";
import { call, mediaUrl } from "../../app/client.ts";
import { AppFailure } from "../../app/failure.ts";
import { useKeys } from "../../app/keys/keys.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { PaperActions } from "../../components/paper/PaperActions.tsx";
import { PdfPreview } from "../../components/paper/PdfPreview.tsx";
import { PrintTrail } from "../../components/paper/PrintTrail.tsx";
import { OrderNumber } from "../../components/text/OrderNumber.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { counterTexts } from "../../i18n/texts/counter.ts";
import { frameTexts } from "../../i18n/texts/frame.ts";
import { rollTexts } from "../../i18n/texts/slip-roll.ts";
import classes from "./counter.module.css";
import { type Finished, printLabels, printSlip } from "./use-finish.ts";

export function DonePage() {
	const { orderId = "" } = useParams();
	const state = useLocation().state as Finished | null;
	return state ? <Done finished={state} /> : <Navigate to={addresses.order(orderId)} replace />;
}

function Done({ finished }: { finished: Finished }) {
	const t = useTexts(rollTexts);
	const counter = useTexts(counterTexts);
	const frame = useTexts(frameTexts);
	const format = useFormat();
	const navigate = useNavigate();
	const { received } = finished;
	const { orderId } = received;
	const [slip, setSlip] = useState(finished.slip);
	const [labels, setLabels] = useState(finished.labels);
	const [bench, setBench] = useState(false);
	const next = () => void navigate(addresses.intake(), { replace: true });
	const show = async (paper: "slip" | "bench-slip") => {
		setBench(paper === "bench-slip");
		setSlip(
			await call("print.paper", { orderId, paper }).then(
				(value) => ({ ok: true as const, value }),
				(thrown: unknown) => {
					if (thrown instanceof AppFailure) return { ok: false as const, error: thrown.error };
					throw thrown;
				},
			),
		);
	};
	useKeys([{ key: "F4", label: frame("print"), run: () => void printLabels(orderId).then(setLabels), bar: true }]);
	return (
		<div className={classes.done}>
			<section className={classes.doneFacts}>
				<IconCircleCheck className={classes.doneMark} size={44} stroke={1.6} aria-hidden />
				<h1>{t("done-title")}</h1>
				<p className={classes.doneNumber}>
					<OrderNumber value={received.number} size="lg" />
				</p>
				<p>{t("done-promise", { day: format.dateTime(received.promisedAt) })}</p>
				{received.repeated && <p className={classes.dim}>{t("done-again")}</p>}
				{labels.ok ? (
					<p className={classes.doneLabels}>
						<IconTag size={20} stroke={1.7} aria-hidden />
						{t("done-labels", { count: labels.value.queued, printer: labels.value.printer })}
					</p>
				) : (
					<Failed
						inline
						error={new AppFailure(labels.error)}
						onRetry={() => void printLabels(orderId).then(setLabels)}
					/>
				)}
				<Group gap="xs">
					<Button size="md" data-autofocus autoFocus rightSection={<IconArrowRight size={18} />} onClick={next}>
						{t("done-next")}
					</Button>
					<Button size="md" variant="default" onClick={() => void navigate(addresses.order(orderId))}>
						{t("done-open")}
					</Button>
					<Button size="md" variant="subtle" onClick={() => void navigate(addresses.counter)}>
						{counter("title")}
					</Button>
				</Group>
			</section>
			<section className={classes.donePaper} aria-label={t("done-slip")}>
				{slip === undefined ? (
					<>
						<p className={classes.doneLabels}>
							<IconPrinter size={20} stroke={1.7} aria-hidden />
							{t("done-sent", { printer: finished.sentTo ?? "" })}
						</p>
						<PrintTrail orderId={orderId} />
						<Group gap="xs">
							<Button variant="default" onClick={() => void show("slip")}>
								{t("done-show")}
							</Button>
							<Button variant="subtle" onClick={() => void show("bench-slip")}>
								{t("done-bench")}
							</Button>
						</Group>
					</>
				) : slip.ok ? (
					<>
						<Group justify="space-between">
							<PaperActions handle={slip.value.handle} fileName={slip.value.fileName} />
							<Button variant="subtle" onClick={() => void show(bench ? "slip" : "bench-slip")}>
								{bench ? t("done-customer") : t("done-bench")}
							</Button>
						</Group>
						<div className={classes.donePreview}>
							<PdfPreview url={mediaUrl(slip.value.handle)} label={t("done-slip")} />
						</div>
					</>
				) : (
					<Failed error={new AppFailure(slip.error)} onRetry={() => void printSlip(orderId).then(setSlip)} />
				)}
			</section>
		</div>
	);
}
