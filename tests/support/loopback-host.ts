import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WebSocket } from "ws";
import { systemPorts } from "../../main/adapters/ports.ts";
import type { HostCore } from "../../main/host-core.ts";
import { serveLoopback } from "../../main/loopback/serve.ts";
import type { Log } from "../../main/ports.ts";
import type { Envelope } from "../../preload/contract/define.ts";
import { type HostBridge, pushSchema } from "../../preload/contract/host.ts";
import { enter } from "./browser-client.ts";
import type { TestHost } from "./memory-host.ts";

export const quietLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export type LoopbackTestHost = TestHost & { origin: string; token: string; cookie: string };

/** A core behind the real HTTP server on a free port, and a browser's half written with fetch and ws. */
export async function createLoopbackTestHost(core: HostCore): Promise<LoopbackTestHost> {
	const screensDir = mkdtempSync(join(tmpdir(), "welt-screens-"));
	writeFileSync(join(screensDir, "index.html"), '<meta name="csp-nonce" content="" /><p>Welt</p>');
	writeFileSync(join(screensDir, "app.js"), "export {};");
	const host = await serveLoopback({ core, ports: systemPorts(quietLog), screensDir }, 0);
	const { origin, searchParams } = new URL(host.url);
	const token = searchParams.get("token") ?? "";
	const { cookie } = await enter(host.url);
	const line = await openPushLine(origin, cookie);
	const client = createClient(origin, cookie, line);
	return {
		...client,
		origin,
		token,
		cookie,
		async close() {
			line.terminate();
			await host.close();
			rmSync(screensDir, { recursive: true });
		},
	};
}

function openPushLine(origin: string, cookie: string): Promise<WebSocket> {
	const socket = new WebSocket(`${origin.replace("http", "ws")}/push`, { headers: { cookie, origin } });
	return new Promise((done, fail) => socket.once("open", () => done(socket)).once("error", fail));
}

function createClient(origin: string, cookie: string, line: WebSocket): Omit<TestHost, "close"> {
	const send = async (path: string, init: RequestInit) => {
		const answer = await fetch(origin + path, { ...init, headers: { ...init.headers, cookie, origin } });
		return (await answer.json()) as Envelope;
	};
	const headers = { "content-type": "application/json" };
	const bridge: HostBridge = {
		host: "loopback",
		call: (name, input) => send(`/call/${name}`, { method: "POST", headers, body: JSON.stringify({ input }) }),
		on(listener) {
			const hear = (data: unknown) => listener(pushSchema.parse(JSON.parse(String(data))));
			line.on("message", hear);
			return () => line.off("message", hear);
		},
		mediaUrl: (handle) => `${origin}/media/${handle}`,
		putMedia: (ticket, body) => send(`/media/incoming/${ticket}`, { method: "PUT", body }),
	};
	const readMedia = async (handle: string) => {
		const answer = await fetch(bridge.mediaUrl(handle), { headers: { cookie } });
		if (!answer.ok) return undefined;
		return { mime: answer.headers.get("content-type") ?? "", bytes: new Uint8Array(await answer.arrayBuffer()) };
	};
	return { bridge, readMedia };
}
