import { SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import type { PaymentMethod } from "../../../../domain/order/order.ts";
import type { OrderView } from "../../../../preload/contract/order.ts";
import { call } from "../../../app/client.ts";
import { MoneyInput } from "../../../components/input/MoneyInput.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { orderTexts } from "../../../i18n/texts/order.ts";
import { ActForm } from "../form/ActForm.tsx";
import { Methods } from "../form/Methods.tsx";
import classes from "../order.module.css";

type Kind = "deposit" | "balance";

/** A deposit, or what is due. */
export function TakePayment({ order, onDone }: { order: OrderView; onDone: () => void }) {
	const t = useTexts(orderTexts);
	const format = useFormat();
	const { dueFen } = order.money;
	const [kind, setKind] = useState<Kind>(dueFen > 0 ? "balance" : "deposit");
	const [method, setMethod] = useState<PaymentMethod>();
	const [amountFen, setAmountFen] = useState<number | null>(dueFen > 0 ? dueFen : null);
	const [reference, setReference] = useState("");
	const choose = (value: Kind) => {
		setKind(value);
		setAmountFen(value === "balance" && dueFen > 0 ? dueFen : null);
	};
	const { orderId, version } = order;
	return (
		<ActForm
			label={t("take-now", { amount: format.money(amountFen ?? 0) })}
			disabled={method === undefined || amountFen === null || amountFen === 0}
			onDone={onDone}
			onSubmit={async () => {
				if (method === undefined || amountFen === null) return;
				await call("payment.take", { orderId, version, kind, method, amountFen, reference });
			}}
		>
			<SegmentedControl
				aria-label={t("kind")}
				value={kind}
				onChange={(value) => choose(value === "balance" ? "balance" : "deposit")}
				data={[
					{ value: "balance", label: `${t("balance")} ${format.money(dueFen)}`, disabled: dueFen === 0 },
					{ value: "deposit", label: t("deposit") },
				]}
			/>
			<Methods
				value={method}
				onChange={setMethod}
				{...(kind === "deposit" ? { methods: ["cash", "wechat", "alipay", "card"] as const } : {})}
			/>
			<div className={classes.two}>
				<MoneyInput data-autofocus label={t("amount")} valueFen={amountFen} onChangeFen={setAmountFen} />
				<TextInput
					label={t("reference")}
					description={t("reference-hint")}
					inputWrapperOrder={["label", "input", "description", "error"]}
					maxLength={40}
					value={reference}
					onChange={(event) => setReference(event.currentTarget.value)}
				/>
			</div>
		</ActForm>
	);
}
