/** Answers `devices.list`: scanners and printers of this PC with their light, last act and last error, in one shape. */
import type { PrintEntry } from "../../../db/queries/print-journal.ts";
import type { OutputOf } from "../../../preload/contract/define.ts";
import type { DeviceRow, devicesCalls } from "../../../preload/contract/devices.ts";
import type { App } from "../../app.ts";
import { printerCondition } from "../printers/paper-printers-view.ts";
import { listScanners } from "../scanners/scanners.ts";
import { lastTest } from "./tested.ts";

type Calls = typeof devicesCalls;

/** As far back as a busy week goes. */
const lookBack = 300;
/** Not there, rather than there and unwell. */
const away = ["unreachable", "queue-missing", "port-missing", "spooler-down", "no-printer"];

export function listDevices(app: App): OutputOf<Calls["devices.list"]> {
	const { scanners, trouble } = listScanners(app);
	const printed = app.print.journal.listRecent(lookBack);
	const { printers, papers } = app.print;
	return {
		devices: [
			...scanners.map(scannerRow),
			...printers.list().map(({ profile: { id, name } }) => printerRow(app, printed, "label-printer", id, name)),
			...papers.list().map(({ id, name }) => printerRow(app, printed, "paper-printer", id, name)),
		],
		scannerTrouble: trouble,
		lastTest: lastTest(app),
	};
}

function scannerRow({
	id,
	kind,
	name,
	state,
	trouble,
	lastScanAt,
}: ReturnType<typeof listScanners>["scanners"][number]) {
	const there = state !== "gone" && state !== "searching";
	const light = state === "ready" && trouble === null ? "ready" : there ? "attention" : "gone";
	return {
		...{ id, name, light, trouble, lastAt: lastScanAt },
		kind: kind === "hid" ? "scanner-hid" : "scanner-serial",
		...{ last: null, lastError: null, waiting: 0, asking: 0 },
	} satisfies DeviceRow;
}

function printerRow(
	app: App,
	printed: readonly PrintEntry[],
	kind: "label-printer" | "paper-printer",
	id: string,
	name: string,
): DeviceRow {
	const { state, trouble, waiting, asking } = printerCondition(app, id);
	const own = printed.filter(({ printerId }) => printerId === id);
	const last = own.find((entry) => entry.state === "sent" || entry.state === "confirmed");
	const wrong = own.find((entry) => entry.reason !== null);
	const iso = (ms: number) => new Date(ms).toISOString();
	const well = asking > 0 ? "attention" : "ready";
	const light = state === "unknown" ? state : trouble === null ? well : away.includes(trouble) ? "gone" : "attention";
	return {
		...{ id, kind, name, light, trouble, waiting, asking },
		lastAt: last ? iso(last.changedAt) : null,
		last: last?.title ?? null,
		lastError: wrong?.reason ? { trouble: wrong.reason, at: iso(wrong.changedAt) } : null,
	};
}
