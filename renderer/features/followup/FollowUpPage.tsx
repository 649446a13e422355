import { Switch } from "@mantine/core";
import { IconPhoneCheck } from "@tabler/icons-react";
import { useState } from "react";
import type { FollowUpRow } from "../../../preload/contract/followup.ts";
import { useKeys } from "../../app/keys/keys.ts";
import { Empty } from "../../app/states/Empty.tsx";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { Meaning } from "../../components/text/Meaning.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { followupTexts } from "../../i18n/texts/followup.ts";
import { useOrderWords } from "../order/words.ts";
import { Call } from "./Call.tsx";
import classes from "./followup.module.css";

/** Calls due, overdue first; the chosen one beside them, so that one call after another is two keys each. */
export function FollowUpPage() {
	const t = useTexts(followupTexts);
	const [later, setLater] = useState(false);
	const [chosenId, setChosenId] = useState<string>();
	const watch = ["job", "order", "item", "subject"];
	const { data, error, refetch } = useQueryCall(
		"followup.due",
		{ later },
		{ watch, everyMs: 60_000, keepPrevious: true },
	);
	const rows = data?.rows ?? [];
	const at = Math.max(
		0,
		rows.findIndex((row) => row.jobId === chosenId),
	);
	const chosen = rows[at];
	const go = (step: number) => setChosenId(rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.jobId);
	useKeys([
		{ key: "PageDown", label: "↓", run: () => go(1) },
		{ key: "PageUp", label: "↑", run: () => go(-1) },
	]);
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="page" count={5} />;
	return (
		<div className={classes.page}>
			<section className={classes.list} aria-label={t("title")}>
				<header>
					<h1>{t("title")}</h1>
					<Counts counts={data.counts} />
					<Switch label={t("show-later")} checked={later} onChange={(event) => setLater(event.currentTarget.checked)} />
				</header>
				{rows.length === 0 && <Empty icon={IconPhoneCheck} title={t("none")} teach={t("none-next")} />}
				<ul>
					{rows.map((row) => (
						<li key={row.jobId}>
							<Row row={row} chosen={row === chosen} onChoose={() => setChosenId(row.jobId)} />
						</li>
					))}
				</ul>
				{data.more && <p className={classes.quiet}>{t("more")}</p>}
			</section>
			<section className={classes.call}>
				{chosen ? (
					<Call
						key={`${chosen.jobId} ${chosen.version}`}
						row={chosen}
						nextOn={data.nextOn}
						todayOn={data.todayOn}
						onDone={() => setChosenId(rows[at + 1]?.jobId)}
					/>
				) : null}
			</section>
		</div>
	);
}

function Counts({ counts }: { counts: { overdue: number; today: number; later: number } }) {
	const t = useTexts(followupTexts);
	return (
		<p className={classes.counts}>
			{counts.overdue > 0 && <Meaning meaning="overdue">{t("count-overdue", { count: counts.overdue })}</Meaning>}
			<Meaning meaning="running">{t("count-today", { count: counts.today })}</Meaning>
			<Meaning meaning="neutral">{t("count-later", { count: counts.later })}</Meaning>
		</p>
	);
}

function Row({ row, chosen, onChoose }: { row: FollowUpRow; chosen: boolean; onChoose: () => void }) {
	const t = useTexts(followupTexts);
	const format = useFormat();
	const words = useOrderWords();
	const when = row.when === "later" ? t("later", { day: format.dateTime(row.dueAt).split(" ")[0] ?? "" }) : t(row.when);
	return (
		<button type="button" className={classes.row} aria-current={chosen || undefined} onClick={onChoose}>
			<span>
				<strong>{row.customer.name || t("no-name")}</strong> {row.customer.phone}
				<small>{words.item(row.item)}</small>
			</span>
			<span className={classes.rowEnd}>
				<Meaning
					size="sm"
					look="plain"
					meaning={row.when === "overdue" ? "overdue" : row.when === "today" ? "running" : "neutral"}
				>
					{when}
				</Meaning>
				{row.tries > 0 && <small>{t("tries", { count: row.tries })}</small>}
			</span>
		</button>
	);
}
