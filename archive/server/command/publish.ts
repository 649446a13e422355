/**
 * `npm run archive -- publish --kind=prices --brand=ID --file=prices.json [--from=2026-12-01]`: reads what the head office
 * wrote, has it checked, signed and kept. Of a standard the file is its folder with the manifest in it.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { type ReferenceKind, referenceKinds } from "../../../domain/reference/kinds.ts";
import { manifestName } from "../../../domain/standard/parse.ts";
import type { Archive } from "../archive.ts";
import { publish } from "../reference/publish.ts";
import { type Carried, carryStaff } from "../reference/staff.ts";

/** A day begins for all stores when it begins in Shanghai. */
const dayBegins = "T00:00:00+08:00";

export type PublishedFile = { kind: ReferenceKind; version: string; effectiveFrom: string; sha: string } & {
	staff?: Carried;
};

/** Throws TypeError with a sentence for words it can't use and files it won't publish. */
export async function publishFile(archive: Archive, words: Record<string, string>): Promise<PublishedFile> {
	const { brand, file } = words;
	const kind = referenceKinds.find((each) => each === words["kind"]);
	if (!kind || !brand || !file || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(brand))
		throw new TypeError(`publish needs --kind=${referenceKinds.join("|")}, --brand=ID and --file=…`);
	const effectiveFrom = readFrom(words["from"], archive.clock.now());
	if (kind === "staff" && words["from"] !== undefined)
		throw new TypeError("A list of people counts as soon as it is published: leave --from out.");
	const value = kind === "standard" ? readFolder(resolve(file)) : readJson(resolve(file));
	const head = await publish(archive, { brand, kind, value, effectiveFrom });
	const said = { kind, version: head.version, effectiveFrom: new Date(effectiveFrom).toISOString(), sha: head.sha };
	return kind === "staff" ? { ...said, staff: await carryStaff(archive, brand) } : said;
}

function readFrom(text: string | undefined, now: number): number {
	if (text === undefined) return now;
	const at = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}${dayBegins}` : text);
	if (Number.isNaN(at))
		throw new TypeError("--from is a day such as 2026-12-01, or an instant such as 2026-12-01T06:00Z");
	return at;
}

function readText(path: string): string {
	try {
		return readFileSync(path, "utf8");
	} catch {
		throw new TypeError(`There is no file ${path} that can be read.`);
	}
}

function readJson(path: string): unknown {
	try {
		return JSON.parse(readText(path));
	} catch (error) {
		if (error instanceof SyntaxError) throw new TypeError(`${path} is not JSON: ${error.message}.`);
		throw error;
	}
}

function readFolder(dir: string): unknown {
	if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory())
		throw new TypeError(`A standard is a folder with ${manifestName} in it; ${dir} is none.`);
	const names = readdirSync(dir).filter((name) => name.endsWith(".json"));
	const files = Object.fromEntries(names.map((name) => [name, readText(join(dir, name))]));
	const manifest = readJson(join(dir, manifestName)) as { version?: unknown } | null;
	return { version: manifest?.version, files };
}
