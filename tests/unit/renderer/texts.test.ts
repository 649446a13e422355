import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { errorCodes } from "../../../domain/errors.ts";
import { eachTexts, languages, type Texts } from "../../../renderer/i18n/define.ts";
import { codeSentences } from "../../../renderer/i18n/errors/codes.ts";
import { reasonSentences, sentenceFor } from "../../../renderer/i18n/sentence.ts";

const root = join(import.meta.dirname, "../../..");

function* sources(folder: string): Generator<string> {
	for (const name of readdirSync(folder).sort()) {
		const path = join(folder, name);
		if (statSync(path).isDirectory()) yield* sources(path);
		else if (/\.tsx?$/.test(name)) yield path;
	}
}

/** Every reason the rules and services can give, read from the source. */
function reasonsInSource(): Map<string, string> {
	const found = new Map<string, string>();
	const shapes = [
		/refuse\(\s*"[a-z-]+",\s*"([a-z0-9-]+\.[a-z0-9-]+)"/g,
		/new Refusal\(\s*"[a-z-]+",\s*"([a-z0-9-]+\.[a-z0-9-]+)"/g,
		/\breason: "([a-z0-9-]+\.[a-z0-9-]+)"/g,
		/lineFailure\(\s*"[a-z-]+",\s*"([a-z0-9-]+\.[a-z0-9-]+)"/g,
	];
	for (const folder of ["domain", "db", "main", "archive", "preload"]) {
		if (!statSync(join(root, folder), { throwIfNoEntry: false })) continue;
		for (const path of sources(join(root, folder))) {
			const text = readFileSync(path, "utf8");
			for (const shape of shapes) {
				for (const match of text.matchAll(shape)) found.set(match[1] ?? "", path.slice(root.length + 1));
			}
			for (const table of text.matchAll(/Record<[^>]*, Reason>> = \{[^}]*\}|Record<[^>]*, Reason> = \{[^}]*\}/g)) {
				for (const match of table[0].matchAll(/"([a-z0-9-]+\.[a-z0-9-]+)"/g)) {
					found.set(match[1] ?? "", path.slice(root.length + 1));
				}
			}
		}
	}
	return found;
}

const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe("errors", () => {
	test("every reason in the source has its sentence in both languages", () => {
		const missing: string[] = [];
		for (const [reason, path] of reasonsInSource()) {
			for (const language of languages) {
				if (!reasonSentences[language][reason]) missing.push(`${language} ${reason} (${path})`);
			}
		}
		expect(missing).toEqual([]);
	});

	test("every code has one too, and says all three things", () => {
		for (const language of languages) {
			expect(Object.keys(codeSentences[language]).sort()).toEqual([...errorCodes].sort());
			for (const code of errorCodes) {
				const spoken = sentenceFor({ code }, language);
				expect(spoken.what && spoken.safe && spoken.next, code).toBeTruthy();
			}
		}
	});

	test("both languages know the same reasons with the same blanks", () => {
		expect(Object.keys(reasonSentences.en).sort()).toEqual(Object.keys(reasonSentences["zh-CN"]).sort());
		const odd = Object.entries(reasonSentences["zh-CN"]).filter(([reason, zh]) => {
			const en = reasonSentences.en[reason];
			const all = (s: typeof zh | undefined) => new Set(blanks(`${s?.what}${s?.safe}${s?.next}`));
			return [...all(zh)].join() !== [...all(en)].join();
		});
		expect(odd.map(([reason]) => reason)).toEqual([]);
	});

	test("details fill the blanks, unknown reasons fall back to their code", () => {
		const unknown = sentenceFor({ code: "conflict", reason: "nobody.knows" }, "zh-CN");
		expect(unknown.what).toBe(codeSentences["zh-CN"].conflict.what);
		expect(unknown.safe).toBe(codeSentences["zh-CN"].conflict.safe);
		expect(sentenceFor({ code: "cancelled" }, "en").safe).toBe("Nothing was changed.");
	});
});

describe("texts", () => {
	const modules = import.meta.glob("../../../renderer/i18n/texts/*.ts", { eager: true });
	const areas: Texts[] = [];
	eachTexts((texts) => areas.push(texts));

	test("every area has the same keys and blanks in both languages, and none is empty", () => {
		expect(areas).toHaveLength(Object.values(modules).flatMap((module) => Object.keys(module as object)).length);
		const odd = areas.flatMap((texts) => {
			const keys = new Set([...Object.keys(texts["zh-CN"]), ...Object.keys(texts.en)]);
			return [...keys]
				.filter((key) => {
					const [zh, en] = [texts["zh-CN"][key], texts.en[key]];
					return !zh || !en || blanks(zh).join() !== blanks(en).join();
				})
				.map((key) => `${texts.area}: ${key}`);
		});
		expect(odd).toEqual([]);
	});

	test("Chinese is Chinese and English is English", () => {
		const han = /\p{Script=Han}/u;
		const odd = areas.flatMap((texts) =>
			Object.entries(texts.en)
				.filter(([, text]) => han.test(text))
				.map(([key]) => `${texts.area}: ${key}`),
		);
		expect(odd).toEqual([]);
	});
});
