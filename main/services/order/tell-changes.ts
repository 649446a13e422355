/** Corrections as "was …, now …": each changed field with both values in words. */
import type { Changes } from "../../../domain/event/change.ts";
import type { JsonValue, WeltEvent } from "../../../domain/event/event.ts";
import type { ConditionMark } from "../../../domain/job/events/receive.ts";
import type { Localized } from "../../../domain/standard/text.ts";
import type { TimelineEntry, TimelineValue } from "../../../preload/contract/timeline.ts";
import type { Teller } from "./teller.ts";

export function changeLines(t: Teller, event: WeltEvent): TimelineEntry["changes"] {
	const changes = event.body.changes as Changes | undefined;
	return Object.entries(changes ?? {}).map(([field, { was, now }]) => ({
		field,
		was: told(t, field, was),
		now: told(t, field, now),
	}));
}

/** Null = nothing there. */
function told(t: Teller, field: string, value: JsonValue): TimelineValue | null {
	if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return null;
	if (field === "promisedAt") return t.at(value);
	if (field.endsWith("Fen")) return t.fen(value);
	if (field === "accessories" && Array.isArray(value)) return t.pieces(value as string[]);
	if (field === "condition" && Array.isArray(value)) return marks(t, value as unknown as ConditionMark[]);
	if (field === "materials" && Array.isArray(value)) return { names: value.map((v) => material(t, String(v))) };
	if (field === "kind") return t.itemKind(String(value));
	if (field === "category") return t.word(t.vocab.categories, String(value));
	if (field === "brand") return t.word(t.vocab.brands, String(value));
	if (field === "colour") return t.word(t.vocab.colours, String(value));
	return { text: typeof value === "string" ? value : JSON.stringify(value) };
}

function material(t: Teller, code: string): Localized {
	return t.app.standard.index.materials.get(code)?.name ?? { zh: code, en: code };
}

function marks(t: Teller, list: readonly ConditionMark[]): TimelineValue {
	const { flaws, zones } = t.vocab;
	const name = (words: readonly { code: string; name: Localized }[], code: string): Localized =>
		words.find((w) => w.code === code)?.name ?? { zh: code, en: code };
	return {
		names: list.map((mark) => {
			const zone = name(zones, mark.zone);
			const flaw = name(flaws, mark.flaw);
			return { zh: `${zone.zh} ${flaw.zh}`, en: `${zone.en ?? zone.zh}: ${flaw.en ?? flaw.zh}` };
		}),
	};
}
