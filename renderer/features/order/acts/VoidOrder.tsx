import { useState } from "react";
import { formatOrderNumber } from "../../../../domain/code/order-number.ts";
import type { OrderView } from "../../../../preload/contract/order.ts";
import { call } from "../../../app/client.ts";
import { ReasonPicker, type ReasonValue, reasonComplete } from "../../../components/input/ReasonPicker.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { orderTexts } from "../../../i18n/texts/order.ts";
import { ActForm } from "../form/ActForm.tsx";
import { useApproved } from "../form/use-approved.tsx";
import { useOrderWords } from "../words.ts";

/** The order should never have been: a reason, and a manager behind it. */
export function VoidOrder({ order, onDone }: { order: OrderView; onDone: () => void }) {
	const t = useTexts(orderTexts);
	const words = useOrderWords();
	const reasons = words.reasons("void-order");
	const [reason, setReason] = useState<ReasonValue>();
	const { act, dialog } = useApproved({
		needed: true,
		what: t("void-approve", { number: formatOrderNumber(order.number) }),
		people: order.managers,
		onDone,
		run: async (approval) => {
			if (!reasonComplete(reason, reasons) || !approval) return;
			const { orderId, version } = order;
			const given = { code: reason.code, ...(reason.note ? { note: reason.note } : {}) };
			await call("order.void", { orderId, version, reason: given, approval });
		},
	});
	return (
		<>
			<ActForm danger label={t("void-do")} disabled={!reasonComplete(reason, reasons)} onDone={onDone} onSubmit={act}>
				<p>{t("void-what")}</p>
				<ReasonPicker label={t("reason")} reasons={reasons} value={reason} onChange={setReason} noteOnlyIfNeeded />
			</ActForm>
			{dialog}
		</>
	);
}
