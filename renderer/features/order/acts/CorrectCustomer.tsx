import { Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import type { OrderView } from "../../../../preload/contract/order.ts";
import { call } from "../../../app/client.ts";
import { say } from "../../../components/act/undo.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { orderTexts } from "../../../i18n/texts/order.ts";
import { ActForm } from "../form/ActForm.tsx";
import classes from "../order.module.css";

const fields = ["name", "phone"] as const;
type Field = (typeof fields)[number];

/** Corrects name and phone without showing what is there: new values only, or taken away. */
export function CorrectCustomer({ order, onDone }: { order: OrderView; onDone: () => void }) {
	const t = useTexts(orderTexts);
	const [typed, setTyped] = useState<Record<Field, string>>({ name: "", phone: "" });
	const [removed, setRemoved] = useState<Record<Field, boolean>>({ name: false, phone: false });
	const { customer } = order;
	const changes = Object.fromEntries(
		fields.flatMap((field) => {
			if (removed[field]) return [[field, ""]];
			return typed[field].trim() === "" ? [] : [[field, typed[field]]];
		}),
	) as Partial<Record<Field, string>>;
	if (!customer) return null;
	const { subjectId, version } = customer;
	return (
		<ActForm
			label={t("save")}
			disabled={Object.keys(changes).length === 0}
			onDone={onDone}
			onSubmit={async () => {
				await call("customer.set", { subjectId, version, ...changes });
				say(t("saved"));
			}}
		>
			<p className={classes.quiet}>{t("customer-keep")}</p>
			{fields.map((field) => (
				<div key={field} className={classes.two}>
					<TextInput
						label={t("new-value", { what: t(field) })}
						placeholder={customer[field]}
						autoComplete="off"
						maxLength={field === "name" ? 60 : 30}
						disabled={removed[field]}
						value={typed[field]}
						onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
					/>
					{customer[field] !== "" && (
						<Checkbox
							mt="1.9rem"
							label={t("customer-remove", { what: t(field) })}
							checked={removed[field]}
							onChange={(event) => setRemoved({ ...removed, [field]: event.currentTarget.checked })}
						/>
					)}
				</div>
			))}
		</ActForm>
	);
}
