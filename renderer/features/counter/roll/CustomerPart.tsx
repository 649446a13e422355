import { Checkbox, SegmentedControl, Switch, TextInput } from "@mantine/core";
import { Field } from "../../../components/input/EnterForm.tsx";
import { useLanguage, useTexts } from "../../../i18n/language.ts";
import { rollTexts } from "../../../i18n/texts/slip-roll.ts";
import { useIntake } from "../draft/context.ts";
import { changeCustomer } from "../draft/edit.ts";
import { KnownCustomer } from "./KnownCustomer.tsx";
import { PhoneField } from "./PhoneField.tsx";
import classes from "./roll.module.css";

/** Who brings it: phone first, a known customer appears masked; "no phone" and "no name" are one key each. */
export function CustomerPart() {
	const t = useTexts(rollTexts);
	const { draft, change, missing, goNext, standard, known } = useIntake();
	const english = useLanguage() === "en";
	const { customer } = draft;
	const set = (fields: Partial<typeof customer>) => change(changeCustomer(fields));
	const { privacy } = standard.standard.vocab;
	const noticed = known?.customer.noticed === privacy.version;
	const asksName = customer.knownId === null || missing.includes("customer.name") || customer.name !== "";
	return (
		<section className={classes.part}>
			<h3>{t("customer")}</h3>
			{customer.knownId === null ? <PhoneField /> : <KnownCustomer />}
			{asksName &&
				(customer.noName ? (
					<p className={classes.none}>
						{t("name-none")}
						<button type="button" onClick={() => set({ noName: false })}>
							{t("name-back")}
						</button>
					</p>
				) : (
					<Field missing={missing.includes("customer.name")} next={missing[0] === "customer.name"}>
						<TextInput
							label={
								<span className={classes.label}>
									{customer.under14 ? t("guardian") : t("name")}
									<button type="button" tabIndex={-1} onClick={() => set({ noName: true, name: "" })}>
										{t("name-none")} <kbd>F7</kbd>
									</button>
								</span>
							}
							value={customer.name}
							maxLength={60}
							autoComplete="off"
							onChange={(event) => set({ name: event.currentTarget.value })}
							onKeyDown={(event) => {
								if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
								event.preventDefault();
								goNext(event.currentTarget);
							}}
						/>
					</Field>
				))}
			<Checkbox
				size="sm"
				label={t("under14")}
				checked={customer.under14}
				onChange={(event) => set({ under14: event.currentTarget.checked })}
			/>
			<div className={classes.notice}>
				<p lang={english && privacy.short.en ? "en" : "zh-CN"}>{standard.name(privacy.short)}</p>
				{noticed ? (
					<small>{t("notice-done", { version: privacy.version })}</small>
				) : (
					<SegmentedControl
						size="xs"
						aria-label={t("notice-how")}
						value={customer.notice ?? ""}
						onChange={(how) => set({ notice: how as "screen" | "paper" | "spoken" })}
						data={(["screen", "paper", "spoken"] as const).map((how) => ({ value: how, label: t(`notice-${how}`) }))}
					/>
				)}
			</div>
			<Switch
				size="sm"
				label={t("marketing")}
				description={t("marketing-hint")}
				checked={customer.marketing ?? known?.customer.marketing ?? false}
				onChange={(event) => set({ marketing: event.currentTarget.checked })}
			/>
		</section>
	);
}
