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

/** Deeper than anything of the trade; a text nested without end must not use up the stack of whoever looks at it. */
const deepest = 64;

function isShallow(value: unknown, left = deepest): boolean {
	if (typeof value !== "object" || value === null) return true;
	return left > 0 && Object.values(value).every((inner) => isShallow(inner, left - 1));
}

/** Numbers and the order of keys as canonical text has them; what `JSON.stringify` alone does not promise. */
function isOrdered(value: unknown, left = deepest): boolean {
	if (typeof value === "number") return Number.isSafeInteger(value);
	if (typeof value !== "object" || value === null) return true;
	if (left === 0) return false;
	if (Array.isArray(value)) return value.every((inner) => isOrdered(inner, left - 1));
	let last = "";
	for (const key in value) {
		if (key < last || !isOrdered((value as Record<string, unknown>)[key], left - 1)) return false;
		last = key;
	}
	return true;
}

/**
 * True when `text`, which reads as `value`, is its canonical text, and not nested beyond all sense. Most are told without
 * writing them down again: no part of a text in NFC is out of it.
 * @param value as `JSON.parse` gives it
 */
export function isCanonical(value: unknown, text: string): boolean {
	if (isOrdered(value) && JSON.stringify(value) === text && text.normalize("NFC") === text) return true;
	try {
		return isShallow(value) && canonicalText(value) === text;
	} catch {
		return false;
	}
}
