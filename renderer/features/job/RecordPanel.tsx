import { Link } from "react-router";
import type { JobPage } from "../../../preload/contract/job.ts";
import { addresses } from "../../app/addresses.ts";
import { Empty } from "../../app/states/Empty.tsx";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { PhotoStrip } from "../../components/photo/PhotoStrip.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { jobTexts } from "../../i18n/texts/job.ts";
import { transferTexts } from "../../i18n/texts/transfer.ts";
import classes from "./job.module.css";
import { useSentence } from "./record-sentence.ts";
import type { Names } from "./use-names.ts";

/** Everything that happened to this job, newest first. Nothing here can be changed. */
export function RecordPanel({ page, names }: { page: JobPage; names: Names }) {
	const t = useTexts(jobTexts);
	const format = useFormat();
	const sentence = useSentence(names);
	const { jobId } = page;
	const { data, error, refetch } = useQueryCall("job.record", { jobId }, { watch: [`job:${jobId}`] });
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="rows" />;
	if (data.entries.length === 0) return <Empty title={t("record-empty")} teach={t("record-empty-teach")} />;
	return (
		<>
			{page.moves.length > 0 && <Moves page={page} />}
			<ol className={classes.record} aria-label={t("record")}>
				{data.entries.map((entry) => (
					<li key={entry.id}>
						<time dateTime={entry.at} title={format.dateTime(entry.at)}>
							{format.when(entry.at, page.nowAt)}
						</time>
						<span className={classes.recordWho}>{entry.by.name}</span>
						<div>
							<span>{sentence(entry)}</span>
							{entry.words && <q>{entry.words}</q>}
							{entry.photos.length > 0 && <PhotoStrip size="sm" photos={entry.photos.map((handle) => ({ handle }))} />}
						</div>
					</li>
				))}
			</ol>
		</>
	);
}

/** Its ways between workshops, each with its parcel. */
function Moves({ page }: { page: JobPage }) {
	const t = useTexts(transferTexts);
	const format = useFormat();
	return (
		<nav className={classes.moves} aria-label={t("moves-title")}>
			{page.moves.map(({ parcelId, from, to, sentAt }) => (
				<Link key={parcelId} to={addresses.parcel(parcelId)}>
					{format.when(sentAt, page.nowAt)}{" "}
					{t("route", { from: from.name || t("unnamed"), to: to.name || t("unnamed") })}
				</Link>
			))}
		</nav>
	);
}
