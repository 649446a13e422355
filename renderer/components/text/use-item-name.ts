import type { Localized } from "../../../domain/standard/text.ts";
import { useStandard } from "../../app/use-standard.ts";

export type NamedItem = { kind: string; brand: string; colour: string; size: string };

/** "百丽 黑 皮鞋 245" in the running language; codes while the standard loads. */
export function useItemName(): (item: NamedItem) => string {
	const standard = useStandard();
	return ({ brand, colour, kind, size }) => {
		if (!standard) return [brand, colour, kind, size].filter(Boolean).join(" ");
		const { vocab } = standard.standard;
		const word = (words: readonly { code: string; name: Localized }[], value: string) => {
			const found = words.find((each) => each.code === value);
			return found ? standard.name(found.name) : value;
		};
		const known = standard.itemKinds.get(kind);
		return [word(vocab.brands, brand), word(vocab.colours, colour), known ? standard.name(known.name) : kind, size]
			.filter(Boolean)
			.join(" ");
	};
}
