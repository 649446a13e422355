import type { StandardOnScreen } from "../../app/use-standard.ts";
import { Meaning } from "../../components/text/Meaning.tsx";
import { useNow } from "../../components/text/use-now.ts";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { itemTexts } from "../../i18n/texts/item.ts";
import classes from "./item-page.module.css";
import { type ItemRecord, wordOf } from "./words.ts";

type Props = { record: ItemRecord; standard: StandardOnScreen };

const dayMs = 86_400_000;

/** What is covered until when: the item by its purchase, our own work by its repairs. The bar fills with the days gone. */
export function CoverageBar({ record, standard }: Props) {
	const t = useTexts(itemTexts);
	const format = useFormat();
	const now = useNow(60_000);
	const { coverage, jobs, elsewhere } = record;
	const running = (job: Pick<ItemRecord["jobs"][number], "warranty">) => job.warranty.filter((each) => each.running);
	const work = [
		...jobs.flatMap((job) => running(job).map((each) => ({ ...each, at: null }))),
		...elsewhere.flatMap((job) => running(job).map((each) => ({ ...each, at: job.workshop || t("other-workshop") }))),
	];
	const share =
		coverage.startOn && coverage.untilOn
			? (now - Date.parse(coverage.startOn)) / (Date.parse(coverage.untilOn) + dayMs - Date.parse(coverage.startOn))
			: undefined;
	return (
		<section className={classes.box} aria-label={t("coverage")}>
			<h2>{t("coverage")}</h2>
			{coverage.untilOn === null ? (
				<Meaning meaning="neutral">{t("coverage-unknown")}</Meaning>
			) : (
				<>
					<div className={classes.bar} data-over={!coverage.covered || undefined}>
						<i style={{ width: `${Math.min(1, Math.max(0, share ?? 1)) * 100}%` }} />
					</div>
					<p className={classes.ends}>
						<span>{coverage.startOn && t("bought-on", { date: format.date(coverage.startOn) })}</span>
						<strong>
							{t(coverage.covered ? "coverage-until" : "coverage-over", { date: format.date(coverage.untilOn) })}
						</strong>
					</p>
					<p className={classes.chips}>
						{coverage.returnable && coverage.returnUntilOn && (
							<Meaning meaning="done" size="sm">
								{t("return-until", { date: format.date(coverage.returnUntilOn) })}
							</Meaning>
						)}
						{coverage.exchangeable && coverage.exchangeUntilOn && (
							<Meaning meaning="done" size="sm">
								{t("exchange-until", { date: format.date(coverage.exchangeUntilOn) })}
							</Meaning>
						)}
					</p>
				</>
			)}
			{work.map(({ operation, untilOn, at }) => (
				<p key={`${operation} ${untilOn} ${at ?? ""}`} className={classes.work}>
					<Meaning meaning="done" look="plain" size="sm">
						{at === null ? "" : `${at} · `}
						{t("work-until", { work: wordOf(standard, standard.operations, operation), date: format.date(untilOn) })}
					</Meaning>
				</p>
			))}
		</section>
	);
}
