/** What the centre is: names, numbers, contact, hours. */
import { Alert, NumberInput, Select, TextInput } from "@mantine/core";
import { formatOrderNumber, makeOrderNumber } from "../../../domain/code/order-number.ts";
import { HoursEditor } from "../../components/door/HoursEditor.tsx";
import { provinces } from "../../components/door/provinces.ts";
import { useTexts } from "../../i18n/language.ts";
import { doorTexts } from "../../i18n/texts/door.ts";
import { setupTexts } from "../../i18n/texts/setup.ts";
import classes from "./setup.module.css";
import type { StepProps } from "./steps.ts";

export function NamesStep({ draft, change }: StepProps) {
	const t = useTexts(setupTexts);
	return (
		<>
			<TextInput
				size="md"
				autoFocus
				label={t("brand")}
				description={t("brand-hint")}
				maxLength={60}
				value={draft.brandName}
				onChange={(event) => change({ brandName: event.currentTarget.value })}
			/>
			<TextInput
				size="md"
				label={t("centre")}
				description={t("centre-hint")}
				maxLength={60}
				value={draft.centreName}
				onChange={(event) => change({ centreName: event.currentTarget.value })}
			/>
		</>
	);
}

/** The number of the first order, as it will stand on paper; undefined while the parts are not whole. */
function sampleNumber(code: string, station: number): string | undefined {
	if (!/^\d{5}$/.test(code) || !Number.isInteger(station) || station < 1 || station > 99) return undefined;
	return formatOrderNumber(makeOrderNumber({ store: Number(code), station, counter: 1 }));
}

export function NumbersStep({ draft, change }: StepProps) {
	const t = useTexts(setupTexts);
	const sample = sampleNumber(draft.code, draft.stationNumber);
	return (
		<>
			<div className={classes.pair}>
				<TextInput
					size="md"
					autoFocus
					label={t("code")}
					inputMode="numeric"
					maxLength={5}
					autoComplete="off"
					value={draft.code}
					onChange={(event) => change({ code: event.currentTarget.value.replace(/\D/g, "") })}
				/>
				<NumberInput
					size="md"
					label={t("station")}
					description={t("station-hint")}
					inputWrapperOrder={["label", "input", "description"]}
					min={1}
					max={99}
					allowDecimal={false}
					value={draft.stationNumber}
					onChange={(value) => change({ stationNumber: Number(value) })}
				/>
			</div>
			<TextInput
				size="md"
				label={t("station-label")}
				placeholder={t("station-label-hint")}
				maxLength={60}
				value={draft.stationLabel}
				onChange={(event) => change({ stationLabel: event.currentTarget.value })}
			/>
			<p className={classes.sample}>{sample && t("number-sample", { number: sample })}</p>
		</>
	);
}

export function ContactStep({ draft, change }: StepProps) {
	const t = useTexts(setupTexts);
	return (
		<>
			<TextInput
				size="md"
				autoFocus
				label={t("address")}
				maxLength={200}
				value={draft.address}
				onChange={(event) => change({ address: event.currentTarget.value })}
			/>
			<div className={classes.pair}>
				<TextInput
					size="md"
					label={t("phone")}
					inputMode="tel"
					maxLength={30}
					value={draft.phone}
					onChange={(event) => change({ phone: event.currentTarget.value })}
				/>
				<Select
					size="md"
					label={t("province")}
					searchable
					data={[{ value: "", label: t("province-none") }, ...provinces.map((name) => ({ value: name, label: name }))]}
					value={draft.province}
					onChange={(province) => change({ province: province ?? "" })}
				/>
			</div>
		</>
	);
}

export function HoursStep({ draft, change }: StepProps) {
	const t = useTexts(doorTexts);
	const never = draft.calendar.weekly.every((spans) => spans.length === 0);
	return (
		<>
			<HoursEditor
				weekly={draft.calendar.weekly}
				onChange={(weekly) => change({ calendar: { ...draft.calendar, weekly } })}
			/>
			{never && (
				<Alert color="yellow" p="xs">
					{t("not-yet-open")}
				</Alert>
			)}
		</>
	);
}
