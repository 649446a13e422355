import { Select } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import { useState } from "react";
import type { OrderView } from "../../../../preload/contract/order.ts";
import { call } from "../../../app/client.ts";
import { useTexts } from "../../../i18n/language.ts";
import { orderTexts } from "../../../i18n/texts/order.ts";
import { ActForm } from "../form/ActForm.tsx";
import classes from "../order.module.css";
import { useOrderWords } from "../words.ts";

/** Moves the promised day, with its reason; the earlier promise stays in the history. */
export function MovePromise({ order, onDone }: { order: OrderView; onDone: () => void }) {
	const t = useTexts(orderTexts);
	const words = useOrderWords();
	const today = order.nowAt.slice(0, 10);
	const [promisedOn, setPromisedOn] = useState<string | null>(null);
	const [reason, setReason] = useState<string | null>(null);
	const { orderId, version } = order;
	return (
		<ActForm
			label={t("save")}
			disabled={promisedOn === null || reason === null}
			onDone={onDone}
			onSubmit={async () => {
				if (promisedOn === null || reason === null) return;
				await call("intake.repromise", { orderId, version, promisedOn, reason });
			}}
		>
			<div className={classes.two}>
				<DatePicker aria-label={t("promise-day")} minDate={today} value={promisedOn} onChange={setPromisedOn} />
				<Select
					label={t("reason")}
					data={words.reasons("pause").map(({ code, label }) => ({ value: code, label }))}
					value={reason}
					onChange={setReason}
				/>
			</div>
		</ActForm>
	);
}
