/**
 * Says what a scanned text is. Called by the scan bus for every scan of every device, before anything is looked up;
 * knows no database. Takes the text as the device gave it, with or without its AIM prefix (`]C1…`).
 */
import { dammHolds, gs1Holds } from "./check.ts";
import { findBracketed, findDigitalLink, findElements, type Gs1 } from "./gs1.ts";
import { findPieceLabel } from "./order-number.ts";
import { findOwnCode, findStatusToken, type OwnCode } from "./own.ts";

export type Scan = { text: string; aim?: string } & (
	| {
			kind: "order";
			orderNumber: string /** It would pass as a GTIN-14 too: try this when no such order exists. */;
			gtin?: string;
	  }
	| { kind: "piece"; orderNumber: string; piece: number; label: string }
	| OwnCode
	| { kind: "status-token"; token: string }
	| ({ kind: "gs1" } & Gs1)
	| {
			kind: "ean";
			form: "ean-13" | "ean-8" | "upc-a" | "itf-14" /** Fourteen digits, padded on the left. */;
			gtin: string;
	  }
	| { kind: "text" }
	| { kind: "unreadable"; reason: UnreadableReason }
);
export type ScanKind = Scan["kind"];

/** `not-a-scan`: a scanner's answer to a command. `check`: begins like a code and its check characters are wrong. */
export type UnreadableReason = "empty" | "too-long" | "encoding" | "not-a-scan" | "check" | "gs1";

const longest = 2048;
const gs1Aims = new Set(["]C1", "]d2", "]d5", "]Q3", "]Q4", "]e0", "]J1"]);

/** What a device adapter hands on as the text of a scan that reached it damaged, so that somebody is told. */
export const flawedScanText = { half: "\ufffdhalf", "too-long": "\ufffdtoo-long", encoding: "\ufffd" } as const;

/** Classifies one scan. Never throws. `text` in the answer is cleaned: no AIM prefix, no line end. */
export function parseScan(raw: string): Scan {
	const aim = /^\][A-Za-z][0-9A-Za-z]/.exec(raw)?.[0];
	const text = clean(aim === undefined ? raw : raw.slice(3));
	const base = aim === undefined ? { text } : { text, aim };
	const unreadable = (reason: UnreadableReason): Scan => ({ ...base, kind: "unreadable", reason });

	if (aim === "]X0" || aim === "]Z6") return unreadable("not-a-scan");
	if (text === flawedScanText.half) return { text: "", kind: "unreadable", reason: "check" };
	if (text === flawedScanText["too-long"]) return { text: "", kind: "unreadable", reason: "too-long" };
	if (text === "") return unreadable("empty");
	if (text.length > longest) return { ...unreadable("too-long"), text: text.slice(0, 40) };
	if (text.includes("\ufffd")) return unreadable("encoding");

	if (aim !== undefined && gs1Aims.has(aim)) {
		const gs1 = findElements(text) ?? findBracketed(text) ?? findDigitalLink(text);
		return gs1 ? { ...base, kind: "gs1", ...gs1 } : unreadable("gs1");
	}
	if (/^\d+$/.test(text)) return digitsOnly(base);

	const own = findOwnCode(text);
	if (own === "check") return unreadable("check");
	if (own !== undefined) return { ...base, ...own };
	const token = findStatusToken(text);
	if (token !== undefined) return { ...base, kind: "status-token", token };
	const gs1 =
		findDigitalLink(text) ?? findBracketed(text) ?? (text.includes("\u001d") ? findElements(text) : undefined);
	return gs1 ? { ...base, kind: "gs1", ...gs1 } : { ...base, kind: "text" };
}

function digitsOnly(base: { text: string; aim?: string }): Scan {
	const { text, aim } = base;
	const retail = aim?.startsWith("]E") || aim?.startsWith("]I");
	if (!retail) {
		if (text.length === 14 && dammHolds(text)) {
			return { ...base, kind: "order", orderNumber: text, ...(gs1Holds(text) ? { gtin: text } : {}) };
		}
		const piece = findPieceLabel(text);
		if (piece) return { ...base, kind: "piece", label: text, ...piece };
	}
	// EAN-13 may carry a two- or five-digit addition behind it.
	const body = aim === "]E3" ? text.slice(0, 13) : text;
	const form = ({ 8: "ean-8", 12: "upc-a", 13: "ean-13", 14: "itf-14" } as const)[body.length];
	if (form && gs1Holds(body)) return { ...base, kind: "ean", form, gtin: body.padStart(14, "0") };
	return aim?.startsWith("]E") ? { ...base, kind: "unreadable", reason: "check" } : { ...base, kind: "text" };
}

/** Full-width letters and digits (an input method's work) become plain; line ends and stray controls go. */
function clean(text: string): string {
	let result = "";
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		if (code >= 0xff01 && code <= 0xff5e) result += String.fromCharCode(code - 0xfee0);
		else if (code === 0x1d || (code >= 0x20 && code !== 0x7f)) result += character;
	}
	return result.trim();
}
