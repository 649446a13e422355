import type { JobPage } from "../../../../preload/contract/job.ts";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { inspectionTexts } from "../../../i18n/texts/inspection.ts";
import { jobTexts } from "../../../i18n/texts/job.ts";
import type { Names } from "../use-names.ts";
import classes from "./inspection.module.css";

/** What was said and seen at intake: the customer's words, the services asked for, the marks on the outline. */
export function Said({ page, names }: { page: JobPage; names: Names }) {
	const t = useTexts(inspectionTexts);
	const job = useTexts(jobTexts);
	const format = useFormat();
	const { zones } = names.standard;
	const { flaws } = names.standard.standard.vocab;
	const marks = page.condition.map((mark) => {
		const piece = page.pieces.find((p) => p.id === mark.pieceId);
		const zone = zones.get(mark.zone);
		const flaw = flaws.find((f) => f.code === mark.flaw);
		return {
			id: mark.id,
			text: [names.text(piece?.short), names.text(zone?.name), names.text(flaw?.name)].join(" ").trim(),
		};
	});
	const { boughtOn, channel, proof } = page.item;
	const bought = [
		boughtOn ? format.date(boughtOn) : t("bought-unknown"),
		channel ? names.channel(channel) : "",
		proof ? names.proof(proof) : "",
	].filter((word) => word !== "");
	const { coverage } = page;
	return (
		<dl className={classes.said}>
			<div>
				<dt>{t("words-at-intake")}</dt>
				<dd>{page.words ? <q>{page.words}</q> : <span className={classes.soft}>{job("no-words")}</span>}</dd>
			</div>
			{page.services.length > 0 && (
				<div>
					<dt>{job("asked")}</dt>
					<dd>{names.list(page.services.map(names.operation))}</dd>
				</div>
			)}
			<div>
				<dt>{t("bought")}</dt>
				<dd>
					{bought.join(" · ")}
					{coverage.untilOn !== null && (
						<span className={classes.soft} title={t(`basis-${coverage.basis}`, { rule: names.cover(coverage) })}>
							{" · "}
							{t(coverage.covered ? "covered" : "not-covered", { until: format.date(coverage.untilOn) })}
						</span>
					)}
				</dd>
			</div>
			<div>
				<dt>{t("condition")}</dt>
				<dd>
					{marks.length === 0 ? (
						<span className={classes.soft}>{t("condition-none")}</span>
					) : (
						marks.map((mark, index) => (
							<span key={mark.id} className={classes.mark}>
								{index + 1} {mark.text}
							</span>
						))
					)}
				</dd>
			</div>
		</dl>
	);
}
