/**
 * The standard on the screen: `useStandard()` gives it with maps by code and `name(localized)` in the running language.
 * Read once and kept; a new version arrives as a change of the station.
 */
import { useMemo } from "react";
import { indexStandard, type StandardIndex } from "../../domain/standard/lookup.ts";
import { type Localized, localText } from "../../domain/standard/text.ts";
import { useLanguage } from "../i18n/language.ts";
import { useQueryCall } from "./use-calls.ts";

export type StandardOnScreen = StandardIndex & {
	/** The text in the running language; Chinese with a trailing `*` where English is missing. */
	name(text: Localized | undefined): string;
};

/** Undefined while it loads (a moment after sign-in). */
export function useStandard(): StandardOnScreen | undefined {
	const { data } = useQueryCall("standard.read", {}, { watch: ["station"], freshMs: Number.POSITIVE_INFINITY });
	const language = useLanguage();
	const index = useMemo(() => (data ? indexStandard(data.standard) : undefined), [data]);
	return useMemo(() => {
		if (!index) return undefined;
		const name = (text: Localized | undefined) => {
			if (!text) return "";
			const local = localText(text, language === "en" ? "en" : "zh");
			return local.marked ? `${local.text}*` : local.text;
		};
		return { ...index, name };
	}, [index, language]);
}
