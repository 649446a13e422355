import type { JobRow } from "../../../preload/contract/board.ts";
import { type Column, DataTable } from "../../components/table/DataTable.tsx";
import { ClockChip } from "../../components/text/ClockChip.tsx";
import { OrderNumber } from "../../components/text/OrderNumber.tsx";
import { useNow } from "../../components/text/use-now.ts";
import { Where } from "../../components/transfer/Where.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { boardTexts } from "../../i18n/texts/board.ts";
import { searchTexts } from "../../i18n/texts/search.ts";
import { useItemName } from "./use-item-name.ts";

export type BoardTableProps = {
	rows: readonly JobRow[];
	onOpen: (row: JobRow) => void;
	onSelect?: (ids: ReadonlySet<string>) => void;
};

/** Jobs as a dense table: board, search results, an order's jobs. */
export function BoardTable({ rows, onOpen, onSelect }: BoardTableProps) {
	const t = useTexts(boardTexts);
	const s = useTexts(searchTexts);
	const format = useFormat();
	const nameOf = useItemName();
	const now = new Date(useNow(15_000)).toISOString();
	const columns: Column<JobRow>[] = [
		{
			key: "number",
			title: t("col-number"),
			width: "13rem",
			cell: (r) => <OrderNumber value={r.number} job={r.ordinal} size="sm" />,
		},
		{ key: "what", title: t("col-what"), cell: (r) => nameOf(r.item) },
		{
			key: "stage",
			title: t("col-stage"),
			width: "9rem",
			cell: (r) => t(`stage_${r.stage}`),
		},
		{
			key: "clock",
			title: t("col-clock"),
			width: "10rem",
			cell: (r) => r.clock && <ClockChip dueAt={r.clock.dueAt} state={r.clock.state} size="sm" />,
		},
		{
			key: "customer",
			title: t("col-customer"),
			width: "10rem",
			cell: (r) => `${r.customer.name} ${r.customer.phone.slice(-4)}`,
		},
		{ key: "who", title: t("col-who"), width: "7rem", cell: (r) => r.assignee?.name ?? "" },
		{
			key: "shelf",
			title: t("col-shelf"),
			width: "7.5rem",
			cell: (r) => (r.where ? <Where where={r.where} look="plain" /> : (r.shelf ?? "")),
		},
		{ key: "promised", title: t("col-promised"), width: "8rem", cell: (r) => format.when(r.promisedAt, now) },
	];
	return (
		<DataTable
			label={s("jobs")}
			rows={rows}
			columns={columns}
			idOf={(r) => r.jobId}
			onOpen={onOpen}
			{...(onSelect ? { onSelect } : {})}
			edgeOf={(r) => (r.clock?.state === "overdue" ? "var(--welt-overdue)" : undefined)}
		/>
	);
}
