/**
 * Builds the standard from its files: checksums first, then shapes, then that every code points at something.
 * Called at start-up and when a new standard arrives. Reads no files and computes no hash itself: both are handed in.
 */
import type { z } from "zod";
import { refuse } from "../errors.ts";
import { brokenReferences } from "./references.ts";
import { type Manifest, manifestSchema, type Standard, type StandardFileName, standardFiles } from "./schema.ts";

export const manifestName = "manifest.json";

/**
 * @param files file name → text, `manifest.json` among them (files the standard does not know are ignored)
 * @param sha256 hex digest of a text's UTF-8 bytes
 * @throws Refusal `storage-damaged` with reason `standard.missing-file`, `standard.checksum`, `standard.shape` or
 * `standard.reference`; details name the file and what is wrong.
 */
export function parseStandard(files: ReadonlyMap<string, string>, sha256: (text: string) => string): Standard {
	const manifest: Manifest = shaped(manifestName, textOf(files, manifestName), manifestSchema);
	const sums = new Map(manifest.files.map((file) => [file.name, file.sha256]));
	const contents: Record<string, unknown> = { manifest };
	for (const name of Object.keys(standardFiles) as StandardFileName[]) {
		const text = textOf(files, name);
		if (sums.get(name) !== sha256(text)) refuse("storage-damaged", "standard.checksum", { file: name });
		const { field, schema } = standardFiles[name];
		contents[field] = shaped<unknown>(name, text, schema);
	}
	// Every field was parsed by its own schema just above; the record only lost the names on the way.
	const standard = contents as Standard;
	const broken = brokenReferences(standard);
	if (broken.length > 0) refuse("storage-damaged", "standard.reference", { broken: broken.slice(0, 20) });
	return standard;
}

function textOf(files: ReadonlyMap<string, string>, name: string): string {
	return files.get(name) ?? refuse("storage-damaged", "standard.missing-file", { file: name });
}

function shaped<T>(name: string, text: string, schema: z.ZodType<T>): T {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return refuse("storage-damaged", "standard.shape", { file: name, at: "" });
	}
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	return refuse("storage-damaged", "standard.shape", {
		file: name,
		at: (result.error.issues[0]?.path ?? []).join("."),
	});
}
