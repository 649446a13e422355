/**
 * Cuts what a serial scanner sends into scans: at the line end it was set to, or at a silence. Pure: it is told bytes
 * and when a silence fell; serial-scanner.ts keeps the time. Holds at most the longest code there is.
 */
import type { ScanFlaw } from "../scan.ts";

/** `pause`: the scanner sends nothing at the end, a silence ends the scan; line ends inside belong to it. */
export type SerialEnd = "line" | "tab" | "etx" | "pause";

export type Cut = { bytes: Uint8Array; flaw?: ScanFlaw };

export type SerialSplitter = {
	/** Bytes as the port gave them; answers the scans they complete. */
	push(chunk: Uint8Array): Cut[];
	/** Nothing came for the silence's length. */
	silence(): Cut[];
	/** The port closed. */
	end(): Cut[];
	pending(): boolean;
};

const longest = 8192;
const stx = 2;
const ends: Record<SerialEnd, (byte: number) => boolean> = {
	line: (byte) => byte === 13 || byte === 10,
	tab: (byte) => byte === 9,
	etx: (byte) => byte === 3,
	pause: () => false,
};

export function createSerialSplitter(end: SerialEnd): SerialSplitter {
	const isEnd = ends[end];
	let held: Uint8Array[] = [];
	let size = 0;
	let flooded = false;

	function hold(part: Uint8Array): void {
		if (part.length === 0) return;
		if (size + part.length > longest) {
			flooded = true;
			return;
		}
		// A copy: the port may use its buffer again.
		held.push(new Uint8Array(part));
		size += part.length;
	}

	function cut(flaw?: ScanFlaw): Cut[] {
		const bytes = new Uint8Array(Buffer.concat(held));
		const worst = flooded ? "too-long" : flaw;
		held = [];
		size = 0;
		flooded = false;
		const from = end === "etx" && bytes[0] === stx ? 1 : 0;
		const plain = bytes.subarray(from);
		// Nothing but line ends: the second half of CR LF, or a scanner that greets.
		if (worst !== "too-long" && plain.every((byte) => byte === 13 || byte === 10)) return [];
		return [worst === undefined ? { bytes: plain } : { bytes: plain, flaw: worst }];
	}

	return {
		push(chunk) {
			const cuts: Cut[] = [];
			let from = 0;
			for (let at = 0; at < chunk.length; at++) {
				if (!isEnd(chunk[at] ?? 0)) continue;
				hold(chunk.subarray(from, at));
				if (size > 0 || flooded) cuts.push(...cut());
				from = at + 1;
			}
			hold(chunk.subarray(from));
			return cuts;
		},
		silence: () => (size === 0 && !flooded ? [] : cut(end === "pause" ? undefined : "half")),
		end: () => (size === 0 && !flooded ? [] : cut("half")),
		pending: () => size > 0 || flooded,
	};
}
