import { findPrice } from "../../../../domain/standard/lookup.ts";
import { useItemName } from "../../../components/text/use-item-name.ts";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { intakeTexts } from "../../../i18n/texts/intake.ts";
import { rollTexts } from "../../../i18n/texts/slip-roll.ts";
import { useIntake } from "../draft/context.ts";
import classes from "./roll.module.css";

/** The slip as it will read: each item with what is asked for, list prices where they are agreed to. */
export function LinesPart() {
	const t = useTexts(rollTexts);
	const intake = useTexts(intakeTexts);
	const format = useFormat();
	const nameOf = useItemName();
	const { draft, standard, open } = useIntake();
	const { prices } = standard.standard;
	if (draft.items.length === 0) return null;
	const unquoted = draft.items.filter((item) => item.services.length === 0 || item.words !== "").length;
	const total = draft.items
		.flatMap((item) => item.services)
		.reduce((sum, code) => sum + (findPrice(prices, code)?.unitFen ?? 0), 0);
	return (
		<section className={classes.part}>
			<ol className={classes.lines}>
				{draft.items.map((item) => (
					<li key={item.key}>
						<button type="button" className={classes.lineHead} onClick={() => open(item.key)}>
							{nameOf(item) || intake("item-new")}
						</button>
						{item.services.map((code) => {
							const price = findPrice(prices, code);
							return (
								<p key={code}>
									<span>{standard.name(standard.operations.get(code)?.name) || code}</span>
									<span className={classes.amount}>{price ? format.money(price.unitFen) : t("to-quote")}</span>
								</p>
							);
						})}
						{item.words !== "" && (
							<p>
								<span className={classes.words}>{item.words}</span>
								<span className={classes.amount}>{t("to-quote")}</span>
							</p>
						)}
					</li>
				))}
			</ol>
			{total > 0 && (
				<p className={classes.total}>
					<span>{unquoted > 0 ? t("total-rest", { count: unquoted }) : t("total")}</span>
					<strong>{format.money(total)}</strong>
				</p>
			)}
			{total > 0 && prices.sample && <small className={classes.sample}>{t("sample-prices")}</small>}
		</section>
	);
}
