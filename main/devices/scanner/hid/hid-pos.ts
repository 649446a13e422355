/**
 * Puts the input reports of a HID POS scanner (usage page 0x8C) together into scans. Pure: it is told reports and asks
 * an injected clock; hid-scanner.ts does the talking. Any bytes may come: it never throws and never holds more than the
 * longest code there is.
 *
 * A report, with its id: 0 id 02 · 1 length of the data in it (0–56) · 2–4 AIM prefix · 5–60 data · 61 the maker's own
 * letter for the symbology · 63 not zero: the next report goes on. Some scanners put the prefix one byte later.
 */
import type { ScanFlaw } from "../scan.ts";

export type HidPosMessage =
	| { kind: "scan"; bytes: Uint8Array; aim: string; maker: number }
	/** The scanner answers a command some program gave it: not a scan. */
	| { kind: "reply" }
	| { kind: "broken"; flaw: ScanFlaw; bytes: Uint8Array; aim: string };

export type HidPosAssembler = {
	/** Takes one report as node-hid gives it; answers what it completed, in order: mostly nothing or one message. */
	push(report: Uint8Array): HidPosMessage[];
	/** Gives up on a message that stopped half-way, if there is one and its time is over. To be called after {@link staleMs}. */
	expire(): HidPosMessage[];
	/** The device is gone: what is half-way never ends. */
	end(): HidPosMessage[];
	/** True while a message is half-way. */
	pending(): boolean;
};

const scannedData = 0x02;
const dataAt = 5;
const mostData = 56;
const makerAt = 61;
const continuedAt = 63;
const bracket = 0x5d;
/** The longest code, a QR of 7,089 digits, with room. */
const longest = 8192;
/** Reports of one message follow each other within a few ms; after this long the rest doesn't come, ms. */
export const staleMs = 1000;
/** Honeywell marks an answer to a command with "?". `]X0` with a letter is one of the symbologies AIM has no prefix for. */
const answerMark = 0x3f;

type Half = { parts: Uint8Array[]; size: number; aim: string; lastAt: number; flaw: ScanFlaw | undefined };

export function createHidPosAssembler(now: () => number): HidPosAssembler {
	let half: Half | undefined;

	function giveUp(): HidPosMessage[] {
		const given = half;
		half = undefined;
		// Half an answer to a command is still no scan.
		if (!given || given.aim === "]X0" || given.aim === "]Z6") return [];
		return [{ kind: "broken", flaw: given.flaw ?? "half", bytes: joined(given), aim: given.aim }];
	}

	function expire(): HidPosMessage[] {
		return half && now() - half.lastAt >= staleMs ? giveUp() : [];
	}

	function push(report: Uint8Array): HidPosMessage[] {
		// Battery and status reports come on ids of their own.
		if (report[0] !== scannedData) return [];
		const messages = expire();
		const { aim, data, malformed } = read(report);
		const continued = (report[continuedAt] ?? 0) !== 0;
		// Another prefix is another code; later reports of one may come without.
		if (half && aim !== "" && half.aim !== aim) messages.push(...giveUp());
		if (!half && data.length === 0 && !continued && !malformed) return messages;
		half ??= { parts: [], size: 0, aim, lastAt: 0, flaw: undefined };
		half.lastAt = now();
		if (malformed) half.flaw ??= "half";
		if (half.size + data.length > longest) half.flaw = "too-long";
		else if (data.length > 0) {
			half.parts.push(data);
			half.size += data.length;
		}
		if (!continued) messages.push(...finish(half, report[makerAt] ?? 0));
		return messages;
	}

	function finish(whole: Half, maker: number): HidPosMessage[] {
		if (whole.flaw) return giveUp();
		half = undefined;
		const { aim } = whole;
		if (aim === "]Z6" || (aim === "]X0" && maker === answerMark)) return [{ kind: "reply" }];
		// An unknown symbology is no prefix to hand on.
		return [{ kind: "scan", bytes: joined(whole), aim: aim === "]X0" ? "" : aim, maker }];
	}

	return { push, expire, end: giveUp, pending: () => half !== undefined };
}

function read(report: Uint8Array): { aim: string; data: Uint8Array; malformed: boolean } {
	const said = report[1] ?? 0;
	const late = report[2] !== bracket && report[3] === bracket;
	const from = late ? dataAt + 1 : dataAt;
	const room = Math.max(0, Math.min(mostData, report.length - from, makerAt - from));
	const aim = aimAt(report, late ? 3 : 2);
	const length = Math.min(said, room);
	// The byte in front of a late prefix may be counted among the data or not.
	const malformed = said > mostData || (said > room && !(late && said === mostData)) || report.length < dataAt;
	return { aim, data: new Uint8Array(report.subarray(from, from + length)), malformed };
}

function aimAt(report: Uint8Array, at: number): string {
	const text = String.fromCharCode(report[at] ?? 0, report[at + 1] ?? 0, report[at + 2] ?? 0);
	return /^\][A-Za-z][0-9A-Za-z]$/.test(text) ? text : "";
}

function joined({ parts, size }: Half): Uint8Array {
	const whole = new Uint8Array(size);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
