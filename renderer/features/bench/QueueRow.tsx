import { Button } from "@mantine/core";
import { IconHandStop } from "@tabler/icons-react";
import { Link } from "react-router";
import type { BenchRow } from "../../../preload/contract/bench.ts";
import { Photo } from "../../components/photo/PhotoStrip.tsx";
import { DueChip } from "../../components/text/DueChip.tsx";
import { Meaning } from "../../components/text/Meaning.tsx";
import { OrderNumber } from "../../components/text/OrderNumber.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { benchTexts } from "../../i18n/texts/bench.ts";
import { CureRing } from "./CureRing.tsx";
import classes from "./queue.module.css";
import { useItemText, useName } from "./words.ts";

export type QueueRowProps = { row: BenchRow; person: string; nowAt: string; onTake?: () => void };

/** One job of the queue: what it is, what to do next, how long it has, who is on it. */
export function QueueRow({ row, person, nowAt, onTake }: QueueRowProps) {
	const t = useTexts(benchTexts);
	const name = useName();
	const itemText = useItemText();
	const format = useFormat();
	const { card, current, curing } = row;
	const piece = card.pieces.find((p) => p.id === current?.pieceId);
	return (
		<li className={classes.row}>
			<span className={classes.rowPhoto}>{card.photo && <Photo handle={card.photo} label="" />}</span>
			<div className={classes.rowWhat}>
				<Link className={classes.rowLink ?? ""} to={`/bench/${card.jobId}`} data-row>
					<OrderNumber value={card.orderNumber} job={card.ordinal} short /> {itemText(card.item)}
				</Link>
				<span className={classes.rowStep}>
					{current ? `${current.no}. ${name(current.title)}${piece ? ` · ${name(piece.name)}` : ""}` : t("all-done")}
				</span>
			</div>
			<div className={classes.rowState}>
				{row.trouble && <Meaning meaning="blocked">{name(row.trouble.name)}</Meaning>}
				{card.reworks > 0 && <Meaning meaning="due-soon">{t("rework", { round: card.reworks })}</Meaning>}
				{row.running.map(({ id, name: who }) => (
					<Meaning key={id} meaning="running">
						{id === person ? t("working") : t("working-other", { name: who })}
					</Meaning>
				))}
				{row.running.length === 0 && current?.state === "paused" && (
					<Meaning meaning="paused">{name(current.pausedFor?.name) || t("paused")}</Meaning>
				)}
				{curing && <CureRing {...curing} size={2.25} words />}
			</div>
			<div className={classes.rowTime}>
				<DueChip clock={card.due} promisedAt={card.promisedAt} />
				<small>{t("promise", { when: format.when(card.promisedAt, nowAt) })}</small>
			</div>
			<div className={classes.rowSteps}>
				<strong>{t("steps-done", { done: row.stepsDone, total: row.stepsTotal })}</strong>
				<small>{t("minutes-left", { minutes: row.minutesLeft })}</small>
			</div>
			<div className={classes.rowEnd}>
				{onTake ? (
					<Button
						className={classes.rowTake ?? ""}
						variant="default"
						leftSection={<IconHandStop size={18} stroke={1.7} />}
						onClick={onTake}
					>
						{t("take")}
					</Button>
				) : (
					<span>{card.assignee?.name}</span>
				)}
				<small>{card.shelf ? `${t("shelf")} ${card.shelf}` : t("no-shelf")}</small>
			</div>
		</li>
	);
}
