/**
 * Reads a TSPL printer's answer to `ESC ! ?`: one byte, a flag each (TSC and Gprinter manuals, "Status Polling
 * Commands"). Answered at any time, also in trouble. Many clones answer nothing on USB: those are set up as saying
 * nothing.
 */
import type { PrinterTrouble } from "../printer-port.ts";
import type { PrinterLanguage, Reading } from "./language.ts";

/** Flags, most urgent first. */
const flags: [number, PrinterTrouble][] = [
	[0x01, "head-open"],
	[0x40, "cover-open"],
	[0x04, "out-of-paper"],
	[0x02, "jam"],
	[0x08, "out-of-ribbon"],
	[0x80, "overheated"],
	[0x10, "paused"],
];
const printing = 0x20;

/** The first byte counts; a run of bytes is another language's answer. */
export function readTsplStatus(heard: Uint8Array): Reading | undefined {
	const [status] = heard;
	if (status === undefined || heard.length > 3) return undefined;
	const trouble = flags.find(([flag]) => (status & flag) !== 0)?.[1];
	return { trouble, warning: undefined, waiting: status & printing ? 1 : 0 };
}

export const tsplLanguage: PrinterLanguage = {
	question: new Uint8Array([0x1b, 0x21, 0x3f]),
	read: readTsplStatus,
	through: "was-busy",
};
