import { Button } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import type { HandoverView } from "../../../preload/contract/handover.ts";
import { addresses } from "../../app/addresses.ts";
import { mediaUrl } from "../../app/client.ts";
import { useKeys } from "../../app/keys/keys.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { PaperActions } from "../../components/paper/PaperActions.tsx";
import { PdfPreview } from "../../components/paper/PdfPreview.tsx";
import { PrintTrail } from "../../components/paper/PrintTrail.tsx";
import { printPaper } from "../../components/paper/print.ts";
import { OrderNumber } from "../../components/text/OrderNumber.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { handoverTexts } from "../../i18n/texts/handover.ts";
import { orderTexts } from "../../i18n/texts/order.ts";
import { usePapers } from "../order/parts/use-papers.ts";
import { useOrderWords } from "../order/words.ts";
import classes from "./handover.module.css";
import type { Completed } from "./use-complete.ts";

/** It is done: what follows from it, and the receipt, made at once. */
export function Done({ view, done }: { view: HandoverView; done: Completed }) {
	const t = useTexts(handoverTexts);
	const order = useTexts(orderTexts);
	const format = useFormat();
	const words = useOrderWords();
	const navigate = useNavigate();
	const papers = usePapers(view.orderId);
	const asked = useRef(false);
	const { handoverId } = done;
	useEffect(() => {
		if (asked.current) return;
		asked.current = true;
		papers.make({ paper: "receipt", handoverId });
	}, [papers, handoverId]);
	const made = papers.made;
	const print = () => {
		if (made) void printPaper(mediaUrl(made.handle));
		else papers.make({ paper: "receipt", handoverId });
	};
	const next = () => void navigate(addresses.handOver(), { replace: true });
	useKeys([
		{ key: "F4", label: t("print-receipt"), run: print, bar: true, disabled: papers.busy !== undefined },
		{ key: "F8", label: t("next-customer"), run: next, bar: true },
	]);
	const gone = view.jobs.filter((job) => done.jobs.some((j) => j.jobId === job.jobId && j.stage !== "hand-over"));
	const warranties = new Set(
		gone
			.flatMap((job) => job.warranty)
			.map((w) => t("done-warranty", { work: words.name(w.name), day: format.date(w.untilOn) })),
	);
	return (
		<div className={classes.done}>
			<section>
				<IconCircleCheck size={56} stroke={1.5} className={classes.doneMark} aria-hidden />
				<h1 role="status">{t(done.partial ? "done-partial" : "done")}</h1>
				<OrderNumber value={view.number} size="lg" />
				<ul>
					{done.partial && <li>{t("done-rest")}</li>}
					{[...warranties].map((line) => (
						<li key={line}>{line}</li>
					))}
					<li>{done.followUpAt ? t("done-follow", { day: format.dateTime(done.followUpAt) }) : t("done-no-follow")}</li>
					{done.money.creditFen > 0 && <li>{t("credit", { amount: format.money(done.money.creditFen) })}</li>}
				</ul>
				<div className={classes.doneActs}>
					{made && <PaperActions handle={made.handle} fileName={made.fileName} />}
					{!made && papers.sentTo !== undefined && (
						<Button variant="default" onClick={() => papers.show({ paper: "receipt", handoverId })}>
							{order("show-paper")}
						</Button>
					)}
					<Button variant="light" rightSection={<kbd className={classes.kbd}>F8</kbd>} onClick={next}>
						{t("next-customer")}
					</Button>
					<Button variant="default" onClick={() => void navigate(addresses.order(view.orderId))}>
						{t("to-order")}
					</Button>
				</div>
				{papers.sentTo !== undefined && <PrintTrail orderId={view.orderId} />}
				{papers.error !== undefined && (
					<Failed inline error={papers.error} onRetry={() => papers.make({ paper: "receipt", handoverId })} />
				)}
			</section>
			<div className={classes.receipt}>
				{made && <PdfPreview url={mediaUrl(made.handle)} label={t("print-receipt")} width={460} />}
			</div>
		</div>
	);
}
