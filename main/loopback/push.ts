import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { HostCore } from "../host-core.ts";

/** A tab that doesn't take its pushes is dropped; it reads everything anew when it comes back. */
const maxBuffered = 1024 * 1024;
const maxSockets = 32;

export type PushLine = { upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void; close(): void };

/** Carries the core's pushes to every open tab. The screens never send anything on this line. */
export function createPushLine(core: HostCore): PushLine {
	const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false });
	let stop: (() => void) | undefined;
	// Listened for only while a tab is open: scans wait in the core for one that hears them.
	const listen = () => {
		stop ??= core.subscribe((push) => {
			const text = JSON.stringify(push);
			for (const socket of sockets.clients) send(socket, text);
		});
	};
	const rest = () => {
		if (sockets.clients.size > 0) return;
		stop?.();
		stop = undefined;
	};
	return {
		upgrade(request, socket, head) {
			if (sockets.clients.size >= maxSockets) return refuseUpgrade(socket, "503 Service Unavailable");
			sockets.handleUpgrade(request, socket, head, (opened) => {
				opened.on("error", () => opened.terminate());
				opened.on("message", () => opened.close(1003));
				opened.on("close", rest);
				listen();
			});
		},
		close() {
			stop?.();
			for (const socket of sockets.clients) socket.close(1001);
			sockets.close();
		},
	};
}

function send(socket: WebSocket, text: string): void {
	if (socket.readyState !== socket.OPEN) return;
	if (socket.bufferedAmount > maxBuffered) socket.terminate();
	else socket.send(text);
}

/** Ends a connection that asked for the push line and may not have it. */
export function refuseUpgrade(socket: Duplex, status: string): void {
	socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
