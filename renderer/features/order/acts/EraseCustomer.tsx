import { Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { type ErasureReason, erasureReasons } from "../../../../domain/customer/decide-erasure.ts";
import type { OrderView } from "../../../../preload/contract/order.ts";
import { call } from "../../../app/client.ts";
import { useTexts } from "../../../i18n/language.ts";
import { orderTexts } from "../../../i18n/texts/order.ts";
import { ActForm } from "../form/ActForm.tsx";

/** Who the customer is goes for good; a manager says why, and is told what stays. */
export function EraseCustomer({ order, onDone }: { order: OrderView; onDone: () => void }) {
	const t = useTexts(orderTexts);
	const [reason, setReason] = useState<ErasureReason>();
	const { customer } = order;
	return (
		<ActForm
			danger
			label={t("erase-do")}
			disabled={reason === undefined || !customer}
			onDone={onDone}
			onSubmit={async () => {
				if (!customer || !reason) return;
				const { subjectId, version } = customer;
				await call("customer.erase", { subjectId, version, reason });
			}}
		>
			<p>{t("erase-what")}</p>
			<Radio.Group label={t("reason")} value={reason ?? null} onChange={(value) => setReason(value as ErasureReason)}>
				<Stack gap="xs" mt="xs">
					{erasureReasons.map((each) => (
						<Radio key={each} value={each} label={t(`erase-${each}`)} />
					))}
				</Stack>
			</Radio.Group>
		</ActForm>
	);
}
