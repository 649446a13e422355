/** A whole workstation in a temp folder with seeded chance and a clock the test moves: the memory host of the suites. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Core, createCore } from "../../main/core.ts";
import type { ScannerDrivers } from "../../main/devices/scanner/hub.ts";
import type { KeyStore, Log, Ports } from "../../main/ports.ts";
import type { Links } from "../../main/sync/lan/link.ts";
import type { Line } from "../../main/sync/line.ts";
import type { Envelope, InputOf, OutputOf } from "../../preload/contract/define.ts";
import type { CallName, Calls } from "../../preload/contract/index.ts";

export const rootDir = join(import.meta.dirname, "..", "..");
/** A Saturday morning in Shanghai: 2026-11-21 10:00. */
export const testStart = Date.parse("2026-11-21T02:00:00Z");

export type TestClock = { now: number; mono: number; pass(ms: number): void };
export type LogLine = { level: string; event: string; fields: Record<string, unknown> };

/** Deterministic ports; `clock.pass` moves both clocks and fires timers that fall due. */
export function testPorts(start = testStart, seed = 1): { ports: Ports; clock: TestClock; lines: LogLine[] } {
	let state = seed;
	const next = () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state >>> 24;
	};
	const timers: { at: number; run: () => void }[] = [];
	const clock: TestClock = {
		now: start,
		mono: 0,
		pass(ms) {
			clock.now += ms;
			clock.mono += ms;
			for (;;) {
				const due = timers.filter((t) => t.at <= clock.mono).sort((a, b) => a.at - b.at)[0];
				if (!due) return;
				timers.splice(timers.indexOf(due), 1);
				due.run();
			}
		},
	};
	const lines: LogLine[] = [];
	const write = (level: string) => (event: string, fields?: Record<string, unknown>) =>
		void lines.push({ level, event, fields: fields ?? {} });
	const log: Log = { info: write("info"), warn: write("warn"), error: write("error") };
	let counter = 0;
	const ports: Ports = {
		clock: { now: () => clock.now, mono: () => clock.mono },
		timers: {
			after(ms, run) {
				const timer = { at: clock.mono + ms, run };
				timers.push(timer);
				return () => {
					const at = timers.indexOf(timer);
					if (at >= 0) timers.splice(at, 1);
				};
			},
		},
		random: { bytes: (count) => Uint8Array.from({ length: count }, next) },
		ids: {
			uuid() {
				counter += 1;
				const time = clock.now.toString(16).padStart(12, "0").slice(-12);
				const tail = counter.toString(16).padStart(12, "0");
				const part = seed.toString(16).padStart(3, "0").slice(-3);
				return `${time.slice(0, 8)}-${time.slice(8)}-7${part}-8000-${tail}`;
			},
		},
		log,
	};
	return { ports, clock, lines };
}

export function memoryKeys(): KeyStore {
	let key: Uint8Array | undefined;
	return {
		load: async () => key,
		save: async (made) => {
			key = made;
		},
	};
}

export type Workstation = {
	dir: string;
	core: Core;
	clock: TestClock;
	lines: LogLine[];
	keys: KeyStore;
	/** The value of a call that must succeed. */
	call<K extends CallName>(name: K, input: InputOf<Calls[K]>): Promise<OutputOf<Calls[K]>>;
	/** The whole envelope, for calls expected to fail. */
	tryCall(name: string, input: unknown): Promise<Envelope>;
	/** Stops and opens again on the same folder, as a restart does. */
	restart(): Promise<Workstation>;
	/** Stops and removes the folder. */
	dispose(): Promise<void>;
};

export type WorkstationOptions = {
	dir?: string;
	keys?: KeyStore;
	start?: number;
	seed?: number;
	/** Scanners made of variables; without them none is read. */
	scanners?: ScannerDrivers;
	/** The line to an archive; without it none is spoken to. */
	line?: (address: string) => Line;
	/** The workshop's own network; without it there is none. */
	lan?: { links: Links };
};

export async function openWorkstation(options: WorkstationOptions = {}): Promise<Workstation> {
	const dir = options.dir ?? mkdtempSync(join(tmpdir(), "welt-test-"));
	const keys = options.keys ?? memoryKeys();
	const seed = options.seed ?? 1;
	const { ports, clock, lines } = testPorts(options.start, seed);
	const outside = {
		...(options.scanners ? { scanners: options.scanners } : {}),
		...(options.line ? { line: options.line } : {}),
		...(options.lan ? { lan: options.lan } : {}),
	};
	const core = await createCore({ dir, rootDir, ports, keys, language: "zh-CN", version: "0.0.0-test", ...outside });
	const caller = { host: "memory", client: "test" } as const;
	const tryCall = (name: string, input: unknown) => core.dispatch(name, input, caller);
	return {
		dir,
		core,
		clock,
		lines,
		keys,
		tryCall,
		async call(name, input) {
			const answer = await tryCall(name, input);
			if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
			return answer.value as never;
		},
		async restart() {
			await core.stop();
			return openWorkstation({ dir, keys, start: clock.now, seed: seed + 1, ...outside });
		},
		async dispose() {
			await core.stop();
			rmSync(dir, { recursive: true, force: true });
		},
	};
}
