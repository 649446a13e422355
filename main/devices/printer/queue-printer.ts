/**
 * A label printer behind a print queue of the operating system, which hands bytes on as they are. The queue says when
 * it has handed everything over, never that it was printed. Called by the print journal; never submits twice by itself,
 * and takes back what got stuck, so that nothing comes out hours later by surprise.
 */
import { inLine } from "./in-line.ts";
import { pause } from "./pause.ts";
import type { PrinterJob, PrinterPort, PrinterStatus, PrinterTrouble, SendOutcome } from "./printer-port.ts";
import type { QueueSpooler, SpooledState } from "./queue/spooler.ts";

export type QueueLimits = {
	/** Until the queue has handed the job to the printer. */
	finishMs: number;
	/** Until a job taken back is really out of the queue. */
	cancelMs: number;
	pollMs: number;
};

export const usualQueueLimits: QueueLimits = { finishMs: 30_000, cancelMs: 5_000, pollMs: 200 };

export function createQueuePrinter(
	name: string,
	spooler: QueueSpooler,
	limits: QueueLimits = usualQueueLimits,
): PrinterPort {
	async function troubleOf(): Promise<PrinterTrouble | undefined> {
		const queues = await spooler.list();
		if (queues === "spooler-down") return "spooler-down";
		const queue = queues.find((each) => each.name === name);
		if (!queue) return "queue-missing";
		if (!queue.accepting) return "queue-rejects";
		return queue.state === "stopped" ? "queue-stopped" : undefined;
	}

	/** How the job ended, or how it stood when time was up. */
	async function follow(jobId: string, ms: number, signal: AbortSignal): Promise<SpooledState | "spooler-down"> {
		const until = performance.now() + ms;
		for (;;) {
			const state = await spooler.state(name, jobId);
			if (state !== "waiting" && state !== "printing") return state;
			if (performance.now() >= until || signal.aborted) return state;
			await pause(limits.pollMs, signal);
		}
	}

	/** Taken back while it only waited: surely nothing left. Anything else may have come out. */
	async function takeBack(jobId: string, was: "waiting" | "printing", cancelled: boolean): Promise<SendOutcome> {
		const trouble = cancelled ? "cancelled" : ((await troubleOf()) ?? "busy");
		await spooler.cancel(name, jobId);
		const now = await follow(jobId, limits.cancelMs, new AbortController().signal);
		if (now === "done") return { outcome: "sent", proof: "handed-over" };
		if (was === "waiting" && now === "cancelled") return { outcome: "not-sent", trouble };
		return { outcome: "unknown", trouble };
	}

	async function send({ title, bytes }: PrinterJob, signal: AbortSignal): Promise<SendOutcome> {
		const stopped = await troubleOf();
		if (signal.aborted) return { outcome: "not-sent", trouble: "cancelled" };
		if (stopped) return { outcome: "not-sent", trouble: stopped };
		const taken = await spooler.submit(name, title, bytes);
		if (taken === "unclear") return { outcome: "unknown", trouble: "spooler-down" };
		if (typeof taken === "string") return { outcome: "not-sent", trouble: taken };
		const state = await follow(taken.jobId, limits.finishMs, signal);
		switch (state) {
			case "done":
				return { outcome: "sent", proof: "handed-over" };
			case "waiting":
			case "printing":
				return takeBack(taken.jobId, state, signal.aborted);
			case "cancelled":
				return { outcome: "unknown", trouble: (await troubleOf()) ?? "cancelled" };
			case "failed":
				return { outcome: "unknown", trouble: (await troubleOf()) ?? "printer-error" };
			case "gone":
				return { outcome: "unknown", trouble: (await troubleOf()) ?? "cancelled" };
			case "spooler-down":
				return { outcome: "unknown", trouble: "spooler-down" };
		}
	}

	async function status(): Promise<PrinterStatus> {
		const trouble = await troubleOf();
		return trouble ? { state: "attention", trouble } : { state: "reachable" };
	}

	const address = `queue ${name}`;
	return {
		send: (job, signal) => inLine(address, () => send(job, signal)),
		status: () => inLine(address, status),
	};
}
