import { Button, TextInput } from "@mantine/core";
import { type ReactNode, useMemo, useState } from "react";
import { useNavigate } from "react-router";
import type { JobCard } from "../../../preload/contract/job-views.ts";
import { addresses } from "../../app/addresses.ts";
import { call } from "../../app/client.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { offerUndo } from "../../components/act/undo.tsx";
import { Photo } from "../../components/photo/PhotoStrip.tsx";
import { type Column, DataTable } from "../../components/table/DataTable.tsx";
import { OrderNumber } from "../../components/text/OrderNumber.tsx";
import { useNow } from "../../components/text/use-now.ts";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { shelfTexts } from "../../i18n/texts/shelf.ts";
import { useItemText } from "../bench/words.ts";
import classes from "./shelf.module.css";

type Row = JobCard & { customer?: string };
export type ShelfRowsProps = { title: string; cards: readonly Row[]; more: boolean; empty: ReactNode };

const nobody: ReadonlySet<string> = new Set();

/** Things on a shelf or found; chosen ones can be moved or taken down in one act. */
export function ShelfRows({ title, cards, more, empty }: ShelfRowsProps) {
	const t = useTexts(shelfTexts);
	const navigate = useNavigate();
	const columns = useColumns(cards.some((card) => card.customer !== undefined));
	const [chosen, setChosen] = useState<ReadonlySet<string>>(nobody);
	const [failure, setFailure] = useState<unknown>();
	const ids = [...chosen].filter((id) => cards.some((card) => card.jobId === id));
	const idOf = useMemo(() => (row: Row) => row.jobId, []);

	const act = async (to: string | null) => {
		setFailure(undefined);
		try {
			const { placed } =
				to === null
					? await call("shelf.takeDown", { jobIds: ids })
					: await call("shelf.put", { what: { jobIds: ids }, shelf: to });
			offerUndo({
				message:
					to === null
						? t("taken-down", { count: placed.length })
						: t("put-many", { count: placed.length, shelf: to.toUpperCase() }),
				undo: async () => {
					for (const { jobId, was } of placed) {
						if (was === null) await call("shelf.takeDown", { jobIds: [jobId] });
						else await call("shelf.put", { what: { jobIds: [jobId] }, shelf: was });
					}
				},
			});
		} catch (thrown) {
			setFailure(thrown);
		}
	};
	return (
		<>
			<h2 className={classes.heading}>
				{title} <small>{t("count", { count: cards.length })}</small>
			</h2>
			{failure !== undefined && <Failed inline error={failure} />}
			<DataTable<Row>
				label={title}
				rows={cards}
				columns={columns}
				idOf={idOf}
				onOpen={(row) => void navigate(addresses.job(row.jobId))}
				onSelect={setChosen}
				empty={empty}
			/>
			{more && <p>{t("more-rows")}</p>}
			{ids.length > 0 && <Acts count={ids.length} onMove={(to) => void act(to)} onTakeDown={() => void act(null)} />}
		</>
	);
}

function Acts({ count, onMove, onTakeDown }: { count: number; onMove: (to: string) => void; onTakeDown: () => void }) {
	const t = useTexts(shelfTexts);
	const [to, setTo] = useState("");
	return (
		<div className={classes.acts}>
			<p>{t("chosen", { count })}</p>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					if (to.trim() !== "") onMove(to.trim());
				}}
			>
				<TextInput
					aria-label={t("move-to")}
					placeholder={t("move-to")}
					maxLength={8}
					value={to}
					onChange={(event) => setTo(event.currentTarget.value)}
				/>
				<Button type="submit" disabled={to.trim() === ""}>
					{t("move")}
				</Button>
			</form>
			<Button variant="default" onClick={onTakeDown}>
				{t("take-down")}
			</Button>
		</div>
	);
}

function useColumns(withCustomer: boolean): Column<Row>[] {
	const t = useTexts(shelfTexts);
	const itemText = useItemText();
	const format = useFormat();
	const now = new Date(useNow(15_000)).toISOString();
	const customer: Column<Row> = {
		key: "customer",
		title: t("col-customer"),
		width: "6rem",
		cell: (row) => row.customer ?? "",
	};
	return [
		{
			key: "item",
			title: t("col-item"),
			cell: (row) => (
				<span className={classes.item}>
					<span>{row.photo && <Photo handle={row.photo} label="" />}</span>
					{itemText(row.item)}
				</span>
			),
		},
		...(withCustomer ? [customer] : []),
		{
			key: "number",
			title: t("col-number"),
			width: "14rem",
			cell: (row) => <OrderNumber value={row.orderNumber} job={row.ordinal} />,
		},
		{ key: "stage", title: t("col-stage"), width: "5rem", cell: (row) => t(`stage-${row.stage}`) },
		{
			key: "promise",
			title: t("col-promise"),
			width: "8rem",
			cell: (row) => format.when(row.promisedAt, now),
		},
		{ key: "shelf", title: t("col-shelf"), width: "6rem", cell: (row) => <strong>{row.shelf ?? "—"}</strong> },
	];
}
