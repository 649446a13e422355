/** The structures of winspool.drv and what their flags mean. No call is made here: tested wherever koffi loads. */
import type { Queue, SpooledState } from "./spooler.ts";

export type PrinterInfo = { pPrinterName: string; Attributes: number; Status: number };
export type JobInfo = { Status: number };

type Koffi = typeof import("koffi")["default"];

/** Defines the structures once per process. Field order and sizes are Microsoft's. */
export function defineSpoolTypes(koffi: Koffi) {
	const time = koffi.struct("WELT_SYSTEMTIME", {
		...{ wYear: "uint16_t", wMonth: "uint16_t", wDayOfWeek: "uint16_t", wDay: "uint16_t" },
		...{ wHour: "uint16_t", wMinute: "uint16_t", wSecond: "uint16_t", wMilliseconds: "uint16_t" },
	});
	const docInfo = koffi.struct("WELT_DOC_INFO_1W", { pDocName: "str16", pOutputFile: "str16", pDatatype: "str16" });
	const printerInfo = koffi.struct("WELT_PRINTER_INFO_2W", {
		...{ pServerName: "str16", pPrinterName: "str16", pShareName: "str16", pPortName: "str16" },
		...{ pDriverName: "str16", pComment: "str16", pLocation: "str16", pDevMode: "void *" },
		...{ pSepFile: "str16", pPrintProcessor: "str16", pDatatype: "str16", pParameters: "str16" },
		...{ pSecurityDescriptor: "void *", Attributes: "uint32_t", Priority: "uint32_t", DefaultPriority: "uint32_t" },
		...{ StartTime: "uint32_t", UntilTime: "uint32_t", Status: "uint32_t", cJobs: "uint32_t", AveragePPM: "uint32_t" },
	});
	const jobInfo = koffi.struct("WELT_JOB_INFO_1W", {
		...{ JobId: "uint32_t", pPrinterName: "str16", pMachineName: "str16", pUserName: "str16" },
		...{ pDocument: "str16", pDatatype: "str16", pStatus: "str16", Status: "uint32_t", Priority: "uint32_t" },
		...{ Position: "uint32_t", TotalPages: "uint32_t", PagesPrinted: "uint32_t", Submitted: time },
	});
	return { docInfo, printerInfo, jobInfo };
}

/** PRINTER_STATUS_: PAUSED 1, ERROR 2, PAPER_JAM 8, PAPER_OUT 10, OFFLINE 80, NOT_AVAILABLE 1000, USER_INTERVENTION 100000, DOOR_OPEN 400000. */
const stopped = 0x1 | 0x2 | 0x8 | 0x10 | 0x80 | 0x1000 | 0x100000 | 0x400000;
/** PRINTER_STATUS_: BUSY 200, PRINTING 400, PROCESSING 4000. */
const busy = 0x200 | 0x400 | 0x4000;
/** PRINTER_ATTRIBUTE_WORK_OFFLINE */
const workOffline = 0x400;
/** PRINTER_STATUS_PENDING_DELETION */
const goingAway = 0x4;

export function queueOf({ pPrinterName, Attributes, Status }: PrinterInfo): Queue {
	const halted = (Status & stopped) !== 0 || (Attributes & workOffline) !== 0;
	const state = halted ? "stopped" : (Status & busy) !== 0 ? "printing" : "idle";
	return { name: pPrinterName, state, accepting: (Status & goingAway) === 0 };
}

const job = { deleting: 0x4, printing: 0x10, printed: 0x80, deleted: 0x100, complete: 0x1000, retained: 0x2000 };
/** JOB_STATUS_: ERROR 2, OFFLINE 20, PAPEROUT 40, BLOCKED_DEVQ 200, USER_INTERVENTION 400: begun, and stuck. */
const stuck = 0x2 | 0x20 | 0x40 | 0x200 | 0x400;

export function spooledStateOf(status: number): SpooledState {
	if (status & (job.deleted | job.deleting)) return "cancelled";
	if (status & (job.printed | job.complete | job.retained)) return "done";
	return status & (job.printing | stuck) ? "printing" : "waiting";
}
