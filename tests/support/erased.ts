/** Looks for what must be gone: every file of a folder, byte by byte, in every form a text or key may have been written. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { gunzipSync } from "node:zlib";

export type Trace = { what: string; bytes: Buffer };

/** A text as UTF-8, UTF-16, base64 at each of the three offsets, JSON escapes and percent-encoding. */
export function tracesOf(text: string): Trace[] {
	const utf8 = Buffer.from(text, "utf8");
	const big = Buffer.from(text, "utf16le").swap16();
	const escaped = [...text].map((c) => (c > "~" ? `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}` : c)).join("");
	return [
		{ what: `${text} (utf-8)`, bytes: utf8 },
		{ what: `${text} (utf-16le)`, bytes: Buffer.from(text, "utf16le") },
		{ what: `${text} (utf-16be)`, bytes: big },
		{ what: `${text} (json)`, bytes: Buffer.from(escaped) },
		{ what: `${text} (url)`, bytes: Buffer.from(encodeURIComponent(text)) },
		...bytesTraces(text, utf8).slice(1),
	];
}

/** Bytes as they are, as hex in both cases and as base64, also in the middle of something longer. */
export function bytesTraces(name: string, bytes: Buffer): Trace[] {
	const inner = [0, 1, 2].map((shift) => {
		const text = Buffer.concat([Buffer.alloc(shift), bytes])
			.toString("base64")
			.replaceAll("=", "");
		// The first and last characters depend on the neighbours.
		return text.slice(shift === 0 ? 0 : shift + 1, (shift + bytes.length) % 3 === 0 ? undefined : -1);
	});
	return [
		{ what: `${name} (bytes)`, bytes },
		{ what: `${name} (hex)`, bytes: Buffer.from(bytes.toString("hex")) },
		{ what: `${name} (HEX)`, bytes: Buffer.from(bytes.toString("hex").toUpperCase()) },
		...inner.flatMap((text) => [
			{ what: `${name} (base64)`, bytes: Buffer.from(text) },
			{ what: `${name} (base64url)`, bytes: Buffer.from(text.replaceAll("+", "-").replaceAll("/", "_")) },
		]),
	];
}

/** What of it is there, as `file: what`. */
export const foundIn = (name: string, bytes: Buffer, traces: readonly Trace[]): string[] =>
	traces.filter((trace) => bytes.includes(trace.bytes)).map(({ what }) => `${name}: ${what}`);

/** Every file below `dir`, its name and its content; what is gzip is also looked at unpacked. */
export function search(dir: string, traces: readonly Trace[]): { files: number; found: string[] } {
	let files = 0;
	const found: string[] = [];
	for (const entry of readdirSync(dir, { recursive: true }) as string[]) {
		const path = join(dir, entry);
		if (!statSync(path).isFile()) continue;
		files += 1;
		const bytes = readFileSync(path);
		const name = relative(dir, path);
		found.push(...foundIn("name", Buffer.from(name), traces), ...foundIn(name, bytes, traces));
		if (bytes[0] === 0x1f && bytes[1] === 0x8b) found.push(...foundIn(`${name} unpacked`, gunzipSync(bytes), traces));
	}
	return { files, found };
}
