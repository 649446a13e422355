/** The standard that ships with the product, read from disk for tests. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { indexStandard } from "../../../domain/standard/lookup.ts";
import { parseStandard } from "../../../domain/standard/parse.ts";

const folder = join(import.meta.dirname, "../../../assets/standard");

export const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

export function readFiles(): Map<string, string> {
	const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
	return new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

export const standard = parseStandard(readFiles(), sha256);
export const index = indexStandard(standard);
