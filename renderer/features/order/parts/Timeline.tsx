import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { TimelineEntry } from "../../../../preload/contract/timeline.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { Loading } from "../../../app/states/Loading.tsx";
import { useQueryCall } from "../../../app/use-calls.ts";
import { PhotoStrip } from "../../../components/photo/PhotoStrip.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { orderTexts } from "../../../i18n/texts/order.ts";
import classes from "../order.module.css";
import { useTimelineSentence } from "../timeline-sentence.ts";
import { useOrderWords } from "../words.ts";

const filters = ["all", "money", "work", "said"] as const;
type Filter = (typeof filters)[number];

const money = new Set(["order.paid", "order.refunded", "job.quoted", "job.quote_answered"]);
const said = new Set(["order.signed", "order.noted", "job.quote_answered", "job.followed_up", "subject.viewed"]);

function passes(entry: TimelineEntry, filter: Filter): boolean {
	if (filter === "money") return money.has(entry.type);
	if (filter === "said") return said.has(entry.type) || entry.words !== null;
	return filter === "all" || entry.type.startsWith("job.");
}

/** Everything that ever happened to the order and what belongs to it, newest first. Nothing here can be changed. */
export function Timeline({ orderId, nowAt }: { orderId: string; nowAt: string }) {
	const t = useTexts(orderTexts);
	const [filter, setFilter] = useState<Filter>("all");
	const watch = ["order", "job", "item", "subject"];
	const { data, error, refetch } = useQueryCall("order.timeline", { orderId }, { watch });
	return (
		<section aria-label={t("timeline")}>
			<div className={classes.timelineHead}>
				<h2 className={classes.sectionTitle}>{t("timeline")}</h2>
				<SegmentedControl
					size="xs"
					aria-label={t("timeline")}
					value={filter}
					onChange={(value) => setFilter(filters.find((f) => f === value) ?? "all")}
					data={filters.map((value) => ({ value, label: t(`filter-${value}`) }))}
				/>
			</div>
			{error && <Failed inline error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Loading count={6} />}
			<ol className={classes.timeline}>
				{data?.entries
					.filter((entry) => passes(entry, filter))
					.map((entry) => (
						<Line key={entry.id} entry={entry} nowAt={nowAt} />
					))}
			</ol>
		</section>
	);
}

function Line({ entry, nowAt }: { entry: TimelineEntry; nowAt: string }) {
	const t = useTexts(orderTexts);
	const format = useFormat();
	const tell = useTimelineSentence(useOrderWords(), format);
	const reason = tell.reason(entry);
	return (
		<li data-kind={entry.type.slice(0, entry.type.indexOf("."))}>
			<time dateTime={entry.at} title={format.dateTime(entry.at)}>
				{format.when(entry.at, nowAt)}
			</time>
			<div>
				<p>
					{entry.job && <small className={classes.jobMark}>{t("job-mark", { no: entry.job.ordinal })}</small>}
					{tell.line(entry)}
					{reason && <span className={classes.quiet}> · {reason}</span>}
				</p>
				{tell.changes(entry).map((change) => (
					<p key={change} className={classes.change}>
						{change}
					</p>
				))}
				{entry.words && <blockquote>{entry.words}</blockquote>}
				{entry.sealed && <p className={classes.quiet}>{t("sealed")}</p>}
				{entry.photos.length > 0 && <PhotoStrip size="sm" photos={entry.photos.map((handle) => ({ handle }))} />}
			</div>
			<span className={classes.who}>
				{tell.who(entry)}
				{entry.approver && <small>{t("approved", { name: entry.approver.name })}</small>}
			</span>
		</li>
	);
}
