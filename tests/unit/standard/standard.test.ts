import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Refusal } from "../../../domain/errors.ts";
import { findPrice, getFault, getOperation, getPart, getReason } from "../../../domain/standard/lookup.ts";
import { parseStandard } from "../../../domain/standard/parse.ts";
import { reasonLists } from "../../../domain/standard/rules.ts";
import { localText } from "../../../domain/standard/text.ts";
import { untranslated } from "../../../domain/standard/untranslated.ts";
import { index, readFiles, sha256, standard } from "./sample.ts";

function refusalOf(run: () => unknown): Refusal {
	try {
		run();
	} catch (error) {
		if (error instanceof Refusal) return error;
		throw error;
	}
	throw new Error("was not refused");
}

/** The shipped files with one replaced and, unless told otherwise, its checksum renewed. */
function changed(name: string, change: (text: string) => string, renew = true): Map<string, string> {
	const files = readFiles();
	files.set(name, change(files.get(name) ?? ""));
	if (renew) {
		const manifest = JSON.parse(files.get("manifest.json") ?? "");
		for (const file of manifest.files) if (file.name === name) file.sha256 = sha256(files.get(name) ?? "");
		files.set("manifest.json", JSON.stringify(manifest));
	}
	return files;
}

describe("the shipped standard", () => {
	test("has the whole catalogue", () => {
		expect(standard.manifest).toMatchObject({ version: "2026.1", sample: true });
		expect(standard.faults).toHaveLength(94);
		expect(standard.operations).toHaveLength(88);
		expect(standard.parts).toHaveLength(82);
		expect(standard.acceptance).toHaveLength(13);
		expect(standard.glossary).toHaveLength(104);
		expect(standard.liability.rules.map((rule) => rule.id)).toEqual(
			[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((n) => `R${n}`),
		);
		expect(Object.keys(standard.reasons).sort()).toEqual([...reasonLists].sort());
	});

	test("matches its checksums", () => {
		const script = join(import.meta.dirname, "../../../scripts/standard-checksums.mjs");
		expect(execFileSync(process.execPath, [script, "--check"], { encoding: "utf8" })).toContain("11 files");
	});

	test("shows no source marks to people", () => {
		const text = [...readFiles().values()].join("");
		expect(text).not.toMatch(/\[(?:S\d|D\]|K\]|\?\])/);
		expect(text).not.toContain("最终解释权");
	});

	test("prices every operation at the middle of its band, per pair where both shoes are done", () => {
		for (const operation of standard.operations) {
			const price = findPrice(standard.prices, operation.code);
			const [low, high] = operation.bandFen;
			expect(price?.unitFen).toBe(Math.ceil((low + high) / 200) * 100);
		}
		expect(findPrice(standard.prices, "O03")).toMatchObject({ unit: "pair", unitFen: 21_000 });
		expect(findPrice(standard.prices, "SO01")).toMatchObject({ kind: "part", included: true, unitFen: 0 });
		expect(findPrice(standard.prices, "O99")).toBeUndefined();
		expect(standard.prices.sample).toBe(true);
	});

	test("gives every category kinds of item, zones and faults", () => {
		for (const { code } of standard.vocab.categories) {
			const kinds = standard.vocab.itemKinds.filter((kind) => kind.category === code);
			expect(kinds.length).toBeGreaterThan(0);
			expect(standard.faults.some((fault) => fault.categories.includes(code))).toBe(true);
			for (const kind of kinds) {
				expect(kind.pieces.some((piece) => piece.usual)).toBe(true);
				expect(standard.vocab.zones.some((zone) => zone.outlines.includes(kind.outline))).toBe(true);
			}
		}
		const boot = index.itemKinds.get("boot");
		expect(boot?.pieces.filter((piece) => piece.usual).map((piece) => piece.kind)).toEqual(["left", "right"]);
	});

	test("carries both promise sets and never pauses a legal clock", () => {
		expect(index.clocks.get("A")?.limits).toEqual({
			A: { unit: "wall", amount: 5 },
			B: { unit: "working-minutes", amount: 3 },
		});
		expect(index.clocks.get("F-simple")?.limits.B).toEqual({ unit: "calendar-days", amount: 3 });
		for (const clock of standard.clocks.clocks) {
			expect(clock.warnPercent).toBe(80);
			if (clock.legal) expect(clock.pauses).toEqual([]);
		}
		expect(new Set(standard.clocks.clocks.map((clock) => clock.letter))).toEqual(new Set("ABCDEFGHIJKL"));
	});

	test("is read in English with what is missing marked", () => {
		expect(localText({ zh: "开胶", en: "bond open" }, "en")).toEqual({ text: "bond open", marked: false });
		expect(localText({ zh: "开胶" }, "en")).toEqual({ text: "开胶", marked: true });
		expect(localText({ zh: "开胶" }, "zh")).toEqual({ text: "开胶", marked: false });
		const count = untranslated(standard);
		expect(count.total).toBeGreaterThan(800);
		expect(Object.keys(count.byField)).toEqual(["faults"]);
		expect(count.missing).toBe(count.byField.faults);
	});
});

describe("a damaged standard is refused", () => {
	test("a changed byte", () => {
		const refusal = refusalOf(() =>
			parseStandard(
				changed("faults.json", (text) => `${text} `, false),
				sha256,
			),
		);
		expect(refusal).toMatchObject({
			code: "storage-damaged",
			reason: "standard.checksum",
			details: { file: "faults.json" },
		});
	});
	test("a missing file", () => {
		const files = readFiles();
		files.delete("vocab.json");
		expect(refusalOf(() => parseStandard(files, sha256)).reason).toBe("standard.missing-file");
	});
	test("broken JSON and a wrong shape, saying where", () => {
		expect(
			refusalOf(() =>
				parseStandard(
					changed("parts.json", () => "{"),
					sha256,
				),
			).reason,
		).toBe("standard.shape");
		const files = changed("operations.json", (text) => text.replace('"minutes": 15', '"minutes": "15"'));
		expect(refusalOf(() => parseStandard(files, sha256))).toMatchObject({
			reason: "standard.shape",
			details: { file: "operations.json", at: "0.minutes" },
		});
	});
	test("a code that points at nothing, and a code used twice", () => {
		const files = changed("faults.json", (text) => text.replace('"O01"', '"O99"'));
		expect(refusalOf(() => parseStandard(files, sha256))).toMatchObject({
			reason: "standard.reference",
			details: { broken: ["faults FW01 → operation O99"] },
		});
		const twice = changed("acceptance.json", (text) => text.replace('"A13"', '"A12"'));
		expect(refusalOf(() => parseStandard(twice, sha256)).details?.broken).toContain("acceptance A12 twice");
	});
});

test("asking for what is not there is refused by name", () => {
	expect(getFault(index, "FW01").name.zh).toBe("开胶");
	expect(getOperation(index, "O04").steps).toHaveLength(7);
	expect(getPart(index, "AD01").perishable).toBe(true);
	expect(getReason(standard, "pause", "waiting-part").name.zh).toBe("等备件");
	expect(refusalOf(() => getFault(index, "FW99")).reason).toBe("standard.unknown-fault");
	expect(refusalOf(() => getOperation(index, "O99")).reason).toBe("standard.unknown-operation");
	expect(refusalOf(() => getPart(index, "ZZ99")).reason).toBe("standard.unknown-part");
	expect(refusalOf(() => getReason(standard, "pause", "nap")).reason).toBe("standard.unknown-reason");
});
