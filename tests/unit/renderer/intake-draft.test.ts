import { describe, expect, test } from "vitest";
import type { IntakeDraft, ItemDraft } from "../../../preload/contract/intake-draft.ts";
import {
	addItem,
	changeItem,
	nextKey,
	removeItem,
	togglePiece,
	withKind,
} from "../../../renderer/features/counter/draft/edit.ts";
import { missingOf } from "../../../renderer/features/counter/draft/missing.ts";
import { choiceOf, matching, meant } from "../../../renderer/features/counter/pick/match.ts";
import { index } from "../standard/sample.ts";

const empty: IntakeDraft = {
	customer: {
		subjectId: "00000000-0000-7000-8000-000000000001",
		knownId: null,
		phone: "",
		name: "",
		noPhone: false,
		noName: false,
		under14: false,
		notice: "screen",
		marketing: null,
	},
	items: [],
	promisedOn: null,
	deposit: null,
	signature: null,
};
const first = (draft: IntakeDraft): ItemDraft => {
	const [item] = draft.items;
	if (!item) throw new Error("no item");
	return item;
};

describe("the draft on the page", () => {
	test("gets items with keys of their own, also after one was taken out", () => {
		const two = addItem(addItem(empty, null, index), null, index);
		expect(two.items.map((item) => item.key)).toEqual(["i1", "i2"]);
		expect(addItem(removeItem("i1")(two), null, index).items.map((item) => item.key)).toEqual(["i2", "i3"]);
		expect(nextKey("p", ["p2", "0190-uuid", "p9"])).toBe("p10");
	});

	test("takes over the model another item of the same code has", () => {
		const like = { itemId: "x", category: "bags", kind: "handbag", brand: "A", style: "S", colour: "black", size: "M" };
		const item = first(addItem(empty, { codes: [{ kind: "gtin", value: "06901234567892" }], like }, index));
		expect(item).toMatchObject({ itemId: null, kind: "handbag", brand: "A", codes: [{ kind: "gtin" }] });
		expect(item.pieces).toEqual([{ key: "p1", kind: "bag" }]);
	});

	test("gives the usual pieces of a kind and forgets what was marked on those of another", () => {
		const shoe = withKind(first(addItem(empty, null, index)), "dress-shoe", index);
		expect(shoe.pieces.map((piece) => piece.kind)).toEqual(["left", "right"]);
		const marked = { ...shoe, condition: [{ key: "m1", zone: "shoe-toe", flaw: "stain", piece: "p1", photo: null }] };
		expect(withKind(marked, "dress-shoe", index)).toBe(marked);
		expect(withKind({ ...marked, services: ["O43"] }, "handbag", index)).toMatchObject({ condition: [], services: [] });
		expect(withKind({ ...marked, services: ["O43"] }, "boot", index).services).toEqual(["O43"]);
	});

	test("takes pieces along or out, with what was marked on them", () => {
		const shoe = withKind(first(addItem(empty, null, index)), "dress-shoe", index);
		const box = togglePiece(shoe, "box", []);
		expect(box.pieces.map((piece) => piece.key)).toEqual(["p1", "p2", "p3"]);
		const known = togglePiece(shoe, "box", [{ id: "known-box", kind: "box" }]);
		expect(known.pieces.at(-1)).toEqual({ key: "known-box", kind: "box" });
		const shot = { ...box, photos: [{ handle: "h", piece: "p3" }] };
		expect(togglePiece(shot, "box", [])).toMatchObject({ photos: [{ handle: "h", piece: null }] });
	});

	test("asks for what is missing in one order, and for nothing a known customer never told", () => {
		expect(missingOf(empty, undefined)).toEqual(["items", "customer.phone", "customer.name"]);
		const one = addItem(empty, null, index);
		expect(missingOf(one, undefined)[0]).toBe("item.i1.kind");
		const shoe = changeItem("i1", (item) => withKind(item, "dress-shoe", index))(one);
		expect(missingOf(shoe, undefined).slice(0, 3)).toEqual(["item.i1.brand", "item.i1.colour", "item.i1.asked"]);
		const full = changeItem("i1", (item) => ({ ...item, brand: "A", colour: "black", services: ["O43"] }))(shoe);
		expect(missingOf({ ...full, customer: { ...full.customer, noPhone: true, noName: true } }, undefined)).toEqual([]);
		expect(missingOf({ ...full, customer: { ...full.customer, knownId: full.customer.subjectId } }, undefined)).toEqual(
			[],
		);
	});
});

describe("words found by typing", () => {
	const choices = [...index.operations.values()].map((o) => choiceOf(o.code, o.name, o.name.zh));
	const labels = (text: string) => matching(choices, text, 4).map((choice) => choice.label);

	test("in Chinese, English or by code, the beginnings first", () => {
		expect(labels("深度")).toEqual(["深度清洁（鞋）", "深度清洁（包）"]);
		expect(labels("deep clean")).toEqual(["深度清洁（鞋）", "深度清洁（包）"]);
		expect(labels("o43")).toEqual(["深度清洁（鞋）"]);
		expect(labels("没有这种")).toEqual([]);
		expect(labels("")).toHaveLength(4);
	});

	test("mean a choice only when there is no other", () => {
		expect(meant(choices, "打蜡")?.value).toBe("O40");
		expect(meant(choices, "深度")).toBeUndefined();
		expect(meant(choices, " ")).toBeUndefined();
	});
});
