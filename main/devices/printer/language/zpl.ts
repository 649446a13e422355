/** Reads a ZPL printer's answer to `~HS`: three lines between STX and ETX. */
import type { PrinterTrouble } from "../printer-port.ts";
import type { PrinterLanguage, Reading } from "./language.ts";

const on = (field: string | undefined) => field !== undefined && Number(field) !== 0;

/** The status in `text`, or undefined while the answer is not complete. Fields as in Zebra's programming guide. */
export function parseZplStatus(text: string): Reading | undefined {
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
	return { trouble, warning: undefined, waiting: (Number(formats) || 0) + (Number(remaining) || 0) };
}

/** `~HS` is answered at once, except (says Zebra) when paper or ribbon is out or the head is open: then by silence. */
export const zplLanguage: PrinterLanguage = {
	question: new Uint8Array(Buffer.from("~HS", "latin1")),
	read: (heard) => parseZplStatus(Buffer.from(heard).toString("latin1")),
	through: "idle",
};
