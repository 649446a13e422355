/**
 * The bridge when the screens run in a browser: calls over HTTP, pushes over a WebSocket, both to the address
 * the page came from. The per-run token rides in an HttpOnly cookie the server set when the page was opened,
 * so nothing here ever sees it. Used by host.ts only.
 */
import { z } from "zod";
import type { AppError } from "../../domain/errors.ts";
import type { Envelope } from "../../preload/contract/define.ts";
import { type HostBridge, type Push, pushSchema } from "../../preload/contract/host.ts";

const envelopeSchema = z.union([
	z.object({ ok: z.literal(true), value: z.unknown() }),
	z.object({ ok: z.literal(false), error: z.custom<AppError>((e) => typeof e === "object" && e !== null) }),
]);

/** Waits before knocking again, growing so that a stopped workstation isn't hammered. */
const firstKnockMs = 300;
const lastKnockMs = 4000;

/** Told whether the line to the workstation process stands. */
export type LineListener = (alive: boolean) => void;

export function createLoopbackHost(onLine: LineListener): HostBridge {
	const listeners = new Set<(push: Push) => void>();
	listen(onLine, (push) => {
		for (const listener of listeners) listener(push);
	});
	return {
		host: "loopback",
		call: (name, input) =>
			send(`/call/${encodeURIComponent(name)}`, {
				method: "POST",
				headers: { "content-type": "application/json" },
				body: JSON.stringify({ input }),
			}),
		on(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		mediaUrl: (handle) => `/media/${encodeURIComponent(handle)}`,
		putMedia: (ticket, bytes) =>
			send(`/media/incoming/${encodeURIComponent(ticket)}`, {
				method: "PUT",
				headers: { "content-type": bytes.type || "application/octet-stream" },
				body: bytes,
			}),
	};
}

async function send(path: string, init: RequestInit): Promise<Envelope> {
	try {
		const response = await fetch(path, { ...init, credentials: "same-origin", cache: "no-store" });
		const parsed = envelopeSchema.safeParse(await response.json());
		return parsed.success ? (parsed.data as Envelope) : gone(`odd answer ${response.status}`);
	} catch (thrown) {
		return gone(thrown instanceof Error ? thrown.message : String(thrown));
	}
}

function gone(message: string): Envelope {
	return { ok: false, error: { code: "device-failed", reason: "host.gone", message, correlationId: "line" } };
}

function listen(onLine: LineListener, onPush: (push: Push) => void): void {
	let wait = firstKnockMs;
	let opened = false;
	const knock = () => {
		const address = new URL("/push", location.href);
		address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
		const socket = new WebSocket(address);
		socket.onopen = () => {
			wait = firstKnockMs;
			onLine(true);
			// What happened while nobody listened is unknown: read everything again.
			if (opened) onPush({ type: "changed", aggs: ["*"] });
			opened = true;
		};
		socket.onmessage = (message) => {
			const push = parsePush(message.data);
			if (push) onPush(push);
		};
		socket.onclose = () => {
			onLine(false);
			setTimeout(knock, wait);
			wait = Math.min(wait * 2, lastKnockMs);
		};
	};
	knock();
}

function parsePush(data: unknown): Push | undefined {
	if (typeof data !== "string") return undefined;
	try {
		const parsed = pushSchema.safeParse(JSON.parse(data));
		return parsed.success ? parsed.data : undefined;
	} catch {
		return undefined;
	}
}
