/**
 * What a host needs of the core, and nothing more. `createCore` (main/core.ts) answers it; main/electron,
 * main/loopback and the memory host in tests carry it over their wire. Hosts stay under 80 lines.
 */
import type { Envelope } from "../preload/contract/define.ts";
import type { Push } from "../preload/contract/host.ts";

/** Who speaks: one per window, browser tab or test client. Made by the host, never by the page. */
export type Caller = { host: "electron" | "loopback" | "memory"; client: string };

export type MediaRead = { mime: string; bytes: Uint8Array; fileName?: string };

export type HostCore = {
	/** Never throws. */
	dispatch(name: string, input: unknown, caller: Caller): Promise<Envelope>;
	/** Pushes go to every listener; the answer stops it. */
	subscribe(listener: (push: Push) => void): () => void;
	/** Bytes behind a handle. Refuses when nobody is signed in (set-up papers and printed previews apart). */
	readMedia(handle: string, caller: Caller): Promise<Envelope<MediaRead>>;
	/** Takes bytes for a ticket; hashed and stored encrypted before it answers. ≤ 8 MB. */
	acceptMedia(ticket: string, bytes: Uint8Array, caller: Caller): Promise<Envelope<{ handle: string }>>;
	/** Locks the session (screen locked, lid closed). */
	lock(): void;
	/** The PC woke: what waited for a line is tried at once. */
	wake(): void;
	/** Finishes the command under way, closes printers and the database. Safe to call twice. */
	stop(): Promise<void>;
};
