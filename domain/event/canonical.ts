/**
 * Canonical text: the one way an event is written down. Keys sorted, integers only, strings NFC, no
 * insignificant space. The log stores this text verbatim and the chain hashes it; a test vector pins it.
 */

function writeKey(key: string): string {
	return JSON.stringify(key.normalize("NFC"));
}

/** Throws TypeError on what has no canonical form: fractions, unsafe integers, undefined inside arrays, functions. */
export function canonicalText(value: unknown): string {
	if (value === null) return "null";
	if (typeof value === "boolean") return value ? "true" : "false";
	if (typeof value === "string") return JSON.stringify(value.normalize("NFC"));
	if (typeof value === "number") {
		if (!Number.isSafeInteger(value)) throw new TypeError(`not a safe integer: ${value}`);
		return String(value === 0 ? 0 : value);
	}
	if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
	if (typeof value === "object") {
		const entries = Object.entries(value).filter(([, v]) => v !== undefined);
		entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
		return `{${entries.map(([k, v]) => `${writeKey(k)}:${canonicalText(v)}`).join(",")}}`;
	}
	throw new TypeError(`no canonical text for ${typeof value}`);
}
