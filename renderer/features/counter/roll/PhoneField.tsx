import { TextInput } from "@mantine/core";
import { IconUserCheck } from "@tabler/icons-react";
import { type KeyboardEvent, useRef } from "react";
import type { CallOutput } from "../../../app/client.ts";
import { useQueryCall } from "../../../app/use-calls.ts";
import { Field } from "../../../components/input/EnterForm.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { rollTexts } from "../../../i18n/texts/slip-roll.ts";
import { useIntake } from "../draft/context.ts";
import { changeCustomer } from "../draft/edit.ts";
import classes from "./roll.module.css";

const enough = 7;

/** The phone number, and who is known by it. Empty, it offers whoever brought the known item last time. */
export function PhoneField() {
	const t = useTexts(rollTexts);
	const { draft, change, missing, goNext } = useIntake();
	const { customer, items } = draft;
	const input = useRef<HTMLInputElement>(null);
	const digits = customer.phone.replaceAll(/\D/g, "");
	const { data } = useQueryCall(
		"customer.find",
		{ phone: customer.phone },
		{ enabled: digits.length >= enough, watch: ["subject"] },
	);
	const firstKnown = items.find((item) => item.itemId !== null)?.itemId ?? null;
	const { data: record } = useQueryCall(
		"item.record",
		{ itemId: firstKnown ?? "" },
		{ enabled: firstKnown !== null, watch: ["item"] },
	);
	const found = digits.length >= enough ? (data?.customers ?? []) : [];
	const last = customer.phone === "" && !record?.customer?.erased ? record?.customer : undefined;

	const choose = ({ subjectId, name, phone, under14 }: CallOutput<"customer.get">["customer"]) => {
		// What was typed only served to find them: their own data stands, and what they never told isn't asked again.
		const asTold = { phone: "", name: "", noPhone: phone === "", noName: name === "", under14, marketing: null };
		change(changeCustomer({ knownId: subjectId, ...asTold }));
		if (input.current) goNext(input.current);
	};
	const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
		if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
		event.preventDefault();
		const [only, ...others] = found;
		if (only && others.length === 0) choose(only);
		else if (last) choose(last);
		else goNext(event.currentTarget);
	};
	if (customer.noPhone) {
		return (
			<p className={classes.none}>
				{t("phone-none")}
				<button type="button" onClick={() => change(changeCustomer({ noPhone: false }))}>
					{t("phone-back")}
				</button>
			</p>
		);
	}
	return (
		<Field missing={missing.includes("customer.phone")} next={missing[0] === "customer.phone"}>
			<TextInput
				ref={input}
				label={
					<span className={classes.label}>
						{customer.under14 ? t("guardian-phone") : t("phone")}
						<button type="button" tabIndex={-1} onClick={() => change(changeCustomer({ noPhone: true, phone: "" }))}>
							{t("phone-none")} <kbd>F7</kbd>
						</button>
					</span>
				}
				placeholder={t("phone-hint")}
				inputMode="tel"
				value={customer.phone}
				maxLength={30}
				autoComplete="off"
				onChange={(event) => change(changeCustomer({ phone: event.currentTarget.value }))}
				onKeyDown={onKeyDown}
			/>
			{last && (
				<div className={classes.found}>
					<small>{t("same-as-last")}</small>
					<button type="button" onClick={() => choose(last)}>
						<IconUserCheck size={18} stroke={1.7} aria-hidden />
						<strong>{last.name || "—"}</strong>
						<span>{last.phone}</span>
						<kbd>{t("same-as-last-do")} ⏎</kbd>
					</button>
				</div>
			)}
			{found.length > 0 && (
				<div className={classes.found}>
					{found.map((each) => (
						<button key={each.subjectId} type="button" onClick={() => choose(each)}>
							<IconUserCheck size={18} stroke={1.7} aria-hidden />
							<strong>{each.name || "—"}</strong>
							<span>{each.phone}</span>
							<small>{t("is-known", { count: each.orders })}</small>
							{found.length === 1 && <kbd>⏎</kbd>}
						</button>
					))}
				</div>
			)}
		</Field>
	);
}
