import { Button } from "@mantine/core";
import { IconTruckDelivery } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useNavigate } from "react-router";
import type { ParcelView } from "../../../preload/contract/transfer.ts";
import { addresses } from "../../app/addresses.ts";
import type { CallOutput } from "../../app/client.ts";
import { Empty } from "../../app/states/Empty.tsx";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { ScanTarget } from "../../components/input/ScanTarget.tsx";
import { Meaning } from "../../components/text/Meaning.tsx";
import { OrderNumber } from "../../components/text/OrderNumber.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useOrderWords } from "../order/words.ts";
import { Off } from "./Off.tsx";
import { RecallDialog } from "./RecallDialog.tsx";
import classes from "./transfer.module.css";
import { useTransferWords } from "./words.ts";

type Lists = CallOutput<"transfer.list">;

/** What is coming, what was sent, what other workshops have of ours. */
export function TransfersPage() {
	const { t } = useTransferWords();
	const { data, error, refetch } = useQueryCall(
		"transfer.list",
		{},
		{ watch: ["job", "order", "item"], everyMs: 60_000 },
	);
	const [recalling, setRecalling] = useState<ParcelView>();
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="page" count={4} />;
	const { coming, sent, away } = data;
	const nothing = coming.length + sent.length + away.length === 0;
	return (
		<div className={classes.page}>
			<header className={classes.head}>
				<h1>{t("title")}</h1>
				<p>{t("why")}</p>
			</header>
			{data.connected ? <ScanTarget look="slim" title={t("arrive-title")} hint={t("scan-hint")} /> : <Off />}
			{nothing ? (
				data.connected && <Empty icon={IconTruckDelivery} title={t("none-title")} teach={t("none-teach")} />
			) : (
				<>
					<Part title={t("coming")} count={coming.length} none={t("none-coming")}>
						{coming.map((parcel) => (
							<ParcelRow key={parcel.parcelId} parcel={parcel} nowAt={data.nowAt} />
						))}
					</Part>
					<Part title={t("sent")} count={sent.length} none={t("none-sent")}>
						{sent.map((parcel) => (
							<ParcelRow
								key={parcel.parcelId}
								parcel={parcel}
								nowAt={data.nowAt}
								onRecall={() => setRecalling(parcel)}
							/>
						))}
					</Part>
					{away.length > 0 && (
						<Part title={t("away")} count={away.length} none="">
							{away.map((job) => (
								<AwayRow key={job.jobId} job={job} nowAt={data.nowAt} />
							))}
						</Part>
					)}
				</>
			)}
			<RecallDialog parcel={recalling} onClose={() => setRecalling(undefined)} />
		</div>
	);
}

type PartProps = { title: string; count: number; none: string; children: ReactNode };

function Part({ title, count, none, children }: PartProps) {
	return (
		<section className={classes.part} aria-label={title}>
			<h2>
				{title} <span>{count}</span>
			</h2>
			{count === 0 ? <p className={classes.quiet}>{none}</p> : <ul>{children}</ul>}
		</section>
	);
}

type RowProps = { parcel: ParcelView; nowAt: string; onRecall?: () => void };

function ParcelRow({ parcel, nowAt, onRecall }: RowProps) {
	const { t, named, since, numbers } = useTransferWords();
	const words = useOrderWords();
	const format = useFormat();
	const navigate = useNavigate();
	const other = parcel.direction === "coming" ? parcel.from : parcel.to;
	const [first] = parcel.jobs;
	const promised = parcel.jobs.map((job) => job.promisedAt).sort()[0];
	return (
		<li className={classes.row} data-late={parcel.late || undefined}>
			<div className={classes.rowMain}>
				<strong>{named(other)}</strong>
				<span>{numbers(parcel)}</span>
			</div>
			<div className={classes.rowMain}>
				<span>
					{first && <OrderNumber value={first.number} size="sm" />}
					{parcel.jobs.map((job) => ` ${words.item(job.item)}`).join(" ·")}
				</span>
				{promised && <span className={classes.quiet}>{t("promised", { when: format.when(promised, nowAt) })}</span>}
			</div>
			<div className={classes.rowState}>
				{parcel.state === "disputed" ? (
					<Meaning meaning="blocked">{t("state-disputed")}</Meaning>
				) : parcel.late ? (
					<Meaning meaning="overdue">{t("late")}</Meaning>
				) : (
					<Meaning meaning="running">{t(parcel.state === "partly" ? "state-partly" : "state-under-way")}</Meaning>
				)}
				<small>{since(parcel.sentAt, nowAt)}</small>
			</div>
			<div className={classes.rowActs}>
				{onRecall && (
					<Button variant="subtle" color="gray" onClick={onRecall}>
						{t("recall")}
					</Button>
				)}
				<Button variant="default" onClick={() => void navigate(addresses.parcel(parcel.parcelId))}>
					{t("open")}
				</Button>
			</div>
		</li>
	);
}

function AwayRow({ job, nowAt }: { job: Lists["away"][number]; nowAt: string }) {
	const { t, named } = useTransferWords();
	const words = useOrderWords();
	const format = useFormat();
	const navigate = useNavigate();
	return (
		<li className={classes.row}>
			<div className={classes.rowMain}>
				<strong>{named(job.at)}</strong>
				<span>{words.own("stage", job.stage)}</span>
			</div>
			<div className={classes.rowMain}>
				<span>
					<OrderNumber value={job.number} job={job.ordinal} size="sm" /> {words.item(job.item)}
				</span>
				<span className={classes.quiet}>{t("promised", { when: format.when(job.promisedAt, nowAt) })}</span>
			</div>
			<div className={classes.rowState}>
				<Meaning meaning="paused">{t("at-since", { workshop: named(job.at) })}</Meaning>
			</div>
			<div className={classes.rowActs}>
				<Button variant="default" onClick={() => void navigate(addresses.job(job.jobId))}>
					{t("open")}
				</Button>
			</div>
		</li>
	);
}
