import { Button } from "@mantine/core";
import { IconCoinYen } from "@tabler/icons-react";
import type { OrderView, PaymentView } from "../../../../preload/contract/order.ts";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { MoneyText } from "../../../components/text/MoneyText.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { orderTexts } from "../../../i18n/texts/order.ts";
import type { Act } from "../acts/Acts.tsx";
import classes from "../order.module.css";
import { useOrderWords } from "../words.ts";

type Props = { order: OrderView; counter: boolean; onAct: (act: Act) => void };

/** What is owed, paid, due; every payment and what was given back of it. */
export function Money({ order, counter, onAct }: Props) {
	const t = useTexts(orderTexts);
	const format = useFormat();
	const { owedFen, paidFen, brandBilledFen, dueFen, creditFen } = order.money;
	const brandFen = order.jobs.reduce((sum, job) => sum + job.brandFen, 0);
	return (
		<section className={classes.card} aria-label={t("money")}>
			<h2 className={classes.sectionTitle}>{t("money")}</h2>
			<dl className={classes.sums}>
				<div>
					<dt>{t("owed")}</dt>
					<dd>{format.money(owedFen)}</dd>
				</div>
				<div>
					<dt>{t("paid")}</dt>
					<dd>{format.money(paidFen)}</dd>
				</div>
				{brandBilledFen > 0 && (
					<div>
						<dt>{t("brand-billed")}</dt>
						<dd>{format.money(brandBilledFen)}</dd>
					</div>
				)}
				<div data-total>
					<dt>{creditFen > 0 ? t("credit") : t("due")}</dt>
					<dd>
						{dueFen === 0 && creditFen === 0 && owedFen > 0 ? (
							<Meaning meaning="done">{t("settled")}</Meaning>
						) : (
							<MoneyText fen={creditFen > 0 ? creditFen : dueFen} size="lg" />
						)}
					</dd>
				</div>
			</dl>
			{brandFen > 0 && <p className={classes.quiet}>{t("brand-bears", { amount: format.money(brandFen) })}</p>}
			<ul className={classes.payments}>
				{order.payments.map((payment) => (
					<Payment key={payment.id} order={order} payment={payment} counter={counter} onAct={onAct} />
				))}
				{order.payments.length === 0 && <li className={classes.quiet}>{t("no-payments")}</li>}
			</ul>
			{counter && order.voided === null && (
				<Button
					variant="light"
					leftSection={<IconCoinYen size={18} stroke={1.7} />}
					rightSection={<kbd className={classes.kbd}>Alt+M</kbd>}
					onClick={() => onAct({ what: "take" })}
				>
					{t("take-money")}
				</Button>
			)}
		</section>
	);
}

function Payment({ order, payment, counter, onAct }: Props & { payment: PaymentView }) {
	const t = useTexts(orderTexts);
	const format = useFormat();
	const words = useOrderWords();
	const back = payment.kind === "refund";
	return (
		<li data-back={back || undefined}>
			<span>
				{words.own("paid", payment.kind)}
				{payment.method !== "brand" && ` · ${words.own("method", payment.method)}`}
				<small>
					{[
						format.when(payment.at, order.nowAt),
						payment.by.name,
						payment.reference,
						payment.reason && words.own("refund", payment.reason),
					]
						.filter(Boolean)
						.join(" · ")}
				</small>
			</span>
			<strong>{format.money(back ? -payment.amountFen : payment.amountFen)}</strong>
			{counter && payment.leftFen > 0 && (
				<Button size="compact-sm" variant="subtle" color="gray" onClick={() => onAct({ what: "refund", payment })}>
					{t("give-back")}
				</Button>
			)}
		</li>
	);
}
