import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { needsWaybill } from "../../../../domain/job/move/carriers.ts";
import { addresses } from "../../../app/addresses.ts";
import { type CallOutput, call } from "../../../app/client.ts";
import { useKeys } from "../../../app/keys/keys.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { Loading } from "../../../app/states/Loading.tsx";
import { useCommand, useQueryCall } from "../../../app/use-calls.ts";
import { say } from "../../../components/act/undo.tsx";
import { PhotoCapture } from "../../../components/photo/PhotoCapture.tsx";
import { PhotoStrip } from "../../../components/photo/PhotoStrip.tsx";
import { OrderNumber } from "../../../components/text/OrderNumber.tsx";
import { Off } from "../Off.tsx";
import classes from "../transfer.module.css";
import { useTransferWords } from "../words.ts";
import { Items } from "./Items.tsx";
import { Numbers } from "./Numbers.tsx";
import { type SendForm, useSendScans } from "./use-send-scans.ts";
import { Workshops } from "./Workshops.tsx";

export type Choices = CallOutput<"transfer.choices">;

/** Jobs of one order leave for another workshop: what, where to, by whom, sealed how, seen how. */
export function SendPage() {
	const { orderId = "" } = useParams();
	const { data, error, refetch } = useQueryCall("transfer.choices", { orderId }, { watch: ["job", "order", "item"] });
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="page" count={4} />;
	if (data.connected && data.jobs.some(({ hindrance }) => hindrance === null)) {
		return <Send key={orderId} choices={data} />;
	}
	return <NothingToSend choices={data} />;
}

/** Before this PC belongs to an archive, or when all of the order is away, gone or at work: why, instead of a form. */
function NothingToSend({ choices }: { choices: Choices }) {
	return (
		<div className={classes.page}>
			<Title number={choices.number} />
			{choices.connected ? <Items choices={choices} chosen={[]} onChange={() => undefined} /> : <Off />}
		</div>
	);
}

function Title({ number }: { number: string }) {
	const { t } = useTransferWords();
	return (
		<header className={classes.head}>
			<h1>
				{t("send-title")} <OrderNumber value={number} />
			</h1>
		</header>
	);
}

function firstForm(choices: Choices, wanted: readonly string[]): SendForm {
	const open = choices.jobs.filter(({ hindrance }) => hindrance === null).map(({ jobId }) => jobId);
	const named = open.filter((id) => wanted.includes(id));
	return {
		jobs: named.length > 0 ? named : open,
		to: undefined,
		carrier: "sf",
		waybill: "",
		seal: "",
		next: "waybill",
		note: "",
		photos: [],
	};
}

function Send({ choices }: { choices: Choices }) {
	const { t } = useTransferWords();
	const navigate = useNavigate();
	const [query] = useSearchParams();
	const [form, setForm] = useState(() => firstForm(choices, query.get("jobs")?.split(",") ?? []));
	const dispatch = useCommand("transfer.dispatch");
	const { orderId, number } = choices;
	const change = (more: Partial<SendForm>) => setForm((now) => ({ ...now, ...more }));
	useSendScans({ choices, form, change });
	const chosen = choices.jobs.filter(({ jobId, hindrance }) => hindrance === null && form.jobs.includes(jobId));
	const { to } = form;
	const missing =
		chosen.length === 0
			? "missing-job"
			: !to
				? "missing-to"
				: needsWaybill(form.carrier) && form.waybill === ""
					? "missing-waybill"
					: undefined;
	const send = () => {
		if (missing || !to) return;
		const { carrier, waybill, seal, note, photos } = form;
		const jobs = chosen.map(({ jobId, version }) => ({ jobId, version }));
		dispatch.mutate(
			{ orderId, jobs, to: to.id, carrier, waybill: needsWaybill(carrier) ? waybill : "", seal, note, photos },
			{
				onSuccess: ({ parcelId }) => {
					say(t("dispatched"));
					void navigate(addresses.parcel(parcelId), { replace: true });
				},
			},
		);
	};
	useKeys([{ key: "F9", label: t("dispatch"), run: send, bar: true, disabled: missing !== undefined }]);
	return (
		<div className={classes.form}>
			<Title number={number} />
			<div className={classes.columns}>
				<div className={classes.column}>
					<Items choices={choices} chosen={form.jobs} onChange={(jobs) => change({ jobs })} />
					<Workshops known={choices.workshops} to={to} onChoose={(workshop) => change({ to: workshop })} />
					<Numbers form={form} change={change} />
					<Textarea
						label={t("note")}
						autosize
						minRows={2}
						maxLength={500}
						value={form.note}
						onChange={(event) => change({ note: event.currentTarget.value })}
					/>
				</div>
				<div className={classes.column}>
					<section className={classes.box}>
						<h2>{t("photos")}</h2>
						<p className={classes.quiet}>{t("photos-why")}</p>
						<PhotoCapture
							what={t("photo-what")}
							getTicket={async () => (await call("transfer.photo", { orderId, role: "packing" })).ticket}
							onStored={(handle, insteadOf) =>
								setForm((now) => ({
									...now,
									photos: [...now.photos.filter((each) => each !== insteadOf?.handle), handle],
								}))
							}
						/>
						{form.photos.length > 0 && (
							<PhotoStrip
								size="sm"
								photos={form.photos.map((handle) => ({ handle }))}
								onRemove={({ handle }) => change({ photos: form.photos.filter((each) => each !== handle) })}
							/>
						)}
					</section>
				</div>
			</div>
			<footer className={classes.foot}>
				{dispatch.error && <Failed inline error={dispatch.error} />}
				{missing && <span className={classes.quiet}>{t(missing)}</span>}
				<Button
					size="md"
					disabled={missing !== undefined}
					loading={dispatch.isPending}
					rightSection={<kbd className={classes.kbd}>F9</kbd>}
					onClick={send}
				>
					{t("dispatch-n", { count: chosen.length })}
				</Button>
			</footer>
		</div>
	);
}
