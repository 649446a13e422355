/**
 * GS1 element strings and Digital Link addresses, for the application identifiers a workshop meets on hang tags,
 * parcels and part lots. A string is read as GS1 only when the scanner or its separators say so: a number that
 * merely starts with 01 is never guessed to be one.
 */
import { applicationIdentifiers, type IdentifierRule as Rule } from "./application-identifiers.ts";
import { gs1Holds } from "./check.ts";

export type Element = { ai: string; value: string };
export type Gs1 = {
	elements: Element[];
	gtin?: string;
	serial?: string;
	lot?: string;
	sscc?: string;
	expiresOn?: string;
};

const separator = "\u001d";
// GS1's character set 82: no space, no control characters.
const allowed = /^[!-"%-?A-Z_a-z]+$/;

/** `01…21…` with FNC1 as character 0x1D, without an AIM prefix. Undefined when it does not parse to the end. */
export function findElements(text: string): Gs1 | undefined {
	const elements: Element[] = [];
	let at = text.startsWith(separator) ? 1 : 0;
	while (at < text.length) {
		const ai = [2, 3, 4].map((size) => text.slice(at, at + size)).find((code) => applicationIdentifiers.has(code));
		const rule = ai === undefined ? undefined : applicationIdentifiers.get(ai);
		if (ai === undefined || rule === undefined) return undefined;
		at += ai.length;
		const stop = text.indexOf(separator, at);
		const end = rule.fixed ? at + rule.length : stop < 0 ? text.length : stop;
		const value = text.slice(at, end);
		if (!fits(rule, value)) return undefined;
		elements.push({ ai, value });
		at = text[end] === separator ? end + 1 : end;
	}
	return summary(elements);
}

/** `(01)…(21)…`, the way decoders and people write it. */
export function findBracketed(text: string): Gs1 | undefined {
	if (!/^\(\d{2,4}\)/.test(text)) return undefined;
	const elements: Element[] = [];
	for (const piece of text.split(/(?=\(\d{2,4}\))/)) {
		const [, ai = "", value = ""] = /^\((\d{2,4})\)(.*)$/s.exec(piece) ?? [];
		const rule = applicationIdentifiers.get(ai);
		if (rule === undefined || !fits(rule, value)) return undefined;
		elements.push({ ai, value });
	}
	return summary(elements);
}

/** Words the first edition of the Digital Link standard allowed instead of numbers. */
const words: Record<string, string> = { gtin: "01", cpv: "22", lot: "10", ser: "21", exp: "17" };
const numberOf = (part: string) =>
	(Object.hasOwn(words, part.toLowerCase()) ? words[part.toLowerCase()] : part) ?? part;

/** `https://any.host/01/{gtin}/21/{serial}?17=…`; unknown query keys are other people's and are left out. */
export function findDigitalLink(text: string): Gs1 | undefined {
	const [, path = "", query = ""] = /^https?:\/\/[^/?#\s]+(\/[^?#\s]*)(?:\?([^#\s]*))?(?:#\S*)?$/i.exec(text) ?? [];
	const parts = path.split("/").filter((part) => part !== "");
	const start = parts.findIndex((part, index) => numberOf(part) === "01" && /^\d{8,14}$/.test(parts[index + 1] ?? ""));
	if (start < 0 || (parts.length - start) % 2 !== 0) return undefined;
	const elements: Element[] = [];
	for (let index = start; index < parts.length; index += 2) {
		const element = linkElement(numberOf(parts[index] ?? ""), parts[index + 1] ?? "");
		if (element === undefined) return undefined;
		elements.push(element);
	}
	for (const pair of query.split(/[&;]/)) {
		const [name = "", value = ""] = pair.split("=");
		const key = numberOf(name);
		const element = applicationIdentifiers.has(key) ? linkElement(key, value) : undefined;
		if (element) elements.push(element);
	}
	return summary(elements);
}

function linkElement(ai: string, raw: string): Element | undefined {
	let value: string;
	try {
		value = decodeURIComponent(raw);
	} catch {
		return undefined;
	}
	if (ai === "01") value = value.padStart(14, "0");
	const rule = applicationIdentifiers.get(ai);
	return rule && fits(rule, value) ? { ai, value } : undefined;
}

function fits(rule: Rule, value: string): boolean {
	if (rule.fixed ? value.length !== rule.length : value.length < 1 || value.length > rule.length) return false;
	if (rule.digits ? !/^\d+$/.test(value) : !allowed.test(value)) return false;
	if (rule.check && !gs1Holds(value)) return false;
	return (
		!rule.date || (Number(value.slice(2, 4)) >= 1 && Number(value.slice(2, 4)) <= 12 && Number(value.slice(4)) <= 31)
	);
}

function summary(elements: Element[]): Gs1 | undefined {
	if (elements.length === 0) return undefined;
	const read = (ai: string) => elements.find((element) => element.ai === ai)?.value;
	const result: Gs1 = { elements };
	const gtin = read("01");
	const serial = read("21");
	const lot = read("10");
	const sscc = read("00");
	const expires = read("17");
	if (gtin !== undefined) result.gtin = gtin;
	if (serial !== undefined) result.serial = serial;
	if (lot !== undefined) result.lot = lot;
	if (sscc !== undefined) result.sscc = sscc;
	if (expires !== undefined) result.expiresOn = expiryDate(expires);
	return result;
}

/** Two-digit years are this century's: nothing in a workshop expires in the last one. */
function expiryDate(text: string): string {
	const year = 2000 + Number(text.slice(0, 2));
	const month = Number(text.slice(2, 4));
	const last = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31;
	const day = Number(text.slice(4)) === 0 ? last : Math.min(Number(text.slice(4)), last);
	return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
