import type { ReactNode } from "react";
import type { QuoteTotals } from "../../../../domain/quote/line.ts";
import { MoneyText } from "../../../components/text/MoneyText.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { quoteTexts } from "../../../i18n/texts/quote.ts";
import classes from "./quote.module.css";

export type TotalBoxProps = {
	title: string;
	totals: QuoteTotals;
	/** The customer's total in capital numerals. */
	customerWords: string;
	children: ReactNode;
};

/** What the customer pays, large, in figures and capital numerals; what the others bear, small. */
export function TotalBox({ title, totals, customerWords, children }: TotalBoxProps) {
	const t = useTexts(quoteTexts);
	return (
		<aside className={classes.total} aria-label={t("total")}>
			<h3>{title}</h3>
			<div className={classes.totalNow}>
				<span>{t("total")}</span>
				<MoneyText fen={totals.customerFen} size="xl" />
				<span lang="zh-CN">{customerWords}</span>
			</div>
			<dl className={classes.totalRest}>
				{totals.brandFen > 0 && (
					<div>
						<dt>{t("brand")}</dt>
						<dd>
							<MoneyText fen={totals.brandFen} size="sm" />
						</dd>
					</div>
				)}
				{totals.storeFen > 0 && (
					<div>
						<dt>{t("store")}</dt>
						<dd>
							<MoneyText fen={totals.storeFen} size="sm" />
						</dd>
					</div>
				)}
			</dl>
			{children}
		</aside>
	);
}
