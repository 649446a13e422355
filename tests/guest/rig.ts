/** What the guest's checks stand on: a hub on the real drivers, waiting with a limit, and a count of what held. */
import { open } from "node:fs/promises";
import { systemPorts } from "../../main/adapters/ports.ts";
import { systemScanners } from "../../main/devices/scanner/drivers.ts";
import { createScannerHub, type SerialSetup } from "../../main/devices/scanner/hub.ts";
import type { DeviceScan } from "../../main/devices/scanner/scan.ts";

const limitMs = 30_000;
/** Scans before the timed ones: compiling is not what is measured. */
const warmUp = 100;

export function createGuestRig(serial: SerialSetup[]) {
	const silent = { info() {}, warn() {}, error() {} };
	const { clock, timers, log } = systemPorts(silent);
	const scans: DeviceScan[] = [];
	let lastAt = 0;
	const waiting = new Set<() => void>();
	const stir = () => {
		for (const look of waiting) look();
	};
	const hub = createScannerHub({
		...{ drivers: systemScanners(), settings: { serial, repeatMs: 0 } },
		...{ clock, timers, log, changed: stir },
		scan(scan) {
			lastAt = performance.now();
			scans.push(scan);
			stir();
		},
	});

	/** Looked at after everything the hub says, and now and then for what it doesn't. Rejects with `what` when it never holds. */
	function until(what: string, holds: () => boolean): Promise<void> {
		return new Promise((resolve, reject) => {
			const poll = setInterval(() => look(), 50);
			const timer = setTimeout(() => {
				clearInterval(poll);
				waiting.delete(look);
				reject(new Error(`not within ${limitMs} ms: ${what}`));
			}, limitMs);
			const look = () => {
				if (!holds()) return;
				clearTimeout(timer);
				clearInterval(poll);
				waiting.delete(look);
				resolve();
			};
			waiting.add(look);
			look();
		});
	}

	const stateOf = (id: string) => hub.list().find((one) => one.id === id)?.state;

	/** ms from handing a scan to the kernel until the core has it, one at a time. */
	async function latencies(count: number, send: (code: string) => void): Promise<number[]> {
		const times: number[] = [];
		for (let i = -warmUp; i < count; i++) {
			const before = scans.length;
			const code = `L${i + warmUp}`;
			const started = performance.now();
			send(code);
			await until(code, () => scans.length > before);
			if (i >= 0) times.push(lastAt - started);
		}
		return times.sort((a, b) => a - b);
	}

	return { hub, scans, until, stateOf, latencies };
}

/** ms from handing a scan to the kernel until a program that only reads has it, sorted: what the guest itself takes. */
export async function bareTimes(path: string, count: number, send: (code: string) => void): Promise<number[]> {
	const file = await open(path, "r");
	const buffer = Buffer.alloc(64);
	const times: number[] = [];
	for (let i = -warmUp; i < count; i++) {
		const started = performance.now();
		send(`B${i}`);
		// One report or one short write is one transfer, so it is read whole.
		await file.read(buffer, 0, buffer.length, null);
		if (i >= 0) times.push(performance.now() - started);
	}
	await file.close();
	return times.sort((a, b) => a - b);
}

let passed = 0;
let failed = 0;

/** Runs one check and says how it went; the next ones run all the same. */
export async function check(what: string, run: () => Promise<void>): Promise<void> {
	const started = performance.now();
	try {
		await run();
		passed += 1;
		console.log(`ok   ${what} (${Math.round(performance.now() - started)} ms)`);
	} catch (error) {
		failed += 1;
		console.log(`FAIL ${what}: ${error instanceof Error ? error.message : String(error)}`);
	}
}

/** A figure for the bench, and for whoever reads along. */
export function figure(name: string, value: number): void {
	console.log(`figure ${name} ${Number(value.toPrecision(4))}`);
}

export function finish(): void {
	console.log(`guest: ${passed} passed, ${failed} failed`);
}

export const percentile = (sorted: readonly number[], p: number) =>
	sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * p) - 1)] ?? Number.NaN;
