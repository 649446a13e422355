/**
 * Windows' own print spooler (winspool.drv) through koffi: a job of type RAW reaches the printer byte for byte. Loaded
 * only on Windows, by system.ts. NOT VERIFIED: written after Microsoft's documentation, type-checked, its structures
 * measured against the documented sizes; nobody has run it on Windows yet.
 */

import type { Queue, QueueSpooler, SpooledState } from "./spooler.ts";
import { defineSpoolTypes, type JobInfo, type PrinterInfo, queueOf, spooledStateOf } from "./windows-types.ts";

/** PRINTER_ENUM_LOCAL | PRINTER_ENUM_CONNECTIONS */
const everyPrinter = 2 | 4;
/** JOB_CONTROL_DELETE */
const deleteJob = 5;
const chunkBytes = 64 * 1024;

/** Any function of the library: numbers, buffers and strings in, a number out. */
type Native = { async(...words: unknown[]): void };

/** Runs beside the main thread: a queue on another PC may let its caller wait for minutes. */
const call = (native: Native, ...words: unknown[]) =>
	new Promise<number>((resolve, reject) => {
		native.async(...words, (error: unknown, value: number) => (error ? reject(error) : resolve(value)));
	});

/** Rejects where there is no winspool.drv. */
export async function openWindowsSpooler(): Promise<QueueSpooler> {
	const { default: koffi } = await import("koffi");
	const types = defineSpoolTypes(koffi);
	const library = koffi.load("winspool.drv");
	const native = (definition: string): Native => library.func(definition);
	const openPrinter = native("int __stdcall OpenPrinterW(str16 name, _Out_ void **handle, void *defaults)");
	const closePrinter = native("int __stdcall ClosePrinter(void *handle)");
	const startDocument = native(
		"uint32_t __stdcall StartDocPrinterW(void *handle, uint32_t level, WELT_DOC_INFO_1W *info)",
	);
	const writePrinter = native(
		"int __stdcall WritePrinter(void *handle, const void *bytes, uint32_t count, _Out_ uint32_t *written)",
	);
	const startPage = native("int __stdcall StartPagePrinter(void *handle)");
	const endPage = native("int __stdcall EndPagePrinter(void *handle)");
	const endDocument = native("int __stdcall EndDocPrinter(void *handle)");
	const enumPrinters = native(
		"int __stdcall EnumPrintersW(uint32_t flags, str16 name, uint32_t level, _Out_ uint8_t *found, uint32_t size, _Out_ uint32_t *needed, _Out_ uint32_t *returned)",
	);
	const getJob = native(
		"int __stdcall GetJobW(void *handle, uint32_t job, uint32_t level, _Out_ uint8_t *found, uint32_t size, _Out_ uint32_t *needed)",
	);
	const setJob = native(
		"int __stdcall SetJobW(void *handle, uint32_t job, uint32_t level, void *info, uint32_t command)",
	);

	/** Runs with the queue open; undefined when there is no such queue. */
	async function withQueue<T>(name: string, work: (handle: unknown) => Promise<T>): Promise<T | undefined> {
		const handle: [unknown] = [null];
		if (!(await call(openPrinter, name, handle, null))) return undefined;
		try {
			return await work(handle[0]);
		} finally {
			await call(closePrinter, handle[0]);
		}
	}

	async function list(): Promise<Queue[] | "spooler-down"> {
		const needed: [number] = [0];
		const returned: [number] = [0];
		await call(enumPrinters, everyPrinter, null, 2, null, 0, needed, returned);
		if (needed[0] === 0) return [];
		const found = Buffer.alloc(needed[0]);
		if (!(await call(enumPrinters, everyPrinter, null, 2, found, found.length, needed, returned)))
			return "spooler-down";
		const size = koffi.sizeof(types.printerInfo);
		return Array.from({ length: returned[0] }, (_, at) =>
			queueOf(koffi.decode(found, at * size, types.printerInfo) as PrinterInfo),
		);
	}

	async function write(handle: unknown, bytes: Uint8Array): Promise<boolean> {
		if (!(await call(startPage, handle))) return false;
		for (let at = 0; at < bytes.length; ) {
			const part = bytes.subarray(at, at + chunkBytes);
			const written: [number] = [0];
			if (!(await call(writePrinter, handle, part, part.length, written)) || written[0] === 0) return false;
			at += written[0];
		}
		return Boolean(await call(endPage, handle));
	}

	return {
		list,
		async submit(queue, title, bytes) {
			const answer = await withQueue(queue, async (handle) => {
				const info = { pDocName: title, pOutputFile: null, pDatatype: "RAW" };
				const jobId = await call(startDocument, handle, 1, info);
				if (jobId === 0) return "queue-rejects" as const;
				const whole = await write(handle, bytes);
				const ended = await call(endDocument, handle);
				return whole && ended ? { jobId: String(jobId) } : ("unclear" as const);
			});
			return answer ?? "queue-missing";
		},
		async state(queue, jobId): Promise<SpooledState | "spooler-down"> {
			const state = await withQueue(queue, async (handle): Promise<SpooledState> => {
				const needed: [number] = [0];
				await call(getJob, handle, Number(jobId), 1, null, 0, needed);
				// Windows forgets a job once every byte is at the printer.
				if (needed[0] === 0) return "done";
				const found = Buffer.alloc(needed[0]);
				if (!(await call(getJob, handle, Number(jobId), 1, found, found.length, needed))) return "done";
				return spooledStateOf((koffi.decode(found, types.jobInfo) as JobInfo).Status);
			});
			return state ?? "gone";
		},
		async cancel(queue, jobId) {
			await withQueue(queue, (handle) => call(setJob, handle, Number(jobId), 0, null, deleteJob));
		},
	};
}
