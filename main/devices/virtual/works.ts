/** The works of a virtual printer: labels wait, get printed one by one, and are kept. Knows no line and no language. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Bitmap, bitmapToPng } from "../../print/label/bitmap.ts";
import { isHalted, type VirtualFaults } from "./faults.ts";

export type VirtualJob = {
	no: number;
	/** As it was sent. */
	bytes: Uint8Array;
	/** Our own labels as a picture. */
	bitmap: Bitmap | undefined;
};

export type WorksOptions = {
	faults: VirtualFaults;
	/** Folder for NNNN.zpl (or .tspl, .escpos) and NNNN.png; left out = memory only. */
	out: string | undefined;
	extension: string;
	onJob: ((job: VirtualJob) => void) | undefined;
};

export function createWorks({ faults, out, extension, onJob }: WorksOptions) {
	const jobs: VirtualJob[] = [];
	const queue: Omit<VirtualJob, "no">[] = [];
	const watchers = new Set<() => void>();
	let taken = 0;
	let busy: Promise<void> | undefined;
	let off = false;
	let switchOff = () => {};

	const halted = () => isHalted(faults) || off;

	/** The time a label takes; cut short when the printer is switched off. */
	const labour = (ms: number) =>
		new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, ms);
			switchOff = () => {
				clearTimeout(timer);
				resolve();
			};
		});

	async function print(label: Omit<VirtualJob, "no">): Promise<void> {
		if (faults.slowMs > 0) await labour(faults.slowMs);
		if (off) return;
		const job: VirtualJob = { no: jobs.length + 1, ...label };
		jobs.push(job);
		if (out) {
			await mkdir(out, { recursive: true });
			const name = join(out, String(job.no).padStart(4, "0"));
			await writeFile(`${name}.${extension}`, job.bytes);
			if (job.bitmap) await writeFile(`${name}.png`, bitmapToPng(job.bitmap));
		}
		onJob?.(job);
		for (const watcher of [...watchers]) watcher();
	}

	async function printQueue(): Promise<void> {
		for (let next = queue[0]; next !== undefined && !halted(); next = queue[0]) {
			await print(next);
			queue.shift();
		}
	}

	function work(): Promise<void> {
		busy ??= printQueue().finally(() => {
			busy = undefined;
			// A label may have come in between the last look and this line.
			if (queue.length > 0 && !halted()) void work();
		});
		return busy;
	}

	/** Resolves once that many labels are printed. */
	function printed(count: number): Promise<void> {
		return new Promise((resolve) => {
			const look = () => {
				if (jobs.length < count) return;
				watchers.delete(look);
				resolve();
			};
			watchers.add(look);
			look();
		});
	}

	return {
		jobs,
		get waiting() {
			return queue.length;
		},
		take(label: Omit<VirtualJob, "no">): void {
			taken += 1;
			queue.push(label);
			void work();
		},
		/** Resolves once everything taken so far is out. */
		caughtUp: () => printed(taken),
		printed,
		/** Goes on after a fault is over; resolves when nothing can be printed any more at the moment. */
		work,
		async stop(): Promise<void> {
			off = true;
			switchOff();
			await busy;
		},
	};
}
