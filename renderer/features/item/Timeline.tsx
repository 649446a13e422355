import type { StandardOnScreen } from "../../app/use-standard.ts";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { itemTexts } from "../../i18n/texts/item.ts";
import classes from "./item-page.module.css";
import { type ItemRecord, useLineSentence } from "./words.ts";

type Props = { record: ItemRecord; standard: StandardOnScreen };

/** One history of everything, newest first, each entry a line. */
export function Timeline({ record, standard }: Props) {
	const t = useTexts(itemTexts);
	const format = useFormat();
	const sentence = useLineSentence(standard, format);
	return (
		<section className={classes.box} aria-label={t("history")}>
			<h2>{t("history")}</h2>
			<ol className={classes.timeline}>
				{record.timeline.map((line) => (
					<li key={line.id} data-kind={line.type.split(".")[0]}>
						<time dateTime={line.at}>{format.dateTime(line.at)}</time>
						<span>{sentence(line)}</span>
						<small>{line.workshop === null ? line.by : line.workshop || t("other-workshop")}</small>
					</li>
				))}
			</ol>
			{record.shortened && <p className={classes.dim}>{t("shortened")}</p>}
		</section>
	);
}
