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

export type Printer = { profile: PrinterProfile; virtual: boolean };
type Saved = { printers: Printer[]; defaultId: string | null };

const setting = "printers";
const keptLabels = 50;

export function createPrinters(local: LocalRows) {
	const ports = new Map<string, PrinterPort>();
	const virtuals = new Map<string, { printer: VirtualPrinter; labels: VirtualJob[] }>();

	function read(): Saved {
		const saved = local.setting<Saved>(setting);
		if (!saved) return { printers: [], defaultId: null };
		const printers = saved.printers.flatMap((p) => {
			const parsed = printerProfileSchema.safeParse(p.profile);
			return parsed.success ? [{ profile: parsed.data, virtual: p.virtual }] : [];
		});
		return { printers, defaultId: saved.defaultId };
	}

	const find = (id: string): Printer | undefined => read().printers.find((p) => p.profile.id === id);

	function write(saved: Saved): void {
		local.setSetting(setting, saved);
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
				const printer = await startVirtualPrinter({
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
