import { useNavigate } from "react-router";
import type { HomeRow } from "../../../preload/contract/intake.ts";
import { addresses } from "../../app/addresses.ts";
import { DueChip } from "../../components/text/DueChip.tsx";
import { OrderNumber } from "../../components/text/OrderNumber.tsx";
import { useItemName } from "../../components/text/use-item-name.ts";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { counterTexts } from "../../i18n/texts/counter.ts";
import classes from "./counter.module.css";

type Name = "at-risk" | "waiting" | "ready";
type Props = { name: Name; rows: readonly HomeRow[]; count: number; nowAt: string };

/** One list of the idle counter; the most urgent or oldest first, the rest as a number. */
export function HomeColumn({ name, rows, count, nowAt }: Props) {
	const t = useTexts(counterTexts);
	const rest = count - rows.length;
	return (
		<section className={classes.column} aria-label={t(name)}>
			<h2>
				{t(name)} <span>{count}</span>
			</h2>
			{rows.length === 0 ? (
				<p className={classes.empty}>
					<strong>{t(`${name}-none`)}</strong>
					{t(`${name}-teach`)}
				</p>
			) : (
				<ul>
					{rows.map((row) => (
						<li key={row.jobId}>
							<Row name={name} row={row} nowAt={nowAt} />
						</li>
					))}
				</ul>
			)}
			{rest > 0 && <p className={classes.rest}>{t("more", { count: rest })}</p>}
		</section>
	);
}

function Row({ name, row, nowAt }: { name: Name; row: HomeRow; nowAt: string }) {
	const t = useTexts(counterTexts);
	const format = useFormat();
	const nameOf = useItemName();
	const navigate = useNavigate();
	return (
		<button type="button" className={classes.row} onClick={() => void navigate(addresses.job(row.jobId))}>
			<span className={classes.rowTop}>
				<OrderNumber value={row.number} job={row.ordinal} size="sm" short />
				{name === "at-risk" && <DueChip clock={row.clock} promisedAt={row.promisedAt} size="sm" />}
				{name === "waiting" && <span>{t("since", { when: format.when(row.stageAt, nowAt) })}</span>}
				{name === "ready" && <span>{row.shelf ? t("shelf", { shelf: row.shelf }) : t("no-shelf")}</span>}
			</span>
			<strong>{nameOf(row.item)}</strong>
			<span>{row.goingBack ? t("returning") : t("promised", { day: format.when(row.promisedAt, nowAt) })}</span>
		</button>
	);
}
