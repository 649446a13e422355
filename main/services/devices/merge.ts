/**
 * What a settings file means on this PC. A device is the same one when it has the same id or hangs at the same place;
 * then it keeps its id here, so that what waits for it finds it. What the file doesn't name stays as it is.
 */
import type { DeviceSettings } from "../../../preload/contract/devices.ts";

export type Change = {
	what: "label-printer" | "paper-printer" | "scanner" | "default-printer" | "repeat" | "wedge" | "sounds" | "camera";
	name: string;
	change: "new" | "changed" | "same";
};

/** Equal whatever the order of the fields. */
function same(a: unknown, b: unknown): boolean {
	return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== "object" || value === null) return value;
	const entries = Object.entries(value).filter(([, each]) => each !== undefined);
	return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
}

type Placed = { id: string; place: unknown };

/** The file's devices under the ids they get here. */
function placed<T extends Placed>(here: readonly T[], there: readonly T[]): { device: T; before: T | undefined }[] {
	return there.map((device) => {
		const before = here.find(({ id }) => id === device.id) ?? here.find(({ place }) => same(place, device.place));
		return { device: before ? { ...device, id: before.id } : device, before };
	});
}

const changeOf = (before: unknown, after: unknown) =>
	before === undefined ? "new" : same(before, after) ? "same" : "changed";

/** `settings`: what is to be kept here, all of it. `incoming`: the file's devices with their ids on this PC. */
export function mergeSettings(here: DeviceSettings, there: DeviceSettings) {
	const label = <T extends { printer: { transport: unknown } }>(all: readonly T[]) =>
		all.map((one) => ({ ...one, place: one.printer.transport }));
	const printers = placed(label(here.printers), label(there.printers));
	const papers = placed(label(here.paperPrinters), label(there.paperPrinters));
	const port = (all: DeviceSettings["scanners"]["serial"]) => all.map((one) => ({ ...one, place: one.path }));
	const scanners = placed(port(here.scanners.serial), port(there.scanners.serial));

	const defaultAt = there.printers.findIndex(({ id }) => id === there.defaultPrinterId);
	const defaultPrinter = printers[defaultAt]?.device;
	const changes: Change[] = [
		...printers.map(({ device: { printer }, before }) => ({
			what: "label-printer" as const,
			name: printer.name,
			change: changeOf(before?.printer, printer),
		})),
		...papers.map(({ device: { printer }, before }) => ({
			what: "paper-printer" as const,
			name: printer.name,
			change: changeOf(before?.printer, printer),
		})),
		...scanners.map(({ device, before }) => ({
			what: "scanner" as const,
			name: device.name,
			change: changeOf(before, device),
		})),
	] as Change[];
	if (defaultPrinter && defaultPrinter.id !== here.defaultPrinterId)
		changes.push({ what: "default-printer", name: defaultPrinter.printer.name, change: "changed" });
	const { repeatMs } = there.scanners;
	changes.push({ what: "repeat", name: "", change: repeatMs === here.scanners.repeatMs ? "same" : "changed" });
	for (const what of ["wedge", "sounds", "camera"] as const)
		changes.push({ what, name: "", change: same(here.screen[what], there.screen[what]) ? "same" : "changed" });

	const replaced = new Set(scanners.map(({ device }) => device.id));
	return {
		changes,
		printers: printers.map(({ device: { id, printer } }) => ({ id, printer, isDefault: id === defaultPrinter?.id })),
		paperPrinters: papers.map(({ device: { id, printer } }) => ({ id, printer })),
		scanners: {
			serial: [
				...here.scanners.serial.filter(({ id }) => !replaced.has(id)),
				...scanners.map(({ device: { place: _, ...scanner } }) => scanner),
			],
			repeatMs,
		},
		screen: there.screen,
	};
}
