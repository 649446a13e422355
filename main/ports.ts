/**
 * What the core needs from outside, injected by a host: time, chance, ids, log, key store, timers.
 * Adapters live in entry points (main/electron, main/loopback) and tests; everything else asks for these.
 */
export type Clock = {
	/** Wall clock, ms since 1970 UTC. May jump. */
	now(): number;
	/** Monotonic ms since this boot of the process; never goes back. */
	mono(): number;
};

export type Timers = {
	/** Runs `run` once after `ms`; the answer cancels it. */
	after(ms: number, run: () => void): () => void;
};

export type Random = {
	/** Cryptographically strong bytes on a workstation, seeded ones in a simulation. */
	bytes(count: number): Uint8Array;
};

export type Ids = {
	/** A new uuid, version 7. */
	uuid(): string;
};

export type LogFields = Record<string, string | number | boolean | null | undefined>;
/** One JSON line each. Never payloads, names, phone numbers. */
export type Log = {
	info(event: string, fields?: LogFields): void;
	warn(event: string, fields?: LogFields): void;
	error(event: string, fields?: LogFields): void;
};

/** Where the workstation's 32-byte key lives: Electron's safeStorage, or a 0600 file on the loopback host. */
export type KeyStore = {
	/** The key, or undefined on a new workstation. Throws a Refusal when the store is there but unreadable. */
	load(): Promise<Uint8Array | undefined>;
	save(key: Uint8Array): Promise<void>;
};

export type Ports = { clock: Clock; timers: Timers; random: Random; ids: Ids; log: Log };
