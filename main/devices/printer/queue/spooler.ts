/**
 * Print queues of the operating system, seen through a keyhole: which there are, hand a finished job over as it is, ask
 * what became of it, take it back. One implementation per system beside this file; queue-printer.ts makes a printer of it.
 */

export type Queue = {
	name: string;
	/** stopped: somebody, or an error, halted it; jobs pile up. */
	state: "idle" | "printing" | "stopped";
	/** Takes new jobs. */
	accepting: boolean;
};

/**
 * `waiting`: in the queue, not a byte at the printer. `printing`: on its way. `done`: every byte handed to the printer,
 * which is not the same as printed. `failed`: the system gave up. `gone`: the system knows nothing of it any more.
 */
export type SpooledState = "waiting" | "printing" | "done" | "cancelled" | "failed" | "gone";

export type SpoolTrouble = "queue-missing" | "queue-rejects" | "spooler-down";

export type QueueSpooler = {
	list(): Promise<Queue[] | "spooler-down">;
	/** The spooler's own id of the job; a trouble when surely nothing was taken, `unclear` when it may have been. */
	submit(queue: string, title: string, bytes: Uint8Array): Promise<{ jobId: string } | SpoolTrouble | "unclear">;
	state(queue: string, jobId: string): Promise<SpooledState | "spooler-down">;
	/** Takes a job back; look at its state afterwards for what came of it. */
	cancel(queue: string, jobId: string): Promise<void>;
};
