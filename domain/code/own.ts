/**
 * The lettered codes the workshop prints for itself: badges, command cards, shelves, parts, item tags, parcels between
 * workshops, status tokens.
 * Each is `W` + a letter for its kind + `-` + body + two check characters, in capitals and digits only, so that
 * every scanner and keyboard layout carries it. Random bytes are handed in; nothing here is a secret's only copy.
 */
import { refuse } from "../errors.ts";
import { isoPair, isoPairHolds } from "./check.ts";

/** What a card held under the scanner asks for. */
export const commands = ["start", "pause", "finish", "pass", "fail", "label", "photo", "trouble", "next"] as const;
export type Command = (typeof commands)[number];

export type OwnCode =
	| { kind: "badge"; token: string }
	| { kind: "command"; command: Command }
	| { kind: "shelf"; shelf: string }
	| { kind: "part"; part: string; lot?: string }
	| { kind: "item"; tag: string }
	| { kind: "parcel"; token: string };

const letters = { badge: "B", command: "C", shelf: "S", part: "P", item: "I", parcel: "M" } as const;

// Crockford's alphabet: no I, L, O, U, so a token read aloud or typed is not mistaken.
const base32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Five bits a character, the last one padded with zero bits. 12 bytes give 20 characters, 16 give 26. */
export function tokenOf(bytes: Uint8Array): string {
	let text = "";
	let held = 0;
	let bits = 0;
	for (const byte of bytes) {
		held = (held << 8) | byte;
		bits += 8;
		while (bits >= 5) {
			bits -= 5;
			text += base32.charAt((held >> bits) & 31);
		}
		held &= (1 << bits) - 1;
	}
	return bits > 0 ? text + base32.charAt((held << (5 - bits)) & 31) : text;
}

function make(kind: keyof typeof letters, body: string, shape: RegExp): string {
	if (!shape.test(body)) refuse("invalid-input", "code.body", { kind });
	const code = `W${letters[kind]}-${body}`;
	return code + isoPair(code);
}

const tokenShape = /^[0-9A-Z]{16,32}$/;
const shelfShape = /^[0-9A-Z]{1,8}$/;
const partShape = /^[A-Z]{2}\d{2,3}(?:-[0-9A-Z]{1,12})?$/;
const itemShape = /^[0-9A-Z]{8,20}$/;
const parcelShape = /^[0-9A-Z]{20}$/;

/** Text of a badge. `token` comes from `tokenOf` over at least 10 random bytes; never log it. */
export function makeBadgeCode(token: string): string {
	return make("badge", token, tokenShape);
}

/** Text of a command card. */
export function makeCommandCode(command: Command): string {
	return make("command", command.toUpperCase(), /^[A-Z]+$/);
}

/** Text of a shelf label; `shelf` is 1–8 capitals and digits, e.g. `A0312`. */
export function makeShelfCode(shelf: string): string {
	return make("shelf", shelf, shelfShape);
}

/** Text of a part label; `lot` is 1–12 capitals and digits. */
export function makePartCode(part: string, lot?: string): string {
	return make("part", lot === undefined ? part : `${part}-${lot}`, partShape);
}

/** Text of the label an item carries for life; `tag` comes from `tokenOf` over 8 random bytes (13 characters). */
export function makeItemCode(tag: string): string {
	return make("item", tag, itemShape);
}

/**
 * Text of the acceptance code on the sheet that travels with a parcel; `token` comes from `tokenOf` over 12 random bytes
 * (20 characters). Whoever sends it in has the sheet in hand; never log it.
 */
export function makeParcelCode(token: string): string {
	return make("parcel", token, parcelShape);
}

/**
 * Reads one of our lettered codes. Undefined when it does not begin like one; `"check"` when it does and its check
 * characters or its body are wrong.
 */
export function findOwnCode(text: string): OwnCode | "check" | undefined {
	const upper = text.toUpperCase();
	if (!/^W[BCSPIM]-[0-9A-Z-]{3,}$/.test(upper)) return undefined;
	if (!isoPairHolds(upper)) return "check";
	const body = upper.slice(3, -2);
	switch (upper.charAt(1)) {
		case letters.badge:
			return tokenShape.test(body) ? { kind: "badge", token: body } : "check";
		case letters.command: {
			const command = commands.find((name) => name.toUpperCase() === body);
			return command ? { kind: "command", command } : "check";
		}
		case letters.shelf:
			return shelfShape.test(body) ? { kind: "shelf", shelf: body } : "check";
		case letters.item:
			return itemShape.test(body) ? { kind: "item", tag: body } : "check";
		case letters.parcel:
			return parcelShape.test(body) ? { kind: "parcel", token: body } : "check";
		default: {
			if (!partShape.test(body)) return "check";
			const [part = body, lot] = body.split("-");
			return lot === undefined ? { kind: "part", part } : { kind: "part", part, lot };
		}
	}
}

/** True for a token as `tokenOf` makes it from 16 random bytes. */
export const isStatusToken = (token: string): boolean => /^[0-9A-Z]{26}$/.test(token);

/** The address printed as a QR on the slip: `base` without a trailing slash, `token` from 16 random bytes. */
export function makeStatusAddress(base: string, token: string): string {
	if (!isStatusToken(token)) refuse("invalid-input", "code.body", { kind: "status" });
	return `${base}/s/${token}${isoPair(`S${token}`)}`;
}

/** The token of a status address on any host; undefined when the address is not one. */
export function findStatusToken(text: string): string | undefined {
	const found = /^https?:\/\/[^/?#\s]+(?:\/[^?#\s]*)?\/s\/([0-9A-Z]{28})\/?$/i.exec(text)?.[1]?.toUpperCase();
	return found && isoPairHolds(`S${found}`) ? found.slice(0, 26) : undefined;
}
