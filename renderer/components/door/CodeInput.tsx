import { Textarea } from "@mantine/core";
import { isRecoveryQr, plainRecovery, recoveryGroupCount, recoveryGroupHolds } from "../../../domain/code/recovery.ts";
import { useTexts } from "../../i18n/language.ts";
import { doorTexts } from "../../i18n/texts/door.ts";
import { useScan } from "../../scan/bus.ts";
import classes from "./door.module.css";

const groupLength = 5;

/** The groups of a typed code that are whole and wrong, 1–8. */
export function wrongGroups(text: string): number[] {
	const plain = plainRecovery(text);
	const wrong: number[] = [];
	for (let group = 0; group < recoveryGroupCount; group++) {
		const typed = plain.slice(group * groupLength, (group + 1) * groupLength);
		if (typed.length === groupLength && !recoveryGroupHolds(typed, group)) wrong.push(group + 1);
	}
	return wrong;
}

/** True when the code is whole and every group fits. */
export function isWholeCode(text: string): boolean {
	return plainRecovery(text).length === recoveryGroupCount * groupLength && wrongGroups(text).length === 0;
}

/** In groups, as on the sheet. */
const grouped = (text: string) =>
	plainRecovery(text)
		.slice(0, recoveryGroupCount * groupLength)
		.replace(/(.{5})(?=.)/g, "$1 ");

export type CodeInputProps = { value: string; onChange: (code: string) => void; modal?: boolean };

/** A recovery sheet's whole code, typed or scanned. Says which group is wrong while it is typed. */
export function CodeInput({ value, onChange, modal = false }: CodeInputProps) {
	const t = useTexts(doorTexts);
	const wrong = wrongGroups(value);
	useScan(
		({ text }) => {
			if (!isRecoveryQr(text)) return false;
			onChange(grouped(text));
			return { label: t("code-scanned") };
		},
		{ layer: modal ? "modal" : "part" },
	);
	return (
		<Textarea
			label={t("code-label")}
			description={t("code-hint")}
			className={classes.code ?? ""}
			rows={2}
			spellCheck={false}
			autoComplete="off"
			value={value}
			error={wrong.length > 0 ? t("code-group-wrong", { groups: wrong.join(" / ") }) : undefined}
			onChange={(event) => onChange(grouped(event.currentTarget.value))}
		/>
	);
}
