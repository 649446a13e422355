/** The trade's names in one language, for paper and labels. What has no English is printed in Chinese, never left out. */
import { localDay, localMinute } from "../../../domain/clock/zone.ts";
import type { ItemState } from "../../../domain/item/item.ts";
import type { StandardIndex } from "../../../domain/standard/lookup.ts";
import { type Localized, localText } from "../../../domain/standard/text.ts";
import type { PaperLanguage } from "../../print/papers.ts";

export type Names = ReturnType<typeof createNames>;

export function createNames(index: StandardIndex, language: PaperLanguage, zone: string) {
	const lang = language === "en" ? "en" : "zh";
	const { vocab, reasons } = index.standard;
	const text = (localized: Localized | undefined, fallback = "") =>
		localized ? localText(localized, lang).text : fallback;
	const word = (list: readonly { code: string; name: Localized }[], code: string) =>
		text(list.find((w) => w.code === code)?.name, code);
	const time = (ms: number) => {
		const minute = localMinute(ms, zone);
		const two = (n: number) => String(n).padStart(2, "0");
		return `${localDay(ms, zone)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
	};
	const join = (parts: readonly string[]) => parts.filter((p) => p !== "").join(" ");
	return {
		language,
		text,
		operation: (code: string) => text(index.operations.get(code)?.name, code),
		part: (code: string) => text(index.parts.get(code)?.name, code),
		fault: (code: string) => text(index.faults.get(code)?.name, code),
		component: (code: string) => text(index.components.get(code)?.name, code),
		material: (code: string) => text(index.materials.get(code)?.name, code),
		category: (code: string) => word(vocab.categories, code),
		kind: (code: string) => text(index.itemKinds.get(code)?.name, code),
		piece: (code: string) => text(index.pieceKinds.get(code)?.name, code),
		pieceShort: (code: string) => text(index.pieceKinds.get(code)?.short, code),
		zone: (code: string) => text(index.zones.get(code)?.name, code),
		flaw: (code: string) => word(vocab.flaws, code),
		cause: (code: string) => word(vocab.causes, code),
		severity: (code: string) => word(vocab.severities, code),
		brand: (code: string) => word(vocab.brands, code),
		colour: (code: string) => word(vocab.colours, code),
		reason: (list: keyof typeof reasons, code: string) => text(reasons[list]?.find((r) => r.code === code)?.name, code),
		unit: (unit: "pair" | "piece" | "item") =>
			({ pair: { zh: "双", en: "pair" }, piece: { zh: "只", en: "piece" }, item: { zh: "件", en: "item" } })[unit][
				lang
			],
		/** "百丽 黑 皮鞋 245". */
		what: (item: ItemState) =>
			join([
				word(vocab.brands, item.brand),
				word(vocab.colours, item.colour),
				text(index.itemKinds.get(item.kind)?.name, item.kind),
				item.size,
			]),
		/** "2026-11-21 10:42" in the store's zone. */
		time,
		day: (ms: number) => localDay(ms, zone),
	};
}
