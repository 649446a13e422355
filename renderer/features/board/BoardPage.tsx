import { Button, SegmentedControl } from "@mantine/core";
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
import { bulkTexts } from "../../i18n/texts/bulk.ts";
import { transferTexts } from "../../i18n/texts/transfer.ts";
import { BoardTable } from "./BoardTable.tsx";
import classes from "./board.module.css";
import { type Batch, BatchLabels } from "./bulk/BatchLabels.tsx";
import { JobCard } from "./JobCard.tsx";

/** Jobs one call of labels takes. */
const mostAtOnce = 200;
type View = "columns" | "table";
type Filter = "all" | "overdue" | "soon";

/** Everything in our hands by stage, the most urgent first. */
export function BoardPage() {
	const t = useTexts(boardTexts);
	const b = useTexts(bulkTexts);
	const transfer = useTexts(transferTexts);
	const navigate = useNavigate();
	const [view, setView] = useState<View>("columns");
	const [filter, setFilter] = useState<Filter>("all");
	const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
	const [batch, setBatch] = useState<Batch>();
	const [refused, setRefused] = useState<unknown>();
	const board = useQueryCall("board.read", {}, { watch: ["job", "order", "item", "person", "store"], everyMs: 60_000 });
	const mayReceive = useMay("clerk");
	const rows = board.data?.rows ?? [];
	const overdue = rows.filter((r) => r.clock?.state === "overdue");
	const soon = rows.filter((r) => r.clock?.state === "due-soon");
	const shown = filter === "overdue" ? overdue : filter === "soon" ? soon : rows;
	const open = (row: JobRow) => void navigate(`/job/${row.jobId}`);

	/** Written down in one go, as many as one call takes at a time. */
	const printSelected = async () => {
		const jobIds = rows.filter((r) => chosen.has(r.jobId)).map((r) => r.jobId);
		const prints: string[] = [];
		let printer = "";
		try {
			for (let at = 0; at < jobIds.length; at += mostAtOnce) {
				const answer = await call("bulk.labels", { jobIds: jobIds.slice(at, at + mostAtOnce) });
				prints.push(...answer.prints);
				printer = answer.printer;
			}
			setRefused(undefined);
		} catch (thrown) {
			setRefused(thrown);
		}
		if (prints.length > 0) setBatch({ prints, printer });
	};
	const selected = view === "table" ? rows.filter((r) => chosen.has(r.jobId)) : [];
	const orders = new Set(selected.map((r) => r.orderId));
	/** A parcel holds one order's items. */
	const sendSelected = () => {
		const [orderId] = orders;
		if (orderId && orders.size === 1) {
			void navigate(
				addresses.send(
					orderId,
					selected.map((r) => r.jobId),
				),
			);
		}
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
				{selected.length > 0 && (
					<Button
						variant="default"
						disabled={orders.size !== 1}
						title={orders.size === 1 ? undefined : transfer("one-order")}
						onClick={sendSelected}
					>
						{transfer("send-job")}
					</Button>
				)}
				{mayPrint && (
					<Button variant="light" onClick={() => void printSelected()}>
						{t("print-selected")} · {chosen.size}
					</Button>
				)}
				<Button variant="default" onClick={() => void navigate("/bulk")}>
					{b("title")}
				</Button>
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
			{refused !== undefined && <Failed error={refused} inline />}
			{batch && <BatchLabels batch={batch} onClose={() => setBatch(undefined)} />}
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
