/**
 * Every scanner the core reads, at once: HID POS scanners find themselves, serial ones come from the settings. Scans of
 * all of them leave in the order they came; each device tells how it is. Called by services/scanners, which keeps the
 * settings and speaks to the screens. Never throws for anything a device, a cable or a person does.
 */
import type { Reason } from "../../../domain/errors.ts";
import type { Clock, Log, Timers } from "../../ports.ts";
import { createHidFinder, type HidFinder } from "./hid/hid-finder.ts";
import type { HidDriver } from "./hid/hid-port.ts";
import { createRepeatFilter, type RepeatFilter } from "./repeats.ts";
import type { DeviceScan, ScannerEvents, ScannerKind, ScannerState, ScannerStatus } from "./scan.ts";
import type { SerialDriver, SerialPortInfo } from "./serial/serial-port.ts";
import { createSerialScanner, type SerialScanner, type SerialSettings } from "./serial/serial-scanner.ts";

/** How the devices of a PC are reached. Loaded when first needed; a load that rejects becomes a state with words. */
export type ScannerDrivers = { hid(): Promise<HidDriver>; serial(): Promise<SerialDriver> };

export type SerialSetup = SerialSettings & { id: string; name: string };
export type HubSettings = {
	serial: readonly SerialSetup[];
	/** The same code from the same device within this long is one scan, ms; 0: every one counts. */
	repeatMs: number;
};

export type ScannerHub = {
	start(): void;
	/** Closes every device. Safe to call twice. */
	stop(): Promise<void>;
	/** Takes new settings; only scanners whose settings changed are opened anew. */
	configure(settings: HubSettings): Promise<void>;
	/** Serial scanners as set up, then HID scanners in the order they were found. */
	list(): ScannerStatus[];
	/** Why a whole kind can't be read here. */
	trouble(): Reason | undefined;
	ports(): Promise<SerialPortInfo[]>;
};

export type HubOptions = {
	drivers: ScannerDrivers;
	clock: Clock;
	timers: Timers;
	log: Log;
	settings: HubSettings;
	scan(scan: DeviceScan): void;
	/** A device came, went or is in another state than before. */
	changed(): void;
};

/** One word about noise is enough for a while, ms. */
const noiseMs = 500;

type Entry = { status: ScannerStatus; repeats: RepeatFilter; noiseUntil: number };
type Running = { setup: SerialSetup; scanner: SerialScanner };

const troubles = {
	half: "scanner.half",
	encoding: "scanner.garbled",
	"too-long": "scanner.garbled",
} as const satisfies Record<string, Reason>;

export function createScannerHub(options: HubOptions): ScannerHub {
	const { drivers, clock, timers, log } = options;
	let settings = options.settings;
	const entries = new Map<string, Entry>();
	const running = new Map<string, Running>();
	let started = false;
	let trouble: Reason | undefined;
	const finder: HidFinder = createHidFinder({
		load: drivers.hid,
		...{ clock, timers, log },
		events: (id, name) => eventsOf(id, "hid", name),
		trouble(reason) {
			trouble = reason;
			if (reason) options.changed();
		},
	});

	function entryOf(id: string, kind: ScannerKind, name: string): Entry {
		const known = entries.get(id);
		if (known) return known;
		const status: ScannerStatus = {
			...{ id, kind, name, state: "searching" },
			...{ lastScanAt: undefined, lastError: undefined, repeats: 0 },
		};
		const made = { status, repeats: createRepeatFilter(), noiseUntil: Number.NEGATIVE_INFINITY };
		entries.set(id, made);
		return made;
	}

	function eventsOf(id: string, kind: ScannerKind, name: string): ScannerEvents {
		const entry = entryOf(id, kind, name);
		const { status } = entry;
		status.name = name;
		const set = (state: ScannerState, error: Reason | undefined) => {
			if (status.state === state && status.lastError === error) return;
			status.state = state;
			status.lastError = error;
			log.info("scanner.state", { kind, state, error });
			options.changed();
		};
		return {
			state: set,
			trouble: (error) => set(status.state, error),
			scan(scan) {
				const now = clock.mono();
				status.lastScanAt = scan.at;
				if (scan.flaw) {
					set(status.state, troubles[scan.flaw]);
					if (now < entry.noiseUntil) return;
					entry.noiseUntil = now + noiseMs;
				} else {
					set(status.state, undefined);
					if (entry.repeats.isRepeat(scan, now, settings.repeatMs)) {
						status.repeats += 1;
						return;
					}
				}
				options.scan(scan);
			},
		};
	}

	function run(setup: SerialSetup): void {
		const events = eventsOf(setup.id, "serial", setup.name);
		const scanner = createSerialScanner({
			...{ id: setup.id, settings: setup, load: drivers.serial },
			...{ clock, timers, events },
		});
		running.set(setup.id, { setup, scanner });
		scanner.start();
	}

	async function configure(next: HubSettings): Promise<void> {
		settings = next;
		for (const [id, { setup, scanner }] of running) {
			const wanted = next.serial.find((one) => one.id === id);
			if (wanted && same(wanted, setup)) {
				eventsOf(id, "serial", wanted.name);
				continue;
			}
			running.delete(id);
			await scanner.stop();
			entries.delete(id);
		}
		if (started) for (const setup of next.serial) if (!running.has(setup.id)) run(setup);
		options.changed();
	}

	return {
		start() {
			if (started) return;
			started = true;
			for (const setup of settings.serial) run(setup);
			finder.start();
		},
		async stop() {
			started = false;
			await Promise.all([finder.stop(), ...[...running.values()].map(({ scanner }) => scanner.stop())]);
			running.clear();
		},
		configure,
		list() {
			const all = [...entries.values()].map(({ status }) => ({ ...status }));
			const place = ({ id, kind }: ScannerStatus) =>
				kind === "hid" ? settings.serial.length : settings.serial.findIndex((one) => one.id === id);
			return all.sort((a, b) => place(a) - place(b));
		},
		trouble: () => trouble,
		async ports() {
			return (await drivers.serial()).list();
		},
	};
}

const same = (a: SerialSetup, b: SerialSetup) =>
	a.path === b.path && a.baud === b.baud && a.end === b.end && a.pauseMs === b.pauseMs;
