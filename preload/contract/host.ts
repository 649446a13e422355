/**
 * What a host gives the renderer, the same on Electron, loopback and memory. The preload (Electron) and the
 * loopback client (browser) each implement it; nothing above them knows which one it runs on.
 */
import { z } from "zod";
import type { Envelope } from "./define.ts";

/** Pushed from the core to every screen. A hint to read again, never the data itself (except a scan). */
export const pushSchema = z.discriminatedUnion("type", [
	/** Aggregates that changed, e.g. `job:<uuid>`; `*` means everything (restore, refold). */
	z.object({ type: z.literal("changed"), aggs: z.array(z.string()) }),
	/** Sign-in, switch, lock. */
	z.object({ type: z.literal("session") }),
	/** A print journal entry moved. */
	z.object({ type: z.literal("print"), printId: z.string(), state: z.string() }),
	/** A scan from a device the core reads (not the wedge, which the screen itself captures). */
	z.object({ type: z.literal("scan"), text: z.string(), source: z.string() }),
	/** A device came, went or changed its state: lists of devices read again. */
	z.object({ type: z.literal("devices") }),
	/** The exchange with the archive moved on or stands still. */
	z.object({ type: z.literal("sync") }),
	/** A picture that was still on its way is here. */
	z.object({ type: z.literal("media"), handle: z.string() }),
	/** How far long work has come. */
	z.object({ type: z.literal("progress"), work: z.enum(["demo"]), percent: z.int().min(0).max(100) }),
	/** Something happened to the workstation that a person must see (disk full, clock set back …). */
	z.object({ type: z.literal("notice"), reason: z.string() }),
]);
export type Push = z.infer<typeof pushSchema>;

export type HostBridge = {
	readonly host: "electron" | "loopback" | "memory";
	/** Never rejects: a broken line is an envelope with code `device-failed`, reason `host.gone`. */
	call(name: string, input: unknown): Promise<Envelope>;
	/** Returns the function that stops listening. */
	on(listener: (push: Push) => void): () => void;
	/** Address usable in `<img src>` and fetch for a media handle from a call. */
	mediaUrl(handle: string): string;
	/** Sends bytes (≤ 8 MB) for a ticket a call gave. Answers an envelope with `{handle}`. */
	putMedia(ticket: string, bytes: Blob): Promise<Envelope>;
};
