/** Documents of the head office, read by the rules that both sides share. */
import { describe, expect, test } from "vitest";
import { canonicalText } from "../../../domain/event/canonical.ts";
import { leftOut } from "../../../domain/reference/kept-codes.ts";
import { versionRank, versionSchema } from "../../../domain/reference/kinds.ts";
import { misfits, readReference } from "../../../domain/reference/parse.ts";
import { brandTermOf } from "../../../domain/warranty/brand-term.ts";
import { readFiles, sha256, standard } from "../standard/sample.ts";

const list = { ...standard.prices, version: "2026.2", sample: false };
const faultOf = (kind: "standard" | "prices" | "promises" | "stores" | "staff", version: string, value: unknown) => {
	const read = readReference(kind, version, canonicalText(value), sha256, standard);
	return "fault" in read ? read.fault : "good";
};

test("versions go by year and count, as numbers", () => {
	const sorted = ["2026.9", "2026.10", "2027.1", "2026.1"].sort((a, b) => versionRank(a) - versionRank(b));
	expect(sorted).toEqual(["2026.1", "2026.9", "2026.10", "2027.1"]);
	expect(
		["2026", "26.1", "2026.1.2", "2026.", "v2026.1"].filter((text) => versionSchema.safeParse(text).success),
	).toEqual([]);
});

describe("a price list", () => {
	test("is read when it is whole, of that number, no sample, and names what the standard knows, once", () => {
		const [first] = list.operations;
		expect(faultOf("prices", "2026.2", list)).toBe("good");
		expect(faultOf("prices", "2026.3", list)).toBe("shape");
		expect(faultOf("prices", "2026.2", { ...list, sample: true })).toBe("sample");
		expect(faultOf("prices", "2026.2", { ...list, currency: "EUR" })).toBe("shape");
		expect(faultOf("prices", "2026.2", { ...list, operations: [...list.operations, first] })).toBe("does-not-fit");
		const unknown = { code: "O98", unit: "pair", unitFen: 1 };
		expect(faultOf("prices", "2026.2", { ...list, operations: [unknown] })).toBe("does-not-fit");
		expect(misfits(standard, list)).toEqual([]);
	});

	test("that is not in its canonical form is none, though it says the same", () => {
		const text = JSON.stringify(list);
		expect(readReference("prices", "2026.2", text, sha256)).toEqual({ fault: "shape", what: "not in canonical form" });
		expect(readReference("prices", "2026.2", "{", sha256)).toEqual({ fault: "shape", what: "not JSON" });
	});
});

test("a standard travels as its files; a changed one and a sample are told apart", () => {
	const files: Record<string, string> = Object.fromEntries(readFiles());
	expect(faultOf("standard", "2026.1", { version: "2026.1", files })).toBe("sample");
	const signed = (files["manifest.json"] ?? "").replace('"sample": true', '"sample": false');
	const own: Record<string, string> = { ...files, "manifest.json": signed };
	expect(faultOf("standard", "2026.1", { version: "2026.1", files: own })).toBe("good");
	expect(faultOf("standard", "2026.1", { version: "2026.2", files: own })).toBe("shape");
	expect(faultOf("standard", "2026.1", { version: "2026.1", files: { ...own, "parts.json": "[]" } })).toBe("checksum");
	const { "parts.json": _, ...short } = own;
	expect(faultOf("standard", "2026.1", { version: "2026.1", files: short })).toBe("shape");
});

test("a newer standard keeps every code of the one before it: jobs and records name them", () => {
	const { vocab, reasons, liability } = standard;
	expect(leftOut(standard, standard)).toEqual([]);
	expect(leftOut(standard, { ...standard, faults: standard.faults.slice(1) })).toEqual([
		`faults ${standard.faults[0]?.code}`,
	]);
	expect(leftOut(standard, { ...standard, vocab: { ...vocab, zones: vocab.zones.slice(0, -1) } })).toHaveLength(1);
	expect(leftOut(standard, { ...standard, reasons: { ...reasons, pause: [] } })).toHaveLength(
		reasons.pause?.length ?? 0,
	);
	const rules = liability.rules.slice(1);
	expect(leftOut(standard, { ...standard, liability: { ...liability, rules } })).toEqual([
		`rules ${liability.rules[0]?.id}`,
	]);
	const more = { ...standard.operations[0], code: "O98" } as (typeof standard.operations)[number];
	expect(leftOut(standard, { ...standard, operations: [...standard.operations, more] })).toEqual([]);
});

test("people: one number once in a store; stores: each code once", () => {
	const person = (number: string, stores: string[]) => ({ number, name: "周敏", roles: ["clerk"], stores });
	const staff = (...people: object[]) => faultOf("staff", "2026.1", { version: "2026.1", people });
	expect(staff(person("01", ["10001"]), person("01", ["10002"]))).toBe("good");
	expect(staff(person("01", ["10001"]), person("01", ["10002", "10001"]))).toBe("shape");
	expect(staff({ ...person("01", ["10001"]), pin: "1234" }, person("1", ["10001"]))).toBe("shape");
	const store = { code: "10001", name: "徐汇店", address: "", phone: "" };
	expect(faultOf("stores", "2026.1", { version: "2026.1", stores: [store] })).toBe("good");
	expect(faultOf("stores", "2026.1", { version: "2026.1", stores: [store, store] })).toBe("shape");
});

describe("the brand's promise on an item", () => {
	const policies = { brandTermDays: 90, exchangeDays: 15, returnDays: 7 };
	const own = { id: "brand-promise", version: "store" };
	const day = (amount: number) => ({ unit: "day" as const, amount });
	const promises = {
		...{ id: "hq", version: "2026.1", name: { zh: "两年质保" }, repair: { unit: "month" as const, amount: 24 } },
		components: { outsole: day(180) },
	};

	test("is the store's own while the head office has said nothing", () => {
		expect(brandTermOf(null, policies, undefined, own)).toEqual({
			...{ ...own, repair: day(90), exchange: day(15), return: day(7) },
		});
	});

	test("is the head office's where it says something, the store's where it doesn't", () => {
		expect(brandTermOf(undefined, policies, promises, own)).toEqual({
			...{ id: "hq", version: "2026.1", repair: { unit: "month", amount: 24 }, exchange: day(15), return: day(7) },
			components: { outsole: day(180) },
		});
	});

	test("what stands on the proof of purchase goes before both", () => {
		expect(brandTermOf(365, policies, promises, own)).toEqual({
			...{ id: "hq", version: "2026.1", repair: day(365), exchange: day(15), return: day(7) },
		});
	});
});
