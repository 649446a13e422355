/** The national standard as it ships: names of things in both languages, the steps a quote's work means, clocks, reasons. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { indexStandard, type StandardIndex } from "../../../domain/standard/lookup.ts";
import { parseStandard } from "../../../domain/standard/parse.ts";
import { sha256 } from "../push/judge.ts";

const folder = join(import.meta.dirname, "../../../assets/standard");

/** Throws when a file is missing or is not what the manifest says. */
export function readStandard(): StandardIndex {
	const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
	const files = new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
	return indexStandard(parseStandard(files, sha256));
}
