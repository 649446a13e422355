/**
 * Finds the HID POS scanners of this PC by themselves and keeps each one open: looks again every other second and at
 * once when one ends. Called by hub.ts. A PC without the native module is told about, not failed on.
 */
import type { Reason } from "../../../../domain/errors.ts";
import type { Clock, Log, Timers } from "../../../ports.ts";
import type { ScannerEvents } from "../scan.ts";
import type { HidDriver, HidInfo } from "./hid-port.ts";
import { type HidScanner, startHidScanner } from "./hid-scanner.ts";

/** Bar code scanner page, scanner usage. */
const isScanner = ({ usagePage, usage }: HidInfo) => usagePage === 0x8c && (usage === 2 || usage === 0);

/** Between two looks at what is plugged in while one is missing or there is none, ms. */
const lookMs = 2000;
/** While all that were ever here are open: a look asks every device of the PC, and only another scanner would be news, ms. */
const calmMs = 5000;
/** Until the look after a scanner ended, ms: long enough that one that ends at once doesn't keep the PC busy. */
const soonMs = 200;

export type HidFinder = { start(): void; stop(): Promise<void> };

export type HidFinderOptions = {
	load(): Promise<HidDriver>;
	clock: Clock;
	timers: Timers;
	log: Log;
	/** The events of the scanner with that id; made at its first appearance. */
	events(id: string, name: string): ScannerEvents;
	/** Why no HID scanner can be read at all, or undefined when they can. */
	trouble(reason: Reason | undefined): void;
};

type Held = { path: string; events: ScannerEvents; scanner: HidScanner | undefined };

export function createHidFinder(options: HidFinderOptions): HidFinder {
	const { clock, timers, log } = options;
	const held = new Map<string, Held>();
	/** Every scanner seen since the start. */
	const known = new Set<string>();
	let driver: HidDriver | undefined;
	let stopped = true;
	let cancelLook = () => {};
	let looking: Promise<void> | undefined;
	let soon = false;

	function lookIn(ms: number): void {
		cancelLook();
		if (!stopped && !looking) cancelLook = timers.after(ms, look);
	}

	function look(): void {
		soon = false;
		looking = lookOnce()
			.catch((error) => log.warn("scanner.look-failed", { error: String(error).slice(0, 200) }))
			.then(() => {
				looking = undefined;
				const open = [...held.values()].filter(({ scanner }) => scanner).length;
				const calm = open > 0 && open === known.size;
				lookIn(soon ? soonMs : calm ? calmMs : lookMs);
			});
	}

	async function lookOnce(): Promise<void> {
		if (!driver) {
			try {
				driver = await options.load();
				options.trouble(undefined);
			} catch (error) {
				log.error("scanner.no-hid-driver", { error: String(error).slice(0, 300) });
				options.trouble("scanner.no-hid-driver");
				stopped = true;
				return;
			}
		}
		const found = named((await driver.list()).filter(isScanner));
		for (const [id, { path, events }] of held) {
			if (found.get(id)?.path === path) continue;
			await held.get(id)?.scanner?.close();
			held.delete(id);
			events.state("gone");
		}
		for (const [id, info] of found) if (!held.get(id)?.scanner && !stopped) await take(driver, id, info);
	}

	async function take(from: HidDriver, id: string, info: HidInfo): Promise<void> {
		const events = options.events(id, info.product.trim() || "HID POS");
		const entry: Held = { path: info.path, events, scanner: undefined };
		held.set(id, entry);
		known.add(id);
		const port = await from.open(info.path);
		if (typeof port === "string") {
			events.state(port, port === "gone" ? undefined : `scanner.${port}`);
			return;
		}
		const gone = () => {
			entry.scanner = undefined;
			if (held.get(id) === entry) held.delete(id);
			events.state("gone");
			soon = true;
			lookIn(soonMs);
		};
		// Ready first: a scan made while it is being switched on is a scan of a scanner at work.
		events.state("ready");
		const scanner = await startHidScanner({ id, info, port, clock, timers, events, gone });
		if (held.get(id) !== entry || stopped) await scanner.close();
		else entry.scanner = scanner;
	}

	return {
		start() {
			stopped = false;
			lookIn(0);
		},
		async stop() {
			stopped = true;
			cancelLook();
			await looking;
			for (const { scanner } of held.values()) await scanner?.close();
			held.clear();
		},
	};
}

/** The same id for the same scanner wherever it is plugged in, as far as it tells itself apart. */
function named(infos: readonly HidInfo[]): Map<string, HidInfo> {
	const byId = new Map<string, HidInfo>();
	const paths = new Set<string>();
	for (const info of [...infos].sort((a, b) => (a.path < b.path ? -1 : 1))) {
		// A device is listed once for every usage it declares.
		if (paths.has(info.path)) continue;
		paths.add(info.path);
		const base = `hid:${hex(info.vendorId)}:${hex(info.productId)}:${info.serialNumber}`;
		let id = base;
		for (let twin = 2; byId.has(id); twin++) id = `${base}#${twin}`;
		byId.set(id, info);
	}
	return byId;
}

const hex = (value: number) => value.toString(16).padStart(4, "0");
