import type { JobPage } from "../../../../preload/contract/job.ts";
import type { QuoteDraft } from "../../../../preload/contract/quote.ts";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { quoteTexts } from "../../../i18n/texts/quote.ts";
import type { Names } from "../use-names.ts";
import { type Choices, chooseRemedy } from "./choices.ts";
import classes from "./quote.module.css";

export type RemediesProps = {
	page: JobPage;
	names: Names;
	draft: QuoteDraft;
	choices: Choices;
	onChange: (choices: Choices) => void;
};

/** How each finding is repaired: the fault table's remedies side by side with their price, one tap each. */
export function Remedies({ page, names, draft, choices, onChange }: RemediesProps) {
	const t = useTexts(quoteTexts);
	const format = useFormat();
	if (draft.options.length === 0) return null;
	return (
		<section className={classes.remedies} aria-label={t("remedies")}>
			<h3>{t("remedies")}</h3>
			{draft.options.map((option, index) => {
				const finding = page.findings.find((f) => f.id === option.findingId);
				if (!finding) return null;
				const chosen = choices.remedies.filter((r) => r.findingId === finding.id).map((r) => r.operation);
				const choose = (operation: (typeof option.operations)[number] | undefined) =>
					onChange(chooseRemedy(choices, finding.id, operation, page, names));
				return (
					<fieldset key={finding.id} className={classes.remedy}>
						<legend>
							<b>{index + 1}</b> {names.fault(finding.fault)}
						</legend>
						<div>
							{option.operations.map((each) => (
								<label key={each.operation} data-chosen={chosen.includes(each.operation) || undefined}>
									<input
										type="radio"
										name={`remedy-${finding.id}`}
										checked={chosen.includes(each.operation)}
										disabled={each.listFen === null}
										onChange={() => choose(each)}
									/>
									<strong>{names.operation(each.operation)}</strong>
									<span>
										{each.listFen === null ? "—" : format.money(each.listFen)}/{t(`unit_${each.unit}`)}
									</span>
									<small>
										{t("minutes", { count: each.minutes })}
										{each.cureHours > 0 && ` · ${t("cures", { hours: each.cureHours })}`}
									</small>
								</label>
							))}
							<label data-chosen={chosen.length === 0 || undefined}>
								<input
									type="radio"
									name={`remedy-${finding.id}`}
									checked={chosen.length === 0}
									onChange={() => choose(undefined)}
								/>
								<span>{t("remedy-none")}</span>
							</label>
						</div>
						{option.decision && <p className={classes.soft}>{t("remedy-decision")}</p>}
					</fieldset>
				);
			})}
		</section>
	);
}
