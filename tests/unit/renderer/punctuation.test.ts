/** What a Chinese reader stumbles over: half-width marks between Chinese characters, and two words for one thing. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");
const han = "[\\u4e00-\\u9fff]";
/** A half-width mark right after or before a Chinese character, or a full stop that ends a Chinese sentence. */
const halfWidth = new RegExp(`${han}[,:;!?()]|[,;!?()]${han}|${han}\\.(?=$|\\s)`);

function* files(folder: string, ending: RegExp): Generator<string> {
	for (const name of readdirSync(folder).sort()) {
		const path = join(folder, name);
		if (statSync(path).isDirectory()) yield* files(path, ending);
		else if (ending.test(name)) yield path;
	}
}

/** Quoted texts of a source file; whole-line comments and patterns are none. */
function quoted(source: string): string[] {
	return source
		.split("\n")
		.filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line) && !line.includes("\\u4e00"))
		.flatMap((line) => [...line.matchAll(/"((?:[^"\\]|\\.)*)"|`([^`]*)`/g)].map((match) => match[1] ?? match[2] ?? ""));
}

function strings(value: unknown): string[] {
	if (typeof value === "string") return [value];
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

const wrong = (path: string, texts: readonly string[]) =>
	texts.filter((text) => halfWidth.test(text)).map((text) => `${path.slice(root.length + 1)}: ${text}`);

describe("Chinese punctuation", () => {
	test.each(["renderer", "main", "domain", "preload"])("texts in %s are written with Chinese marks", (folder) => {
		const found = [...files(join(root, folder), /\.tsx?$/)].flatMap((path) =>
			wrong(path, quoted(readFileSync(path, "utf8"))),
		);
		expect(found).toEqual([]);
	});

	test("so is the service standard", () => {
		const found = [...files(join(root, "assets/standard"), /\.json$/)].flatMap((path) =>
			wrong(path, strings(JSON.parse(readFileSync(path, "utf8")))),
		);
		expect(found).toEqual([]);
	});

	test("finds what it looks for", () => {
		expect(halfWidth.test("开胶,进水")).toBe(true);
		expect(halfWidth.test("鞋垫(另放)")).toBe(true);
		expect(halfWidth.test("修好了.")).toBe(true);
		expect(halfWidth.test("鞋垫（另放），0.3-0.5MPa 压合")).toBe(false);
	});
});

describe("one word for one thing", () => {
	test("whoever brings an item is 顾客, and what was agreed with them is 约定", () => {
		const found = [...files(join(root, "renderer/i18n"), /\.ts$/)].flatMap((path) =>
			quoted(readFileSync(path, "utf8")).filter((text) => /客户|承诺取件|答应 \{\{/.test(text)),
		);
		expect(found).toEqual([]);
	});
});
