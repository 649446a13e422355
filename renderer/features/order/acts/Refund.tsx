import { Textarea } from "@mantine/core";
import { useState } from "react";
import { type RefundReason, refundReasons } from "../../../../domain/order/decide-payment.ts";
import type { PaymentMethod } from "../../../../domain/order/order.ts";
import type { OrderView, PaymentView } from "../../../../preload/contract/order.ts";
import { call } from "../../../app/client.ts";
import { MoneyInput } from "../../../components/input/MoneyInput.tsx";
import { ReasonPicker } from "../../../components/input/ReasonPicker.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { orderTexts } from "../../../i18n/texts/order.ts";
import { ActForm } from "../form/ActForm.tsx";
import { Methods } from "../form/Methods.tsx";
import { useApproved } from "../form/use-approved.tsx";
import { useOrderWords } from "../words.ts";

/** Gives one payment back, or part of it, with a manager behind it. */
export function Refund({ order, payment, onDone }: { order: OrderView; payment: PaymentView; onDone: () => void }) {
	const t = useTexts(orderTexts);
	const format = useFormat();
	const words = useOrderWords();
	const most = payment.method === "brand" ? payment.leftFen : Math.min(payment.leftFen, order.money.paidFen);
	const [amountFen, setAmountFen] = useState<number | null>(most);
	const [method, setMethod] = useState<PaymentMethod>(payment.method);
	const [reason, setReason] = useState<RefundReason>();
	const [note, setNote] = useState("");
	const amount = format.money(amountFen ?? 0);
	const { act, dialog } = useApproved({
		needed: true,
		what: t("refund-approve", { amount }),
		people: order.managers,
		onDone,
		run: async (approval) => {
			if (reason === undefined || amountFen === null || !approval) return;
			const { orderId, version } = order;
			await call("payment.refund", { orderId, version, of: payment.id, method, amountFen, reason, note, approval });
		},
	});
	const complete =
		reason !== undefined &&
		amountFen !== null &&
		amountFen > 0 &&
		amountFen <= most &&
		(reason !== "other" || note.trim() !== "");
	return (
		<>
			<ActForm danger label={t("refund-approve", { amount })} disabled={!complete} onDone={onDone} onSubmit={act}>
				<p>
					{t("refund-of", {
						what: `${words.own("paid", payment.kind)} ${format.money(payment.amountFen)} · ${format.when(payment.at, order.nowAt)}`,
					})}
				</p>
				<MoneyInput
					data-autofocus
					label={t("amount")}
					description={t("refund-most", { amount: format.money(most) })}
					valueFen={amountFen}
					onChangeFen={setAmountFen}
				/>
				{payment.method !== "brand" && (
					<Methods value={method} onChange={setMethod} methods={["cash", "wechat", "alipay", "card"]} />
				)}
				<ReasonPicker
					label={t("refund-reason")}
					reasons={refundReasons.map((code) => ({ code, label: words.own("refund", code) }))}
					value={reason ? { code: reason, note: "" } : undefined}
					onChange={({ code }) => setReason(refundReasons.find((r) => r === code))}
					noteOnlyIfNeeded
				/>
				<Textarea
					label={t("refund-note")}
					required={reason === "other"}
					autosize
					minRows={1}
					maxLength={500}
					value={note}
					onChange={(event) => setNote(event.currentTarget.value)}
				/>
			</ActForm>
			{dialog}
		</>
	);
}
