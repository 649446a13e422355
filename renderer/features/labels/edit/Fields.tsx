import { Checkbox, NumberInput, SegmentedControl, Select } from "@mantine/core";
import { type LayoutElement, layoutFields } from "../../../../preload/contract/label-layout.ts";
import { useTexts } from "../../../i18n/language.ts";
import { labelsTexts } from "../../../i18n/texts/labels.ts";
import classes from "../labels.module.css";
import type { Editing } from "./history.ts";
import { fieldName } from "./names.ts";

const aligns = ["left", "center", "right"] as const;

/** Everything about the chosen element in numbers and words. */
export function Fields({ edit }: { edit: Editing }) {
	const t = useTexts(labelsTexts);
	const { layout, selected } = edit;
	const element = layout.elements[selected];
	if (!element) return null;
	const set = (change: object, run?: string) =>
		edit.set(selected, { ...element, ...change } as LayoutElement, run && `${run}-${selected}`);
	const number = (key: "x" | "y" | "w" | "h" | "size" | "minSize" | "lines", label: string, value: number) => (
		<NumberInput
			key={key}
			label={label}
			value={value}
			min={key === "x" || key === "y" ? 0 : key === "lines" ? 1 : 0.1}
			max={key === "lines" ? 9 : 100}
			step={key === "lines" ? 1 : key === "size" || key === "minSize" ? 0.1 : 0.5}
			decimalScale={key === "lines" ? 0 : 2}
			onChange={(next) => typeof next === "number" && next >= 0 && set({ [key]: next }, key)}
		/>
	);
	return (
		<div className={classes.fields}>
			{"field" in element && (
				<Select
					className={classes.wide ?? ""}
					label={t("field")}
					allowDeselect={false}
					value={element.field}
					onChange={(field) => field && set({ field })}
					data={layoutFields[layout.kind].map((value) => ({ value, label: fieldName(t, value) }))}
				/>
			)}
			{(["x", "y", "w", "h"] as const).map((key) => number(key, t(key), element[key]))}
			{element.type === "text" && (
				<>
					{number("size", t("font-size"), element.size)}
					{number("minSize", t("min-size"), element.minSize)}
					{number("lines", t("lines"), element.lines)}
					<span className={classes.checks}>
						<Checkbox label={t("bold")} checked={element.bold} onChange={() => set({ bold: !element.bold })} />
						<Checkbox
							label={t("inverse")}
							checked={element.inverse}
							onChange={() => set({ inverse: !element.inverse })}
						/>
					</span>
				</>
			)}
			{"align" in element && (
				<SegmentedControl
					className={classes.wide ?? ""}
					aria-label={t("align")}
					value={element.align}
					onChange={(align) => set({ align })}
					data={aligns.map((value) => ({ value, label: t(`align_${value}`) }))}
				/>
			)}
		</div>
	);
}
