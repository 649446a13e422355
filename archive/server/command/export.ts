/** `npm run archive:export -- --item=ID|--subject=ID --out=DIR`: the whole record as JSON and PDF, readable by its owner only. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Archive } from "../archive.ts";
import { recordPdf } from "../export/pdf.ts";
import { exportRecord } from "../export/record.ts";

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Answers the files it wrote. Throws TypeError with a sentence for words it can't use. */
export async function writeExport(archive: Archive, words: Record<string, string>): Promise<string[]> {
	const kind = words["item"] === undefined ? "subject" : "item";
	const value = words[kind] ?? "";
	if (!id.test(value) || !words["out"]) throw new TypeError("export needs --item=ID or --subject=ID, and --out=DIR");
	const record = await exportRecord(archive, `${kind}:${value}`);
	if (!record) throw new TypeError(`the archive knows no ${kind} of this id`);
	const dir = resolve(words["out"]);
	mkdirSync(dir, { recursive: true, mode: 0o700 });
	const files = [join(dir, `${kind}-${value}.json`), join(dir, `${kind}-${value}.pdf`)] as const;
	writeFileSync(files[0], `${JSON.stringify(record, null, "\t")}\n`, { mode: 0o600 });
	writeFileSync(files[1], await recordPdf(record), { mode: 0o600 });
	return [...files];
}
