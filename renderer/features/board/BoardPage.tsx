import { Button, SegmentedControl } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMemo, useState } from "react";
import { useNavigate } from "react-router";
import { openStages } from "../../../domain/job/stage.ts";
import type { JobRow } from "../../../preload/contract/board.ts";
import { addresses } from "../../app/addresses.ts";
import { call } from "../../app/client.ts";
import { useKeys } from "../../app/keys/keys.ts";
import { Empty } from "../../app/states/Empty.tsx";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { useMay } from "../../app/workstation.ts";
import { useTexts } from "../../i18n/language.ts";
import { boardTexts } from "../../i18n/texts/board.ts";
import { BoardTable } from "./BoardTable.tsx";
import classes from "./board.module.css";
import { JobCard } from "./JobCard.tsx";

type View = "columns" | "table";
type Filter = "all" | "overdue" | "soon";

/** Everything in our hands by stage, the most urgent first. */
export function BoardPage() {
	const t = useTexts(boardTexts);
	const navigate = useNavigate();
	const [view, setView] = useState<View>("columns");
	const [filter, setFilter] = useState<Filter>("all");
	const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
	const board = useQueryCall("board.read", {}, { watch: ["job", "order", "item", "person", "store"], everyMs: 60_000 });
	const mayReceive = useMay("clerk");
	const rows = board.data?.rows ?? [];
	const overdue = rows.filter((r) => r.clock?.state === "overdue");
	const soon = rows.filter((r) => r.clock?.state === "due-soon");
	const shown = filter === "overdue" ? overdue : filter === "soon" ? soon : rows;
	const open = (row: JobRow) => void navigate(`/job/${row.jobId}`);

	const printSelected = async () => {
		const byOrder = Map.groupBy(
			rows.filter((r) => chosen.has(r.jobId)),
			(r) => r.orderId,
		);
		let count = 0;
		for (const [orderId, list] of byOrder) {
			const answer = await call("print.labels", { orderId, jobIds: list.map((r) => r.jobId) });
			count += answer.queued;
		}
		notifications.show({ message: t("printed-labels", { count: String(count) }) });
	};
	const mayPrint = view === "table" && chosen.size > 0;
	useKeys(mayPrint ? [{ key: "F4", label: t("print-selected"), run: () => void printSelected(), bar: true }] : []);

	if (board.isPending) return <Loading shape="cards" />;
	if (board.error) return <Failed error={board.error} onRetry={() => void board.refetch()} />;
	return (
		<div className={classes.page}>
			<div className={classes.bar}>
				<h1>{t("title")}</h1>
				<SegmentedControl
					aria-label={t("title")}
					value={filter}
					onChange={(value) => setFilter(value as Filter)}
					data={[
						{ value: "all", label: t("all") },
						{ value: "overdue", label: t("overdue", { count: String(overdue.length) }) },
						{ value: "soon", label: t("soon", { count: String(soon.length) }) },
					]}
				/>
				<span className={classes.space} />
				{board.data.truncated && <span role="status">{t("truncated")}</span>}
				{mayPrint && (
					<Button variant="light" onClick={() => void printSelected()}>
						{t("print-selected")} · {chosen.size}
					</Button>
				)}
				<Button variant="default" onClick={() => void navigate("/wall")}>
					{t("wall")}
				</Button>
				<SegmentedControl
					aria-label={t("table")}
					value={view}
					onChange={(value) => setView(value as View)}
					data={[
						{ value: "columns", label: t("columns") },
						{ value: "table", label: t("table") },
					]}
				/>
			</div>
			{rows.length === 0 ? (
				<Empty
					title={t("empty")}
					teach={t("empty-teach")}
					{...(mayReceive
						? { action: <Button onClick={() => void navigate(addresses.intake())}>{t("receive")}</Button> }
						: {})}
				/>
			) : view === "table" ? (
				<div className={classes.tableBox}>
					<BoardTable rows={shown} onOpen={open} onSelect={setChosen} />
				</div>
			) : (
				<Columns rows={shown} onOpen={open} />
			)}
		</div>
	);
}

function Columns({ rows, onOpen }: { rows: readonly JobRow[]; onOpen: (row: JobRow) => void }) {
	const t = useTexts(boardTexts);
	const byStage = useMemo(() => Map.groupBy(rows, (r) => r.stage), [rows]);
	return (
		<div className={classes.columns}>
			{openStages.map((stage) => {
				const list = byStage.get(stage) ?? [];
				return (
					<section key={stage} className={classes.column} aria-label={t(`stage_${stage}`)}>
						<h2>
							{t(`stage_${stage}`)} <span>{list.length}</span>
						</h2>
						<div className={classes.cards}>
							{list.length === 0 && <div className={classes.none}>{t("column-empty")}</div>}
							{list.map((row) => (
								<JobCard key={row.jobId} row={row} onOpen={onOpen} />
							))}
						</div>
					</section>
				);
			})}
		</div>
	);
}
