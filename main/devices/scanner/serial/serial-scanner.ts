/**
 * One serial or USB-CDC scanner at a port somebody chose: opened, opened again with growing patience when it is away or
 * held by another program, its bytes cut into scans. Made by hub.ts from the settings; never gives up by itself.
 */
import type { Clock, Timers } from "../../../ports.ts";
import { decodeScan } from "../decode.ts";
import type { ScannerEvents } from "../scan.ts";
import { symbologyOf } from "../symbology.ts";
import type { SerialDriver, SerialLine } from "./serial-port.ts";
import { type Cut, createSerialSplitter, type SerialEnd } from "./serial-split.ts";

export type SerialSettings = {
	path: string;
	baud: number;
	end: SerialEnd;
	/** Silence that ends a scan without an end of its own, ms. */
	pauseMs: number;
};

/** Silence after which a line that did not end is given up, ms. */
const halfMs = 1000;
/** A moment for bytes that already wait in the system: a busy PC must not look like a silence. */
const graceMs = 5;
const firstRetryMs = 250;
const lastRetryMs = 4000;

export type SerialScanner = { start(): void; stop(): Promise<void> };

export type SerialScannerOptions = {
	id: string;
	settings: SerialSettings;
	load(): Promise<SerialDriver>;
	clock: Clock;
	timers: Timers;
	events: ScannerEvents;
};

export function createSerialScanner(options: SerialScannerOptions): SerialScanner {
	const { id, settings, clock, timers, events } = options;
	const splitter = createSerialSplitter(settings.end);
	const silenceMs = settings.end === "pause" ? settings.pauseMs : halfMs;
	let line: SerialLine | undefined;
	let opening: Promise<void> | undefined;
	let stopped = true;
	let seen = false;
	let retryMs = firstRetryMs;
	let cancelRetry = () => {};
	let cancelSilence = () => {};

	function hand(cuts: Cut[]): void {
		for (const { bytes, flaw } of cuts) {
			const { text, aim, readable } = decodeScan(bytes);
			const scan = { bytes, text, aim, symbology: symbologyOf(aim), source: id, at: clock.now() };
			if (flaw) events.scan({ ...scan, flaw });
			else events.scan(readable ? scan : { ...scan, flaw: "encoding" });
		}
	}

	function arrived(chunk: Uint8Array): void {
		cancelSilence();
		hand(splitter.push(chunk));
		if (!splitter.pending()) return;
		cancelSilence = timers.after(silenceMs, () => {
			cancelSilence = timers.after(graceMs, () => hand(splitter.silence()));
		});
	}

	function closed(): void {
		line = undefined;
		cancelSilence();
		hand(splitter.end());
		if (stopped) return;
		events.state("gone");
		retry();
	}

	function retry(): void {
		cancelRetry();
		cancelRetry = timers.after(retryMs, attempt);
		retryMs = Math.min(retryMs * 2, lastRetryMs);
	}

	function attempt(): void {
		opening = open().then(() => {
			opening = undefined;
		});
	}

	async function open(): Promise<void> {
		let driver: SerialDriver;
		try {
			driver = await options.load();
		} catch {
			// Nothing to try again: the module is a part of the installation.
			events.state("failed", "scanner.no-serial-driver");
			return;
		}
		if (stopped) return;
		const answer = await driver.open(settings.path, settings.baud).catch(() => "failed" as const);
		if (typeof answer === "string") {
			if (answer === "gone") events.state(seen ? "gone" : "searching");
			else events.state(answer, `scanner.${answer}`);
			if (!stopped) retry();
			return;
		}
		if (stopped) return answer.close();
		line = answer;
		seen = true;
		retryMs = firstRetryMs;
		events.state("ready");
		answer.listen(arrived, closed);
	}

	return {
		start() {
			stopped = false;
			attempt();
		},
		async stop() {
			stopped = true;
			cancelRetry();
			cancelSilence();
			await opening;
			await line?.close();
			line = undefined;
			hand(splitter.end());
		},
	};
}
