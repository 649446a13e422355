import { ActionIcon, NumberInput } from "@mantine/core";
import { IconCurrencyYuan, IconPlus, IconTrash } from "@tabler/icons-react";
import { type Payer, payers, type QuoteLine } from "../../../../domain/quote/line.ts";
import type { JobPage } from "../../../../preload/contract/job.ts";
import { MoneyText } from "../../../components/text/MoneyText.tsx";
import { useLanguage, useTexts } from "../../../i18n/language.ts";
import { quoteTexts } from "../../../i18n/texts/quote.ts";
import type { Names } from "../use-names.ts";
import { LineReason } from "./LineReason.tsx";
import classes from "./quote.module.css";

export type LineActs = {
	onQty: (line: QuoteLine, qty: number) => void;
	onPrice: (line: QuoteLine) => void;
	onPart: (line: QuoteLine) => void;
	onRemove: (line: QuoteLine) => void;
};

export type QuoteLinesProps = {
	page: JobPage;
	names: Names;
	lines: readonly QuoteLine[];
	/** Absent: only shown. */
	acts?: LineActs | undefined;
};

/** A charged line with the parts that are inside its price. */
type Charged = { line: QuoteLine; included: QuoteLine[] };

const order: readonly Payer[] = ["customer", "brand", "store"];

/** The lines by who pays, the customer's first; each with its reason behind one tap. */
export function QuoteLines({ page, names, lines, acts }: QuoteLinesProps) {
	const t = useTexts(quoteTexts);
	const charged: Charged[] = [];
	for (const line of lines) {
		if (line.included) charged.at(-1)?.included.push(line);
		else charged.push({ line, included: [] });
	}
	const groups = order.filter((payer) => payers.includes(payer) && charged.some(({ line }) => line.payer === payer));
	return (
		<div className={classes.lines} data-edit={acts ? true : undefined}>
			{groups.map((payer) => {
				const mine = charged.filter(({ line }) => line.payer === payer);
				const sum = mine.reduce((total, { line }) => total + line.amountFen, 0);
				return (
					<section key={payer} className={classes.group} data-payer={payer} aria-label={t(payer)}>
						<h3>
							<span>{t(payer)}</span>
							<span className={classes.sum}>
								{t("group-sum")} <MoneyText fen={sum} />
							</span>
						</h3>
						<ul>
							{mine.map((each) => (
								<Line key={each.line.id} page={page} names={names} {...each} acts={acts} />
							))}
						</ul>
					</section>
				);
			})}
		</div>
	);
}

type LineProps = Charged & Pick<QuoteLinesProps, "page" | "names" | "acts">;

function Line({ page, names, line, included, acts }: LineProps) {
	const t = useTexts(quoteTexts);
	const language = useLanguage();
	const title = language === "en" ? (line.titleEn ?? line.title) : line.title;
	const piece = page.pieces.find((p) => p.id === line.pieceId);
	const isWork = names.standard.operations.has(line.code);
	const off = line.deviation !== undefined;
	return (
		<li className={classes.line}>
			<div className={classes.lineWhat}>
				<span>
					<strong>{title}</strong> <code>{line.code}</code>
					{piece && ` ${names.text(piece.name)}`}
				</span>
				{included.length > 0 && (
					<small>{t("included", { parts: names.list(included.map((part) => names.part(part.code))) })}</small>
				)}
			</div>
			<div className={classes.lineQty}>
				{acts ? (
					<NumberInput
						aria-label={`${t("qty")} ${title}`}
						size="xs"
						w="4.25rem"
						min={1}
						max={99}
						allowDecimal={false}
						clampBehavior="strict"
						value={line.qty}
						onChange={(qty) => typeof qty === "number" && qty >= 1 && acts.onQty(line, qty)}
					/>
				) : (
					<span>× {line.qty}</span>
				)}
				<span className={classes.soft}>{t(`unit_${line.unit}`)}</span>
			</div>
			<div className={classes.linePrice}>
				{off && line.listFen !== null && <MoneyText fen={line.listFen} former size="sm" />}
				<span data-off={off || undefined}>
					<MoneyText fen={line.unitFen} size="sm" />
				</span>
			</div>
			<div className={classes.lineAmount}>
				<MoneyText fen={line.amountFen} />
			</div>
			<div className={classes.lineActs}>
				<LineReason page={page} names={names} line={line} title={title} />
				{acts && (
					<>
						<ActionIcon
							variant="subtle"
							color="gray"
							aria-label={`${t("price")} ${title}`}
							onClick={() => acts.onPrice(line)}
						>
							<IconCurrencyYuan size={18} stroke={1.7} />
						</ActionIcon>
						{isWork && line.why.kind !== "service" && (
							<ActionIcon
								variant="subtle"
								color="gray"
								aria-label={`${t("part-add")} ${title}`}
								title={t("part-add")}
								onClick={() => acts.onPart(line)}
							>
								<IconPlus size={18} stroke={1.7} />
							</ActionIcon>
						)}
						<ActionIcon
							variant="subtle"
							color="gray"
							aria-label={`${t("remove")} ${title}`}
							onClick={() => acts.onRemove(line)}
						>
							<IconTrash size={18} stroke={1.7} />
						</ActionIcon>
					</>
				)}
			</div>
		</li>
	);
}
