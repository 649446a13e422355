/** One question to a printer and how long anything may take. Used by line-printer.ts and confirm.ts. */
import type { PrinterLanguage, Reading } from "./language/language.ts";
import type { PrinterTrouble } from "./printer-port.ts";
import type { PrinterLine } from "./transport/line.ts";

export type LineLimits = {
	/** Until the line is open. */
	openMs: number;
	/** Until the printer answers its question. */
	statusMs: number;
	/** After the last byte, until the printer has printed, or has closed the connection. */
	finishMs: number;
	/** How often a printer at work is asked whether it is through. */
	pollMs: number;
};

export const usualLimits: LineLimits = { openMs: 3_000, statusMs: 3_000, finishMs: 10_000, pollMs: 150 };

/** Asks and waits for the answer. Noise instead of one is told apart from silence. */
export async function ask(
	line: PrinterLine,
	language: PrinterLanguage,
	ms: number,
): Promise<Reading | { unclear: PrinterTrouble }> {
	const from = line.said;
	line.write(language.question);
	let reading: Reading | undefined;
	const end = await line.until(() => {
		reading = language.read(line.heard(from));
		return reading !== undefined;
	}, ms);
	if (reading) return reading;
	if (end === "aborted") return { unclear: "cancelled" };
	if (line.failed || line.closed) return { unclear: "connection-lost" };
	return { unclear: line.said > from ? "garbled" : "silent" };
}
