/**
 * Heavy work in a thread of its own, so that no command waits for it. A job is a module that posts messages and ends by
 * itself; which one, is named here. Called by services; holds no trade.
 */
import { join } from "node:path";
import { Worker } from "node:worker_threads";

/** Name of a job → its module as source, and as electron.vite.config.ts bundles it. */
const jobs = {
	backup: { source: "db/backup/worker.ts", bundle: "out/main/backup-worker.js" },
} as const;

export type Thread<M> = {
	/** The last message, or undefined when the thread was cancelled. Rejects when it crashed. */
	done: Promise<M | undefined>;
	/** Ends it at once; resolves when it is gone. */
	cancel(): Promise<void>;
};

export function startThread<M>(
	rootDir: string,
	job: keyof typeof jobs,
	workerData: unknown,
	hear: (message: M) => void,
): Thread<M> {
	const place = import.meta.filename.endsWith(".ts") ? jobs[job].source : jobs[job].bundle;
	const worker = new Worker(join(rootDir, place), { workerData });
	let last: M | undefined;
	let cancelled = false;
	const done = new Promise<M | undefined>((resolve, reject) => {
		worker.on("message", (message: M) => {
			last = message;
			hear(message);
		});
		worker.once("error", reject);
		worker.once("exit", () => resolve(cancelled ? undefined : last));
	});
	return {
		done,
		async cancel() {
			cancelled = true;
			await worker.terminate();
		},
	};
}
