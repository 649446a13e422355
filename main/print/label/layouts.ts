/** The layouts that ship, by kind and size. */
import item40 from "../../../assets/labels/item-40x30.json" with { type: "json" };
import item60 from "../../../assets/labels/item-60x40.json" with { type: "json" };
import item70 from "../../../assets/labels/item-70x50.json" with { type: "json" };
import part40 from "../../../assets/labels/part-40x30.json" with { type: "json" };
import part60 from "../../../assets/labels/part-60x40.json" with { type: "json" };
import part70 from "../../../assets/labels/part-70x50.json" with { type: "json" };
import piece40 from "../../../assets/labels/piece-40x30.json" with { type: "json" };
import piece60 from "../../../assets/labels/piece-60x40.json" with { type: "json" };
import piece70 from "../../../assets/labels/piece-70x50.json" with { type: "json" };
import { type LabelLayout, labelLayout as layoutSchema } from "../../../preload/contract/label-layout.ts";
import type { LabelData, LabelSize } from "./labels.ts";

const all: LabelLayout[] = [item40, item60, item70, part40, part60, part70, piece40, piece60, piece70].map((raw) =>
	layoutSchema.parse(raw),
);

/** The layout for a kind of label on labels of that size. */
export function labelLayout(kind: LabelData["kind"], size: LabelSize): LabelLayout {
	const found = all.find((layout) => layout.kind === kind && layout.size === size);
	if (!found) throw new Error(`no label layout ${kind} ${size}`);
	return found;
}
