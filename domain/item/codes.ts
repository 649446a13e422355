/**
 * Codes an item is known by, out of what a scanner read. Called by the scan resolver and the intake. Says which facts a
 * scan holds and under which texts to look them up; knows no database.
 */
import type { Scan } from "../code/scan.ts";
import type { ItemCode } from "./item.ts";

/** Longest code an item may carry. */
export const longestCode = 120;

/** One item carries such a code; the others name a model, and many items share them. */
const single: ReadonlySet<ItemCode["kind"]> = new Set(["gtin-serial", "serial", "tag", "lifelong", "anti-counterfeit"]);

/** True when two items with this code are the same item (or one of them is a copy). */
export function isSingle(code: Pick<ItemCode, "kind">): boolean {
	return single.has(code.kind);
}

/** GTIN and serial together, as GS1 writes them: the code of one single item. */
export function gtinSerial(gtin: string, serial: string): string {
	return `01${gtin}21${serial}`;
}

/** The facts in a scan, most telling first. Empty when it is not about an item. */
export function itemCodesOf(scan: Scan): ItemCode[] {
	switch (scan.kind) {
		case "ean":
			return [{ kind: "gtin", value: scan.gtin }];
		case "order":
			return scan.gtin === undefined ? [] : [{ kind: "gtin", value: scan.gtin }];
		case "item":
			return [{ kind: "lifelong", value: scan.tag }];
		case "gs1":
			return gs1Codes(scan.gtin, scan.serial);
		case "text":
			return scan.text.length > longestCode ? [] : [textCode(scan.text)];
		default:
			return [];
	}
}

function gs1Codes(gtin: string | undefined, serial: string | undefined): ItemCode[] {
	const codes: ItemCode[] = [];
	if (gtin !== undefined && serial !== undefined) codes.push({ kind: "gtin-serial", value: gtinSerial(gtin, serial) });
	if (serial !== undefined) codes.push({ kind: "serial", value: serial });
	if (gtin !== undefined) codes.push({ kind: "gtin", value: gtin });
	return codes;
}

/** A guess the clerk may change: a web address counts checks for copies, `AO2424-001` is style and colour, else a serial. */
function textCode(text: string): ItemCode {
	if (/^https?:\/\//i.test(text)) return { kind: "anti-counterfeit", value: text };
	const plain = text.toUpperCase();
	return { kind: /^[A-Z0-9]{5,8}-\d{3}$/.test(plain) ? "style" : "serial", value: plain };
}

/** Texts under which such a code may have been recorded: as scanned, in capitals, without the padding of a GTIN. */
export function lookupTexts(codes: readonly ItemCode[], scanned: string): string[] {
	const texts = codes.flatMap(({ kind, value }) => (kind === "gtin" ? [value, value.replace(/^0{1,6}/, "")] : [value]));
	return [...new Set([...texts, scanned, scanned.toUpperCase()])].filter((t) => t !== "").slice(0, 8);
}
