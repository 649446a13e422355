import { describe, expect, it } from "vitest";
import { parseScan } from "../../../domain/code/scan.ts";
import type { NewEvent, WeltEvent } from "../../../domain/event/event.ts";
import { gtinSerial, isSingle, itemCodesOf, lookupTexts } from "../../../domain/item/codes.ts";
import { type Brought, decideBring } from "../../../domain/item/decide-bring.ts";
import { decideAppeal, decideRefuse, needsManager } from "../../../domain/item/decide-refuse.ts";
import { type ItemState, itemFold } from "../../../domain/item/item.ts";
import { index } from "../standard/sample.ts";

const today = "2026-11-21";
const brought = (more: Partial<Brought> = {}): Brought => ({
	fields: { category: "shoes", kind: "sneaker", brand: "回力", style: "", colour: "white", size: "", materials: [] },
	pieces: [
		{ id: "l", kind: "left" },
		{ id: "r", kind: "right" },
	],
	codes: [],
	purchase: null,
	proofs: [],
	...more,
});

function fold(events: readonly NewEvent[], before?: ItemState): ItemState {
	let state: object | undefined = before;
	events.forEach((event, at) => {
		const stored = { blobs: [], ...event, id: `e${at}`, wall: at, actor: "p" } as unknown as WeltEvent;
		state = itemFold.fold(state as ItemState | undefined, stored);
	});
	return state as ItemState;
}

describe("an item brought to the counter", () => {
	it("is registered once and afterwards only changed", () => {
		const first = decideBring("x", brought(), undefined, index, today);
		expect(first.map((e) => e.type)).toEqual(["item.registered"]);
		const state = fold(first);
		expect(decideBring("x", brought(), state, index, today)).toEqual([]);
		const later = brought({
			fields: { ...brought().fields, size: "42" },
			pieces: [...brought().pieces, { id: "d", kind: "dust-bag" }],
			codes: [{ kind: "serial", value: "S1" }],
		});
		const events = decideBring("x", later, state, index, today);
		expect(events.map((e) => e.type)).toEqual(["item.set", "item.piece_added", "item.code_added"]);
		expect(fold(events, state)).toMatchObject({ size: "42", codes: [{ value: "S1" }] });
		expect(decideBring("x", later, fold(events, state), index, today)).toEqual([]);
	});

	it("is never turned away for its shop, channel or missing proof", () => {
		const { channels, proofKinds } = index.standard.vocab;
		for (const channel of channels) {
			for (const proof of proofKinds) {
				const purchase = {
					channel: channel.code,
					shop: "",
					boughtOn: null,
					proof: proof.code,
					orderNumber: "",
					priceFen: null,
					brandTermDays: null,
					authenticity: 0,
				};
				expect(decideBring("x", brought({ purchase }), undefined, index, today)).toHaveLength(2);
			}
		}
	});

	it("of a merged identity is refused with the one that stands", () => {
		const state = { ...fold(decideBring("x", brought(), undefined, index, today)), mergedInto: "y" };
		expect(() => decideBring("x", brought(), state, index, today)).toThrow("item.merged");
	});

	it("is turned away only for coded reasons", () => {
		const codes = (index.standard.reasons["refusal-at-intake"] ?? []).map((r) => r.code);
		expect(codes.some((code) => /fake|channel|proof|shop/.test(code))).toBe(false);
		expect(needsManager(index, "customer-withdrew")).toBe(false);
		expect(needsManager(index, "biohazard")).toBe(true);
		const asked = { reason: "biohazard", note: "x", approver: { person: "m", means: "pin" as const } };
		const refused = decideRefuse("x", asked, index, "subject:s");
		expect(refused).toMatchObject({ refs: ["subject:s"], personal: { value: { words: "x" } } });
		const state = fold([...decideBring("x", brought(), undefined, index, today), refused]);
		const again = { refusal: "e1", note: "", approver: asked.approver };
		const upheld = decideAppeal(state, { ...again, decision: "upheld" }, "subject:s");
		const after = fold([upheld], state);
		expect(after.refusals[0]?.appeal?.decision).toBe("upheld");
		const lifted = fold([decideAppeal(after, { ...again, decision: "lifted" }, "subject:s")], after);
		expect(() => decideAppeal(lifted, { ...again, decision: "upheld" }, "subject:s")).toThrow("item.appeal-decided");
	});
});

describe("codes of items", () => {
	it("come out of what was scanned, the most telling first", () => {
		const kinds = (text: string) => itemCodesOf(parseScan(text)).map((c) => c.kind);
		expect(kinds("]C1010690123456789221A7")).toEqual(["gtin-serial", "serial", "gtin"]);
		expect(kinds("6901234567892")).toEqual(["gtin"]);
		expect(kinds("AO2424-001")).toEqual(["style"]);
		expect(kinds("ao2424-001")).toEqual(["style"]);
		expect(kinds("X99")).toEqual(["serial"]);
		expect(kinds("WC-START00")).toEqual([]);
		expect(isSingle({ kind: "gtin" })).toBe(false);
		expect(isSingle({ kind: "serial" })).toBe(true);
		expect(gtinSerial("06901234567892", "A7")).toBe("010690123456789221A7");
	});

	it("are looked up under every form they may have been written in", () => {
		expect(lookupTexts([{ kind: "gtin", value: "06901234567892" }], "6901234567892")).toEqual([
			"06901234567892",
			"6901234567892",
		]);
		expect(lookupTexts([{ kind: "serial", value: "AB" }], "ab")).toEqual(["AB", "ab"]);
	});
});
