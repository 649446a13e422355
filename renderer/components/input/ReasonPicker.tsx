import { Textarea } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useId } from "react";
import { useTexts } from "../../i18n/language.ts";
import { componentTexts } from "../../i18n/texts/components.ts";
import classes from "./input.module.css";

export type CodedReason = {
	code: string;
	label: string;
	/** A sentence that helps to choose. */
	hint?: string;
	/** True: only together with a note. */
	needsNote?: boolean;
};

export type ReasonValue = { code: string; note: string };

export type ReasonPickerProps = {
	label: string;
	reasons: readonly CodedReason[];
	/** undefined: nothing chosen yet. */
	value: ReasonValue | undefined;
	onChange: (value: ReasonValue) => void;
	/** Hide the note field for reasons that don't need one. */
	noteOnlyIfNeeded?: boolean;
};

/** True when a reason is chosen and its note, if it needs one, is written. */
export function reasonComplete(value: ReasonValue | undefined, reasons: readonly CodedReason[]): value is ReasonValue {
	const chosen = reasons.find((reason) => reason.code === value?.code);
	return chosen !== undefined && value !== undefined && (!chosen.needsNote || value.note.trim() !== "");
}

/** A coded reason from big targets, with a note where it takes one. */
export function ReasonPicker({ label, reasons, value, onChange, noteOnlyIfNeeded = false }: ReasonPickerProps) {
	const t = useTexts(componentTexts);
	const name = useId();
	const chosen = reasons.find((reason) => reason.code === value?.code);
	return (
		<fieldset className={classes.reasons}>
			<legend>{label}</legend>
			<div className={classes.reasonList}>
				{reasons.map((reason) => (
					<label key={reason.code} className={classes.reason} data-chosen={reason === chosen || undefined}>
						<input
							type="radio"
							name={name}
							checked={reason === chosen}
							onChange={() => onChange({ code: reason.code, note: value?.note ?? "" })}
						/>
						<span className={classes.reasonTick} aria-hidden>
							{reason === chosen && <IconCheck size="0.9em" stroke={3} />}
						</span>
						<span>
							<strong>{reason.label}</strong>
							{reason.hint && <small>{reason.hint}</small>}
						</span>
					</label>
				))}
			</div>
			{chosen && (chosen.needsNote || !noteOnlyIfNeeded) && (
				<Textarea
					label={t("reason-note")}
					required={chosen.needsNote ?? false}
					description={chosen.needsNote ? t("reason-note-needed") : undefined}
					autosize
					minRows={2}
					maxLength={500}
					value={value?.note ?? ""}
					onChange={(event) => onChange({ code: chosen.code, note: event.currentTarget.value })}
				/>
			)}
		</fieldset>
	);
}
