/**
 * A printer for paper on Windows: pdf-to-printer hands the PDF to the spooler with its size, copies and bin. It tells only
 * whether the spooler took it. NOT VERIFIED: nobody has run this on Windows yet.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inLine } from "../printer/in-line.ts";
import type { PrinterJob, PrinterPort, PrinterStatus, SendOutcome } from "../printer/printer-port.ts";

export function createWindowsPaperPrinter(queue: string): PrinterPort {
	const installed = async () => (await import("pdf-to-printer")).getPrinters();

	async function send({ bytes, options }: PrinterJob, signal: AbortSignal): Promise<SendOutcome> {
		if (signal.aborted) return { outcome: "not-sent", trouble: "cancelled" };
		const known = await installed().catch(() => undefined);
		if (!known) return { outcome: "not-sent", trouble: "spooler-down" };
		if (!known.some(({ name }) => name === queue)) return { outcome: "not-sent", trouble: "queue-missing" };
		// The name says nothing about anybody, and the file is gone when the spooler has it.
		const folder = await mkdtemp(join(tmpdir(), "welt-paper-"));
		const file = join(folder, "paper.pdf");
		try {
			await writeFile(file, bytes, { mode: 0o600 });
			const { print } = await import("pdf-to-printer");
			await print(file, {
				printer: queue,
				scale: "noscale",
				paperSize: options?.media ?? "A4",
				copies: options?.copies ?? 1,
				...(options?.tray ? { bin: options.tray } : {}),
			});
			return { outcome: "sent", proof: "handed-over" };
		} catch {
			return { outcome: "unknown", trouble: "printer-error" };
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	}

	async function status(): Promise<PrinterStatus> {
		const known = await installed().catch(() => undefined);
		if (!known) return { state: "attention", trouble: "spooler-down" };
		const there = known.some(({ name }) => name === queue);
		return there ? { state: "reachable" } : { state: "attention", trouble: "queue-missing" };
	}

	return { send: (job, signal) => inLine(`paper ${queue}`, () => send(job, signal)), status };
}
