/**
 * The printers of this PC as set up (local settings) and their ports. A virtual printer of the demo workshop is a real
 * TCP printer made of software, started and stopped with the core.
 */

import type { LocalRows } from "../../../db/queries/local.ts";
import { type Reason, refuse } from "../../../domain/errors.ts";
import { openPrinter } from "../../devices/printer/open-printer.ts";
import type { PrinterPort } from "../../devices/printer/printer-port.ts";
import { type PrinterProfile, printerProfileSchema } from "../../devices/printer/profile.ts";
import { startVirtualPrinter, type VirtualPrinter } from "../../devices/virtual/virtual-printer.ts";
import type { VirtualJob } from "../../devices/virtual/works.ts";

import { dotsPerMm } from "../../print/label/labels.ts";

export type Printer = { profile: PrinterProfile; virtual: boolean };
/** As stored: each profile is checked when it is read. */
type Raw = { printers: { profile: unknown; virtual: boolean }[]; defaultId: string | null };
type Saved = { printers: Printer[]; defaultId: string | null };

const setting = "printers";
const keptLabels = 50;

export function createPrinters(local: LocalRows) {
	const ports = new Map<string, PrinterPort>();
	const virtuals = new Map<string, { printer: VirtualPrinter; labels: VirtualJob[] }>();

	const raw = (): Raw => local.setting<Raw>(setting) ?? { printers: [], defaultId: null };

	function read(): Saved {
		const { printers, defaultId } = raw();
		const known = printers.flatMap((p) => {
			const parsed = printerProfileSchema.safeParse(p.profile);
			return parsed.success ? [{ profile: parsed.data, virtual: p.virtual }] : [];
		});
		return { printers: known, defaultId };
	}

	const find = (id: string): Printer | undefined => read().printers.find((p) => p.profile.id === id);

	/** What this version can't read is a later one's: it stays where it is. */
	function write(saved: Saved): void {
		const foreign = raw().printers.filter((p) => !printerProfileSchema.safeParse(p.profile).success);
		local.setSetting(setting, { printers: [...saved.printers, ...foreign], defaultId: saved.defaultId });
		ports.clear();
	}

	return {
		list: () => read().printers,
		find,
		defaultId: (): string | null => read().defaultId,
		/** Refuses device-missing `print.no-printer` when none is set up or none has that id. */
		get(id?: string): Printer {
			const { printers, defaultId } = read();
			const wanted = id ?? defaultId ?? printers[0]?.profile.id;
			return printers.find((p) => p.profile.id === wanted) ?? refuse("device-missing", "print.no-printer" as Reason);
		},
		save(profile: PrinterProfile, isDefault: boolean, virtual = false): void {
			const { printers, defaultId } = read();
			const others = printers.filter((p) => p.profile.id !== profile.id);
			const first = others.length === 0;
			write({ printers: [...others, { profile, virtual }], defaultId: isDefault || first ? profile.id : defaultId });
		},
		remove(id: string): void {
			const { printers, defaultId } = read();
			const left = printers.filter((p) => p.profile.id !== id);
			write({ printers: left, defaultId: defaultId === id ? (left[0]?.profile.id ?? null) : defaultId });
		},
		port(id: string): PrinterPort | undefined {
			const printer = find(id);
			if (!printer) return undefined;
			const running = virtuals.get(id);
			const profile: PrinterProfile = running
				? { ...printer.profile, transport: { kind: "tcp", host: "127.0.0.1", port: running.printer.port } }
				: printer.profile;
			const port = ports.get(id) ?? openPrinter(profile);
			ports.set(id, port);
			return port;
		},
		virtualLabels: (id: string): readonly VirtualJob[] => virtuals.get(id)?.labels ?? [],
		/** Starts the virtual ones; `printed` is told after each label. */
		async start(printed: (id: string) => void): Promise<void> {
			for (const { profile, virtual } of read().printers) {
				if (!virtual || virtuals.has(profile.id)) continue;
				const labels: VirtualJob[] = [];
				const { language, dpi } = profile;
				const printer = await startVirtualPrinter({
					language,
					dotsPerMm: dotsPerMm[dpi],
					// Real ones take their time, and are seen at it.
					faults: { slowMs: language === "tspl" ? 400 : 0 },
					onJob(job) {
						labels.push(job);
						if (labels.length > keptLabels) labels.shift();
						printed(profile.id);
					},
				});
				virtuals.set(profile.id, { printer, labels });
				ports.delete(profile.id);
			}
		},
		async stop(): Promise<void> {
			await Promise.all([...virtuals.values()].map((v) => v.printer.close()));
			virtuals.clear();
		},
	};
}

export type Printers = ReturnType<typeof createPrinters>;
