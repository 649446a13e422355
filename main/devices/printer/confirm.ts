/**
 * After the last byte: waits for the printer's own word that the label is out. Called by line-printer.ts. Standing
 * still for too long is for a person to judge, and so is everything that is not clearly the answer.
 */
import { ask, type LineLimits } from "./ask.ts";
import type { PrinterLanguage, Reading } from "./language/language.ts";
import type { SendOutcome } from "./printer-port.ts";
import type { PrinterLine } from "./transport/line.ts";

const confirmed: SendOutcome = { outcome: "sent", proof: "status" };

/** Whether readings so far say that the label is out; answers undefined while they don't. */
function judge(language: PrinterLanguage, line: PrinterLine, from: number, idleNeeded: number) {
	const { through } = language;
	let idle = 0;
	let wasBusy = false;
	return {
		through(reading: Reading): boolean {
			if (typeof through === "object") return through.answered(line.heard(from));
			idle = reading.waiting === 0 ? idle + 1 : 0;
			wasBusy ||= reading.waiting > 0;
			return idle >= idleNeeded && (through === "idle" || wasBusy);
		},
		/** It has been idle all along: it may have printed between two looks, or swallowed the label. */
		get neverBusy() {
			return through === "was-busy" && !wasBusy;
		},
	};
}

/** @param from where the line stood before the label's first byte */
export async function confirmByStatus(
	line: PrinterLine,
	language: PrinterLanguage,
	from: number,
	mayLag: boolean,
	limits: LineLimits,
): Promise<SendOutcome> {
	if (typeof language.through === "object") line.write(language.through.marker);
	// On a cable the first "nothing waiting" may still be about the moment before the label.
	const verdict = judge(language, line, from, mayLag ? 2 : 1);
	let waiting = Number.POSITIVE_INFINITY;
	let patientUntil = performance.now() + limits.finishMs;
	for (;;) {
		const reading = await ask(line, language, limits.finishMs);
		if ("unclear" in reading) return { outcome: "unknown", trouble: reading.unclear };
		if (reading.trouble && reading.trouble !== "busy") return { outcome: "unknown", trouble: reading.trouble };
		if (verdict.through(reading)) return confirmed;
		if (reading.waiting < waiting) {
			if (Number.isFinite(waiting)) patientUntil = performance.now() + limits.finishMs;
			waiting = reading.waiting;
		}
		if (performance.now() >= patientUntil) {
			return verdict.neverBusy ? { outcome: "sent", proof: "handed-over" } : { outcome: "unknown", trouble: "busy" };
		}
		const pause = await line.until(() => false, limits.pollMs);
		if (pause === "aborted") return { outcome: "unknown", trouble: "cancelled" };
	}
}
