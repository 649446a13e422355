/**
 * A printer at the end of a line, network or cable, in any of the languages. Called by the print journal. Sends one
 * label per line and one line at a time per address, asks the printer before and after where it can answer, and says
 * exactly how far it got. Never prints twice by itself.
 */
import { ask, type LineLimits, usualLimits } from "./ask.ts";
import { confirmByStatus } from "./confirm.ts";
import { inLine } from "./in-line.ts";
import type { PrinterLanguage } from "./language/language.ts";
import type { PrinterJob, PrinterPort, PrinterStatus, SendOutcome } from "./printer-port.ts";
import type { PrinterProfile } from "./profile.ts";
import type { PrinterLine, Transport } from "./transport/line.ts";

async function confirmByClose(line: PrinterLine, ms: number): Promise<SendOutcome> {
	line.finish();
	const end = await line.until(() => line.closed, ms);
	if (line.closed) return { outcome: "sent", proof: "close" };
	return { outcome: "unknown", trouble: end === "timeout" ? "silent" : "connection-lost" };
}

async function confirmHandedOver(line: PrinterLine, ms: number): Promise<SendOutcome> {
	line.finish();
	await line.until(() => line.closed, ms);
	if (line.closed) return { outcome: "sent", proof: "close" };
	return line.failed ? { outcome: "unknown", trouble: "connection-lost" } : { outcome: "sent", proof: "handed-over" };
}

/** A port to the printer of this profile, over that way. */
export function createLinePrinter(
	{ proof }: Pick<PrinterProfile, "proof">,
	language: PrinterLanguage,
	transport: Transport,
	limits: LineLimits = usualLimits,
): PrinterPort {
	async function checkFirst(line: PrinterLine): Promise<SendOutcome | undefined> {
		if (proof !== "status") return undefined;
		const reading = await ask(line, language, limits.statusMs);
		if ("unclear" in reading) return { outcome: "not-sent", trouble: reading.unclear };
		return reading.trouble ? { outcome: "not-sent", trouble: reading.trouble } : undefined;
	}

	async function carry(line: PrinterLine, bytes: Uint8Array): Promise<SendOutcome | undefined> {
		line.write(bytes);
		const end = await line.until(() => line.flushed, transport.carryMs(bytes.length));
		if (end === "done") return undefined;
		if (end === "aborted") return { outcome: "unknown", trouble: "cancelled" };
		return { outcome: "unknown", trouble: end === "timeout" ? "busy" : "connection-lost" };
	}

	async function send({ bytes }: PrinterJob, signal: AbortSignal): Promise<SendOutcome> {
		const line = await transport.open(limits.openMs, signal);
		if (typeof line === "string") return { outcome: "not-sent", trouble: line };
		try {
			const stopped = await checkFirst(line);
			if (signal.aborted) return { outcome: "not-sent", trouble: "cancelled" };
			if (stopped) return stopped;
			// From here on a byte may be on its way: nothing below may say "not sent".
			const from = line.said;
			const broken = await carry(line, bytes);
			if (broken) return broken;
			if (proof === "status") return await confirmByStatus(line, language, from, transport.mayLag, limits);
			return proof === "close" && transport.closes
				? await confirmByClose(line, limits.finishMs)
				: await confirmHandedOver(line, transport.closes ? Math.min(500, limits.finishMs) : 0);
		} finally {
			line.finish();
			// Lets an orderly goodbye through before the next connection; a printer that never says it is not waited for.
			if (transport.closes) await line.until(() => line.closed, Math.min(200, limits.finishMs));
			await line.destroy();
		}
	}

	async function status(signal: AbortSignal): Promise<PrinterStatus> {
		const line = await transport.open(limits.openMs, signal);
		if (typeof line === "string") return { state: "attention", trouble: line };
		try {
			if (proof !== "status") return { state: "reachable" };
			const reading = await ask(line, language, limits.statusMs);
			if ("unclear" in reading) return { state: "attention", trouble: reading.unclear };
			if (reading.trouble) return { state: "attention", trouble: reading.trouble };
			return { state: "ready", ...(reading.warning ? { warning: reading.warning } : {}) };
		} finally {
			await line.destroy();
		}
	}

	return {
		send: (job, signal) => inLine(transport.address, () => send(job, signal)),
		status: (signal) => inLine(transport.address, () => status(signal)),
	};
}
