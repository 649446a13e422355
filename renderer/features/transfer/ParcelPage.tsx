import { Button } from "@mantine/core";
import { IconTruckDelivery } from "@tabler/icons-react";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import type { ParcelView } from "../../../preload/contract/transfer.ts";
import { addresses } from "../../app/addresses.ts";
import { Empty } from "../../app/states/Empty.tsx";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { PhotoStrip } from "../../components/photo/PhotoStrip.tsx";
import { Meaning, type MeaningName } from "../../components/text/Meaning.tsx";
import { OrderNumber } from "../../components/text/OrderNumber.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useOrderWords } from "../order/words.ts";
import { RecallDialog } from "./RecallDialog.tsx";
import { Sheet } from "./Sheet.tsx";
import classes from "./transfer.module.css";
import { useTransferWords } from "./words.ts";

/** One parcel: where it is, what is inside, how it left and how it arrived. */
export function ParcelPage() {
	const { parcelId = "" } = useParams();
	const { t } = useTransferWords();
	const { data, error, refetch } = useQueryCall(
		"transfer.parcel",
		{ what: { parcelId } },
		{ watch: ["job", "order", "item"], everyMs: 60_000 },
	);
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="page" count={4} />;
	if (!data.parcel) {
		return <Empty icon={IconTruckDelivery} title={t("arrive-unknown")} teach={t("arrive-unknown-teach")} />;
	}
	return <Parcel parcel={data.parcel} nowAt={data.nowAt} />;
}

const meanings: Record<ParcelView["state"], MeaningName> = {
	"under-way": "running",
	partly: "due-soon",
	accepted: "done",
	recalled: "paused",
	disputed: "blocked",
};

function Parcel({ parcel, nowAt }: { parcel: ParcelView; nowAt: string }) {
	const { t, named, numbers, since } = useTransferWords();
	const format = useFormat();
	const [recalling, setRecalling] = useState<ParcelView>();
	const sent = { when: format.when(parcel.sentAt, nowAt), who: parcel.sentBy.name };
	return (
		<div className={classes.parcel}>
			<section className={classes.parcelMain}>
				<header className={classes.parcelHead}>
					<h1>{t("route", { from: named(parcel.from), to: named(parcel.to) })}</h1>
					<p>
						<Meaning meaning={parcel.late ? "overdue" : meanings[parcel.state]}>
							{parcel.late ? t("late") : t(`state-${parcel.state}`)}
						</Meaning>
						{parcel.open.length > 0 && <span>{since(parcel.sentAt, nowAt)}</span>}
						<span>{numbers(parcel)}</span>
						<span>{parcel.sentBy.name ? t("sent-by", sent) : t("sent-at", sent)}</span>
					</p>
					{parcel.note && <p className={classes.note}>{parcel.note}</p>}
				</header>
				{parcel.state === "disputed" && (
					<p className={classes.dispute} role="alert">
						{t("disputed")}
					</p>
				)}
				<Inside parcel={parcel} nowAt={nowAt} />
				{parcel.photos.length > 0 && (
					<section>
						<h2>{t("packing-photos")}</h2>
						<PhotoStrip photos={parcel.photos.map((handle) => ({ handle }))} />
					</section>
				)}
				{parcel.direction === "sent" && parcel.open.length > 0 && parcel.state !== "disputed" && (
					<div>
						<Button variant="default" onClick={() => setRecalling(parcel)}>
							{t("recall-title")}
						</Button>
					</div>
				)}
				{parcel.direction === "coming" && parcel.open.length > 0 && <p className={classes.next}>{t("scan-hint")}</p>}
			</section>
			{parcel.canPrint && <Sheet parcelId={parcel.parcelId} />}
			<RecallDialog parcel={recalling} onClose={() => setRecalling(undefined)} />
		</div>
	);
}

function Inside({ parcel, nowAt }: { parcel: ParcelView; nowAt: string }) {
	const { t } = useTransferWords();
	const format = useFormat();
	const words = useOrderWords();
	const navigate = useNavigate();
	return (
		<section className={classes.part}>
			<h2>{t("inside")}</h2>
			<ul>
				{parcel.jobs.map((job) => (
					<li key={job.jobId} className={classes.inside}>
						<button type="button" onClick={() => void navigate(addresses.job(job.jobId))}>
							<OrderNumber value={job.number} job={job.ordinal} size="sm" /> {words.item(job.item)}
						</button>
						<span>{t("pieces-n", { numbers: job.pieces.map(({ no }) => String(no).padStart(2, "0")).join(" ") })}</span>
						<span>{words.own("stage", job.stage)}</span>
						<span className={classes.quiet}>{t("promised", { when: format.when(job.promisedAt, nowAt) })}</span>
						{parcel.ends
							.filter(({ jobId }) => jobId === job.jobId)
							.map((end) => (
								<End key={`${end.how} ${end.at}`} end={end} nowAt={nowAt} />
							))}
					</li>
				))}
			</ul>
		</section>
	);
}

function End({ end, nowAt }: { end: ParcelView["ends"][number]; nowAt: string }) {
	const { t, own } = useTransferWords();
	const format = useFormat();
	const when = format.when(end.at, nowAt);
	return (
		<div className={classes.end}>
			<Meaning meaning={end.how === "accepted" ? "done" : "paused"} look="plain" size="sm">
				{end.how === "accepted"
					? t("end-accepted", { when })
					: t("end-recalled", { when, reason: own("reason", end.reason ?? "") })}
			</Meaning>
			{end.by.name && <span>{end.by.name}</span>}
			{end.sealWhole !== null && (
				<Meaning meaning={end.sealWhole ? "done" : "overdue"} look="plain" size="sm">
					{t(end.sealWhole ? "seal-whole" : "seal-broken")}
				</Meaning>
			)}
			{end.missing.length > 0 && (
				<Meaning meaning="overdue" look="plain" size="sm">
					{t("missing-n", { numbers: end.missing.map((no) => String(no).padStart(2, "0")).join(" ") })}
				</Meaning>
			)}
			{end.note && <span className={classes.note}>{end.note}</span>}
			{end.photos.length > 0 && <PhotoStrip size="sm" photos={end.photos.map((handle) => ({ handle }))} />}
		</div>
	);
}
