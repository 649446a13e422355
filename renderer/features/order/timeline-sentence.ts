/** A line of the history in words: the event type's sentence with its blanks filled, and the corrections under it. */
import type { TimelineEntry, TimelineValue } from "../../../preload/contract/timeline.ts";
import type { Format } from "../../i18n/format.ts";
import { type TextOf, useTexts } from "../../i18n/language.ts";
import { timelineTexts } from "../../i18n/texts/timeline.ts";
import { wordTexts } from "../../i18n/texts/timeline-words.ts";
import type { OrderWords } from "./words.ts";

type Own = TextOf<(typeof wordTexts)["zh-CN"]>;
type Sentence = (type: string, blanks: Record<string, string>) => string;

/** A value as it stands in a sentence. */
export function valueText(value: TimelineValue | null, words: OrderWords, format: Format, own: Own): string {
	if (value === null) return own("nothing");
	if ("text" in value) return value.text;
	if ("name" in value) return words.name(value.name);
	if ("names" in value) return value.names.length > 0 ? value.names.map(words.name).join(own("list")) : own("nothing");
	if ("at" in value) return format.dateTime(value.at);
	if ("on" in value) return format.date(value.on);
	if ("fen" in value) return format.money(value.fen);
	if ("number" in value) return String(value.number);
	return words.own(value.of, value.code);
}

/** `line(entry)`: the sentence; `changes(entry)`: "was …, now …", one each; `reason(entry)`: its coded reason. */
export function useTimelineSentence(words: OrderWords, format: Format) {
	const own = useTexts(wordTexts);
	const sentence = useTexts(timelineTexts) as unknown as Sentence;
	const told = (value: TimelineValue | null) => valueText(value, words, format, own);
	return {
		line: (entry: TimelineEntry) => {
			const blanks = Object.fromEntries(Object.entries(entry.values).map(([key, value]) => [key, told(value)]));
			return sentence(entry.type, blanks);
		},
		changes: (entry: TimelineEntry) =>
			entry.changes.map(({ field, was, now }) =>
				own("was-now", { field: words.own("field", field), was: told(was), now: told(now) }),
			),
		reason: (entry: TimelineEntry) => (entry.reason === null ? "" : told(entry.reason)),
		who: (entry: TimelineEntry) => entry.by.name || own("station"),
	};
}
