import { IconPlayerPause, IconTool } from "@tabler/icons-react";
import { Link } from "react-router";
import type { BenchRow } from "../../../../preload/contract/bench.ts";
import { useQueryCall } from "../../../app/use-calls.ts";
import { Photo } from "../../../components/photo/PhotoStrip.tsx";
import { OrderNumber } from "../../../components/text/OrderNumber.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { benchTexts } from "../../../i18n/texts/bench.ts";
import { CureRing } from "../CureRing.tsx";
import { useItemText } from "../words.ts";
import classes from "./desk.module.css";

const most = 7;

/** Left edge: the other jobs in my hands, those that cure with their rings, the one ready first on top. */
export function HandStrip({ jobId }: { jobId: string }) {
	const t = useTexts(benchTexts);
	const itemText = useItemText();
	const { data } = useQueryCall("bench.queue", {}, { everyMs: 60_000 });
	const mine = (data?.rows ?? []).filter((row) => row.whose === "mine");
	const sorted = [...mine].sort((a, b) => readyAt(a).localeCompare(readyAt(b)));
	return (
		<nav className={classes.hands} aria-label={t("side-list")}>
			<h3>{t("side-list")}</h3>
			<ul>
				{sorted.slice(0, most).map((row) => (
					<li key={row.card.jobId}>
						<Link
							to={`/bench/${row.card.jobId}`}
							replace
							title={itemText(row.card.item)}
							aria-current={row.card.jobId === jobId ? "page" : undefined}
						>
							<HandMark row={row} />
							<OrderNumber value={row.card.orderNumber} job={row.card.ordinal} short size="sm" />
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}

/** What cures comes first, by the end of its cure; the rest in the order of the queue. */
function readyAt(row: BenchRow): string {
	return row.curing ? `0${row.curing.untilAt}` : "1";
}

function HandMark({ row }: { row: BenchRow }) {
	if (row.curing) return <CureRing {...row.curing} size={2.75} />;
	return (
		<span className={classes.handMark}>
			{row.card.photo ? (
				<Photo handle={row.card.photo} label="" />
			) : row.current?.state === "paused" ? (
				<IconPlayerPause size={22} stroke={1.7} aria-hidden />
			) : (
				<IconTool size={22} stroke={1.7} aria-hidden />
			)}
		</span>
	);
}
