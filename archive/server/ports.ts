/**
 * What the archive needs from outside: time, chance, log, database, files. Entry points (command/) and the simulation
 * each build one; nothing below reads a clock, an environment or a disk by itself.
 */
import type { FileStorePort } from "./blobs/files.ts";
import type { Sql } from "./sql/sql.ts";

export type LogFields = Record<string, string | number | boolean | null | undefined>;
export type ArchivePorts = {
	clock: { /** ms since 1970 UTC. */ now(): number };
	timers: { /** Runs once after `ms`; the answer cancels it. */ after(ms: number, run: () => void): () => void };
	random: { bytes(count: number): Uint8Array };
	ids: { /** uuid, version 7. */ uuid(): string };
	/** Never payloads, names, codes. */
	log: { info(event: string, fields?: LogFields): void; warn(event: string, fields?: LogFields): void };
	sql: Sql;
	/** Pictures and snapshots. */
	files: FileStorePort;
	/** 32 bytes that wrap the archive's private keys at rest; kept outside the database. */
	secret: Uint8Array;
	/** Where customers' pages are reached from outside, e.g. `https://archive.example/s`. */
	page: string;
};
