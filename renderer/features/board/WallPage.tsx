import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { useKeys } from "../../app/keys/keys.ts";
import { useQueryCall } from "../../app/use-calls.ts";
import { ClockChip } from "../../components/text/ClockChip.tsx";
import { OrderNumber } from "../../components/text/OrderNumber.tsx";
import { useTexts } from "../../i18n/language.ts";
import { boardTexts } from "../../i18n/texts/board.ts";
import classes from "./board.module.css";
import { useItemName } from "./use-item-name.ts";

const views = ["repair", "hand-over", "quote", "inspection"] as const;
const turnMs = 12_000;
const most = 9;

/** Large, without input, turning through the stages: what hangs on the workshop's wall. No customers on it. */
export function WallPage() {
	const t = useTexts(boardTexts);
	const navigate = useNavigate();
	const nameOf = useItemName();
	const [turn, setTurn] = useState(0);
	useEffect(() => {
		const timer = setInterval(() => setTurn((n) => n + 1), turnMs);
		return () => clearInterval(timer);
	}, []);
	useKeys([{ key: "Escape", label: t("leave-wall"), run: () => void navigate("/board") }]);
	const stage = views[turn % views.length] ?? "repair";
	const { data } = useQueryCall(
		"board.read",
		{ stages: [stage] },
		{ watch: ["job"], everyMs: 60_000, keepPrevious: true },
	);
	// Nobody in this room can do anything about what is away.
	const rows = data?.rows.filter(({ where }) => where === null) ?? [];
	return (
		<main className={classes.wall}>
			<h1>
				{t(`stage_${stage}`)} · {t("due", { count: String(rows.length) })}
			</h1>
			<div className={classes.wallRows}>
				{rows.slice(0, most).map((row) => (
					<div key={row.jobId} className={classes.wallRow}>
						<OrderNumber value={row.number} job={row.ordinal} size="lg" short />
						<span className={classes.what}>{nameOf(row.item)}</span>
						<span>{row.assignee?.name ?? row.shelf ?? ""}</span>
						<span>{row.clock && <ClockChip dueAt={row.clock.dueAt} state={row.clock.state} size="lg" />}</span>
					</div>
				))}
				{rows.length === 0 && <p>{t("column-empty")}</p>}
			</div>
		</main>
	);
}
