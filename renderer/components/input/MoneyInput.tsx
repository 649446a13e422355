import { TextInput, type TextInputProps } from "@mantine/core";
import { useState } from "react";
import { parseAmount } from "../../../domain/money/amount.ts";
import { useTexts } from "../../i18n/language.ts";
import { componentTexts } from "../../i18n/texts/components.ts";

export type MoneyInputProps = Omit<TextInputProps, "value" | "onChange" | "type" | "inputMode"> & {
	/** Whole fen; null: nothing entered. */
	valueFen: number | null;
	/** Called with every amount that can be read, and null when the field is emptied. */
	onChangeFen: (fen: number | null) => void;
};

/** An amount in yuan, kept as whole fen. Takes full-width digits and ¥ signs as an input method leaves them. */
export function MoneyInput({ valueFen, onChangeFen, error, onBlur, ...rest }: MoneyInputProps) {
	const t = useTexts(componentTexts);
	const [draft, setDraft] = useState<string>();
	const shown = draft ?? (valueFen === null ? "" : moneyToType(valueFen));
	const odd = draft !== undefined && draft.trim() !== "" && parseAmount(draft) === undefined;
	return (
		<TextInput
			{...rest}
			inputMode="decimal"
			leftSection="¥"
			leftSectionWidth="1.75rem"
			autoComplete="off"
			value={shown}
			error={odd ? t("money-odd") : error}
			onChange={(event) => {
				const text = event.currentTarget.value;
				setDraft(text);
				const fen = parseAmount(text);
				if (fen !== undefined) onChangeFen(fen);
				else if (text.trim() === "") onChangeFen(null);
			}}
			onBlur={(event) => {
				// What cannot be read stays, so that it can be corrected.
				if (!odd) setDraft(undefined);
				onBlur?.(event);
			}}
		/>
	);
}

/** Whole fen as a person would type it: "128" or "128.50". */
function moneyToType(fen: number): string {
	const rest = fen % 100;
	return rest === 0 ? String(fen / 100) : `${Math.floor(fen / 100)}.${String(rest).padStart(2, "0")}`;
}
