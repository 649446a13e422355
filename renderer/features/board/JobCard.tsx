import type { JobRow } from "../../../preload/contract/board.ts";
import { StoredPicture } from "../../components/photo/StoredPicture.tsx";
import { ClockChip } from "../../components/text/ClockChip.tsx";
import { Meaning } from "../../components/text/Meaning.tsx";
import { OrderNumber } from "../../components/text/OrderNumber.tsx";
import { Where } from "../../components/transfer/Where.tsx";
import { useTexts } from "../../i18n/language.ts";
import { boardTexts } from "../../i18n/texts/board.ts";
import classes from "./board.module.css";
import { useItemName } from "./use-item-name.ts";

/** One job on the board: what it is, what is next, its clock, who, where. */
export function JobCard({ row, onOpen }: { row: JobRow; onOpen: (row: JobRow) => void }) {
	const t = useTexts(boardTexts);
	const nameOf = useItemName();
	const next = row.goingBack ? t("returning") : t(`next_${row.stage}` as "next_qc");
	return (
		<button type="button" className={classes.card} data-state={row.clock?.state} onClick={() => onOpen(row)}>
			{row.photo ? (
				<StoredPicture className={classes.photo} handle={row.photo} alt="" />
			) : (
				<span className={classes.noPhoto} aria-hidden>
					{row.number.slice(-3, -1)}
				</span>
			)}
			<span className={classes.facts}>
				<span className={classes.top}>
					<OrderNumber value={row.number} job={row.ordinal} size="sm" short />
					{row.clock && <ClockChip dueAt={row.clock.dueAt} state={row.clock.state} size="sm" />}
				</span>
				<span className={classes.what}>{nameOf(row.item)}</span>
				<span className={classes.more}>
					{row.where ? <Where where={row.where} look="plain" /> : <span>{next}</span>}
					<span>{row.assignee?.name ?? (row.stage === "repair" ? t("nobody") : row.customer.name)}</span>
					{row.stage === "hand-over" && !row.where && (
						<span>{row.shelf ? t("shelf", { shelf: row.shelf }) : t("no-shelf")}</span>
					)}
					{row.reworks > 0 && (
						<Meaning meaning="due-soon" look="plain" size="sm">
							{t("rework", { count: String(row.reworks) })}
						</Meaning>
					)}
					{row.conflict && (
						<Meaning meaning="blocked" look="plain" size="sm">
							{t("conflict")}
						</Meaning>
					)}
				</span>
			</span>
		</button>
	);
}
