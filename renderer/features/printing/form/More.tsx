import { NumberInput, Select, Switch } from "@mantine/core";
import { useTexts } from "../../../i18n/language.ts";
import { printerFormTexts } from "../../../i18n/texts/printer-form.ts";
import classes from "../printing.module.css";
import { type Change, type PrinterFields, proofsOf } from "./fields.ts";

/** Empty means: as the printer likes. */
const orNull = (value: string | number) => (typeof value === "number" ? Math.round(value) : null);
const tenths = (value: string | number) => (typeof value === "number" ? Math.round(value * 10) / 10 : 0);

/** What most printers are fine without. */
export function More({ fields, set }: { fields: PrinterFields; set: Change }) {
	const t = useTexts(printerFormTexts);
	const { offset } = fields;
	return (
		<>
			{fields.transport.kind !== "queue" && (
				<Select
					className={classes.wide ?? ""}
					label={t("proof")}
					description={t(`proof-help_${fields.proof}`)}
					allowDeselect={false}
					data={proofsOf(fields).map((value) => ({ value, label: t(`proof_${value}`) }))}
					value={fields.proof}
					onChange={(value) => value && set({ proof: value })}
				/>
			)}
			{fields.language !== "escpos" && (
				<>
					<NumberInput
						label={t("darkness")}
						placeholder={t("darkness-hint")}
						min={-30}
						max={30}
						value={fields.darkness ?? ""}
						onChange={(value) => set({ darkness: orNull(value) })}
					/>
					<NumberInput
						label={t("speed")}
						placeholder={t("speed-hint")}
						min={1}
						max={14}
						value={fields.speed ?? ""}
						onChange={(value) => set({ speed: orNull(value) })}
					/>
				</>
			)}
			<NumberInput
				label={t("offset-x")}
				min={-5}
				max={5}
				step={0.5}
				decimalScale={1}
				value={offset.xMm}
				onChange={(value) => set({ offset: { ...offset, xMm: tenths(value) } })}
			/>
			<NumberInput
				label={t("offset-y")}
				min={-5}
				max={5}
				step={0.5}
				decimalScale={1}
				value={offset.yMm}
				onChange={(value) => set({ offset: { ...offset, yMm: tenths(value) } })}
			/>
			<Select
				label={t("cutter")}
				allowDeselect={false}
				data={(["none", "each", "batch"] as const).map((value) => ({ value, label: t(`cutter_${value}`) }))}
				value={fields.cutter}
				onChange={(value) => value && set({ cutter: value })}
			/>
			<Switch
				className={classes.atEnd ?? ""}
				label={t("inverted")}
				description={t("inverted-help")}
				checked={fields.inverted}
				onChange={(e) => set({ inverted: e.currentTarget.checked })}
			/>
		</>
	);
}
