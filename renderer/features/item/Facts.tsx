import type { StandardOnScreen } from "../../app/use-standard.ts";
import { PhotoStrip } from "../../components/photo/PhotoStrip.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { intakeTexts } from "../../i18n/texts/intake.ts";
import { itemTexts } from "../../i18n/texts/item.ts";
import classes from "./item-page.module.css";
import { type ItemRecord, wordOf } from "./words.ts";

type Props = { record: ItemRecord; standard: StandardOnScreen };

/** Pieces, codes, purchase and who brought it last. */
export function Facts({ record, standard }: Props) {
	const t = useTexts(itemTexts);
	const intake = useTexts(intakeTexts);
	const format = useFormat();
	const { pieces, codes, purchase, customer } = record;
	const { vocab } = standard.standard;
	const bought = purchase && [
		t("purchase-line", { channel: wordOf(standard, vocab.channels, purchase.channel), shop: purchase.shop }).trim(),
		purchase.boughtOn && t("bought-on", { date: format.date(purchase.boughtOn) }),
		t("proof", { proof: wordOf(standard, vocab.proofKinds, purchase.proof) }),
		purchase.orderNumber && t("order-number", { number: purchase.orderNumber }),
		purchase.priceFen !== null && t("price", { price: format.money(purchase.priceFen) }),
	];
	return (
		<section className={classes.box}>
			<dl className={classes.facts}>
				<dt>{t("pieces")}</dt>
				<dd>{pieces.map((piece) => wordOf(standard, standard.pieceKinds, piece.kind)).join(t("list"))}</dd>
				<dt>{t("codes")}</dt>
				<dd>
					{codes.length === 0 && t("codes-none")}
					{codes.map((code) => (
						<p key={`${code.kind} ${code.value}`}>
							<small>{intake(`code-kind-${code.kind}`)}</small> {code.value}
						</p>
					))}
				</dd>
				<dt>{t("purchase")}</dt>
				<dd>
					{bought ? bought.filter(Boolean).join(" · ") : t("purchase-none")}
					{purchase && purchase.proofs.length > 0 && (
						<PhotoStrip size="sm" photos={purchase.proofs.map((handle) => ({ handle }))} />
					)}
				</dd>
				{customer && (
					<>
						<dt>{t("customer")}</dt>
						<dd>{customer.erased ? t("customer-erased") : `${customer.name || "—"} ${customer.phone}`}</dd>
					</>
				)}
			</dl>
		</section>
	);
}
