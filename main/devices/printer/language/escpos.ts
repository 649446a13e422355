/**
 * Reads an ESC/POS printer's answers to `DLE EOT 1…4` (one byte each, in that order) and to `GS r 1`, which waits in
 * line behind the picture and so says that the picture is done. Fixed bits tell the two apart, and both from noise.
 */
import type { PrinterTrouble } from "../printer-port.ts";
import type { PrinterLanguage, Reading } from "./language.ts";

const isRealTime = (byte: number) => (byte & 0x93) === 0x12;
/** Answers of `GS r` have bits 4 and 7 off; real-time ones have bit 4 on. */
const isQueued = (byte: number) => (byte & 0x90) === 0x00;

/** Status bytes another program asked the printer to push: left over from before our job silenced them. */
const isPushed = (byte: number) => (byte & 0x93) === 0x10;

/** Undefined until four real-time bytes are there, and for anything among them that no such printer says. */
export function readEscPosStatus(heard: Uint8Array): Reading | undefined {
	if (heard.some((byte) => !isRealTime(byte) && !isQueued(byte) && !isPushed(byte))) return undefined;
	const [printer, offline, error, paper] = heard.filter(isRealTime);
	if (printer === undefined || offline === undefined || error === undefined || paper === undefined) return undefined;
	const on = (byte: number, bit: number) => (byte & (1 << bit)) !== 0;
	const rules: [boolean, PrinterTrouble][] = [
		[on(offline, 2), "cover-open"],
		[on(offline, 5) || on(paper, 5) || on(paper, 6), "out-of-paper"],
		[on(error, 3), "cutter-error"],
		[on(error, 5), "printer-error"],
		// The head cools down by itself.
		[on(error, 6), "overheated"],
		[on(offline, 6), "printer-error"],
		// Somebody holds the feed button, or it has just come back.
		[on(printer, 3), "paused"],
	];
	const trouble = rules.find(([holds]) => holds)?.[1];
	return { trouble, warning: on(paper, 2) || on(paper, 3) ? "paper-near-end" : undefined, waiting: 0 };
}

export const escPosLanguage: PrinterLanguage = {
	question: new Uint8Array([1, 2, 3, 4].flatMap((n) => [0x10, 0x04, n])),
	read: readEscPosStatus,
	through: { marker: new Uint8Array([0x1d, 0x72, 1]), answered: (heard) => heard.some(isQueued) },
};
