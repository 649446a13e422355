/** The standard's words for an item's record, by code, in the running language. Unknown codes stay as they are. */
import type { Localized } from "../../../domain/standard/text.ts";
import type { CallOutput } from "../../app/client.ts";
import type { StandardOnScreen } from "../../app/use-standard.ts";
import type { Format } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { itemTexts } from "../../i18n/texts/item.ts";

export type ItemRecord = CallOutput<"item.record">;
type Line = ItemRecord["timeline"][number];
type Word = { code: string; name: Localized };

/** Looks a code up in a list of the vocabulary or a map of the standard. */
export function wordOf(standard: StandardOnScreen, words: readonly Word[] | ReadonlyMap<string, Word>, code: string) {
	const found = words instanceof Map ? words.get(code) : (words as readonly Word[]).find((each) => each.code === code);
	return found ? standard.name(found.name) : code;
}

/** A line of the timeline as a sentence. */
export function useLineSentence(standard: StandardOnScreen, format: Format): (line: Line) => string {
	const t = useTexts(itemTexts) as unknown as (key: string, blanks: Record<string, string | number>) => string;
	const { vocab, reasons } = standard.standard;
	return ({ type, facts, photos }) => {
		const text = (name: string) => (typeof facts[name] === "string" ? facts[name] : "");
		const list = (name: string) => (Array.isArray(facts[name]) ? facts[name] : []);
		const boughtOn = text("boughtOn");
		const reason = Object.values(reasons)
			.flat()
			.find((each) => each.code === text("reason"));
		const answer = text("answer");
		const decision = text("decision");
		return t(`line-${type}`, {
			value: text("value"),
			piece: wordOf(standard, standard.pieceKinds, text("piece")),
			channel: wordOf(standard, vocab.channels, text("channel")),
			boughtOn: boughtOn ? format.date(boughtOn) : "",
			reason: reason ? standard.name(reason.name) : text("reason"),
			decision: decision ? t(`refusal-${decision}`, {}) : "",
			services: list("services")
				.map((code) => wordOf(standard, standard.operations, code))
				.join(t("list", {})),
			count: photos.length,
			fault: wordOf(standard, standard.faults, text("fault")),
			cause: wordOf(standard, vocab.causes, text("cause")),
			outcome: text("outcome") ? t(`outcome-${text("outcome")}`, {}) : "",
			version: String(facts.version ?? ""),
			total: format.money(Number(facts.totalFen ?? 0)),
			answer: answer ? t(`answer-${answer}`, {}) : "",
			part: wordOf(standard, standard.parts, text("part")),
			shelf: text("shelf"),
			to: text("to"),
		}).trim();
	};
}
