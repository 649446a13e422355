import { Select } from "@mantine/core";
import { useTexts } from "../../../i18n/language.ts";
import { printerFormTexts } from "../../../i18n/texts/printer-form.ts";
import classes from "../printing.module.css";
import { type Change, type PrinterFields, withLanguage, withRoll } from "./fields.ts";

type Language = PrinterFields["language"];
const languages: Language[] = ["zpl", "tspl", "escpos"];
const sizes: PrinterFields["media"][] = ["40x30", "60x40", "70x50"];

/** What the printer understands and what is loaded. */
export function Media({ fields, set }: { fields: PrinterFields; set: Change }) {
	const t = useTexts(printerFormTexts);
	const onRoll = fields.language === "escpos";
	return (
		<>
			<Select
				className={classes.wide ?? ""}
				label={t("language")}
				allowDeselect={false}
				data={languages.map((value) => ({ value, label: t(`language_${value}`) }))}
				value={fields.language}
				onChange={(value) => value && set(withLanguage(value, fields))}
			/>
			{onRoll && (
				<Select
					label={t("roll")}
					allowDeselect={false}
					data={(["58", "80"] as const).map((value) => ({ value, label: t(`roll_${value}`) }))}
					value={fields.roll}
					onChange={(value) => value && set(withRoll(value, fields))}
				/>
			)}
			<Select
				label={t(onRoll ? "media-on-roll" : "media")}
				allowDeselect={false}
				data={sizes.map((value) => ({
					value,
					label: `${value.replace("x", "×")} mm`,
					disabled: fields.roll === "58" && value !== "40x30",
				}))}
				value={fields.media}
				onChange={(value) => value && set({ media: value })}
			/>
			{!onRoll && (
				<>
					<Select
						label={t("gap")}
						allowDeselect={false}
						data={(["gap", "mark", "continuous"] as const).map((value) => ({ value, label: t(`gap_${value}`) }))}
						value={fields.gap}
						onChange={(value) => value && set({ gap: value })}
					/>
					<Select
						label={t("dpi")}
						allowDeselect={false}
						data={["203", "300"].map((value) => ({ value, label: `${value} dpi` }))}
						value={String(fields.dpi)}
						onChange={(value) => set({ dpi: value === "300" ? 300 : 203 })}
					/>
				</>
			)}
		</>
	);
}
