/** Reads a ZPL printer's answer to `~HS`: three lines between STX and ETX. */
import type { PrinterTrouble } from "../printer-port.ts";

export const statusQuery = "~HS";

export type ZplStatus = {
	/** What stops it, most urgent first; undefined when it can print. */
	trouble: PrinterTrouble | undefined;
	/** Labels it has taken but not printed yet. */
	waiting: number;
};

const on = (field: string | undefined) => field !== undefined && Number(field) !== 0;

/** The status in `text`, or undefined while the answer is not complete. Fields as in Zebra's programming guide. */
export function parseZplStatus(text: string): ZplStatus | undefined {
	const lines = text
		.split("\x02")
		.slice(1)
		.filter((line) => line.includes("\x03"))
		.map((line) => line.slice(0, line.indexOf("\x03")).split(","));
	const [first, second] = lines;
	if (lines.length < 3 || !first || !second || first.length < 12 || second.length < 9) return undefined;
	const [, paperOut, paused, , formats, bufferFull, , , , , cold, hot] = first;
	const [, , headOpen, ribbonOut, , , , , remaining] = second;
	const trouble: PrinterTrouble | undefined = on(headOpen)
		? "head-open"
		: on(paperOut)
			? "out-of-paper"
			: on(ribbonOut)
				? "out-of-ribbon"
				: on(cold) || on(hot)
					? "overheated"
					: on(paused)
						? "paused"
						: on(bufferFull)
							? "busy"
							: undefined;
	return { trouble, waiting: (Number(formats) || 0) + (Number(remaining) || 0) };
}

/** An answer a printer would give: for the virtual printer and tests. */
export function formatZplStatus(status: {
	paperOut: boolean;
	paused: boolean;
	headOpen: boolean;
	waiting: number;
}): string {
	const bit = (value: boolean) => (value ? "1" : "0");
	const formats = String(Math.min(999, status.waiting)).padStart(3, "0");
	const first = `030,${bit(status.paperOut)},${bit(status.paused)},0320,${formats},0,0,0,000,0,0,0`;
	const second = `000,0,${bit(status.headOpen)},0,0,2,4,0,00000000,1,000`;
	return [first, second, "0000,0"].map((line) => `\x02${line}\x03\r\n`).join("");
}
