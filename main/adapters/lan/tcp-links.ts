/**
 * {@link Links} over TCP: each frame behind its length in four bytes. Not HTTP on purpose: no browser can be talked into
 * speaking this, and there is nothing to parse before a sibling has proved who it is. Called by the hosts' start only.
 */
import { createServer, type Server, Socket } from "node:net";
import { networkInterfaces } from "node:os";
import { type Link, type Links, siblingFrameBytes, strangerFrameBytes } from "../../sync/lan/link.ts";

const lengthBytes = 4;
const dialPatienceMs = 3_000;
/** A neighbour that takes nothing is dropped when so much waits for it. */
const mostWaiting = 16 * 1024 * 1024;
/** Read ahead of whoever works the frames off. */
const enoughAhead = 2 * siblingFrameBytes;
const maxLinks = 32;

const plain = (address: string | undefined) => (address ?? "").replace(/^::ffff:/, "");

export function tcpLink(socket: Socket): Link {
	let ahead: Buffer = Buffer.alloc(0);
	let most = strangerFrameBytes;
	let waiter: ((frame: Buffer | undefined) => void) | undefined;
	let gone = false;
	socket.setNoDelay(true);

	/** Looks at a length only when somebody wants that frame: how long it may be can change with the one before. */
	function take(): Buffer | undefined {
		if (ahead.byteLength < lengthBytes) return undefined;
		const length = ahead.readUInt32BE(0);
		if (length > most) {
			ahead = Buffer.alloc(0);
			socket.destroy();
			return undefined;
		}
		const end = lengthBytes + length;
		if (ahead.byteLength < end) return undefined;
		const frame = ahead.subarray(lengthBytes, end);
		ahead = ahead.subarray(end);
		return frame;
	}

	function end(): void {
		gone = true;
		waiter?.(undefined);
		waiter = undefined;
	}

	socket.on("data", (bytes: Buffer) => {
		ahead = ahead.byteLength === 0 ? bytes : Buffer.concat([ahead, bytes]);
		const frame = waiter && take();
		if (frame) {
			const hand = waiter;
			waiter = undefined;
			hand?.(frame);
		}
		if (!waiter && ahead.byteLength > enoughAhead) socket.pause();
	});
	socket.on("error", () => socket.destroy());
	socket.on("close", end);
	socket.on("end", () => socket.destroy());
	return {
		remote: plain(socket.remoteAddress),
		local: plain(socket.localAddress),
		send(frame) {
			if (frame.byteLength > siblingFrameBytes) throw new Error("a frame that no sibling takes");
			if (socket.destroyed) return;
			if (socket.writableLength > mostWaiting) {
				socket.destroy();
				return;
			}
			const length = Buffer.allocUnsafe(lengthBytes);
			length.writeUInt32BE(frame.byteLength);
			socket.cork();
			socket.write(length);
			socket.write(frame);
			socket.uncork();
		},
		next() {
			const frame = take();
			if (ahead.byteLength <= enoughAhead) socket.resume();
			if (frame) return Promise.resolve(frame);
			if (gone) return Promise.resolve(undefined);
			return new Promise((resolve) => {
				waiter = resolve;
			});
		},
		accept(bytes) {
			most = bytes;
		},
		// What was said last still goes out; a neighbour that doesn't answer is not waited for.
		close() {
			socket.end();
			socket.unref();
			setTimeout(() => socket.destroy(), 1_000).unref();
		},
	};
}

function listen(server: Server, address: string, port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen({ host: address, port, exclusive: true }, () => {
			const at = server.address();
			resolve(typeof at === "object" && at ? at.port : port);
		});
	});
}

export const tcpLinks: Links = {
	async serve(address, port, opened) {
		const sockets = new Set<Socket>();
		const server = createServer((socket) => {
			if (sockets.size >= maxLinks) {
				socket.destroy();
				return;
			}
			sockets.add(socket);
			socket.on("close", () => sockets.delete(socket));
			opened(tcpLink(socket));
		});
		const taken = await listen(server, address, port);
		return {
			port: taken,
			close: () =>
				new Promise((resolve) => {
					server.close(() => resolve());
					for (const socket of sockets) socket.destroy();
				}),
		};
	},
	dial: (address, port) =>
		new Promise((resolve, reject) => {
			const socket = new Socket();
			const limit = setTimeout(() => socket.destroy(new Error("no answer")), dialPatienceMs);
			socket.once("error", reject);
			socket.once("close", () => clearTimeout(limit));
			socket.connect(port, address, () => {
				clearTimeout(limit);
				resolve(tcpLink(socket));
			});
		}),
	addresses: () =>
		Object.entries(networkInterfaces()).flatMap(([name, found = []]) =>
			found.filter(({ family, internal }) => family === "IPv4" && !internal).map(({ address }) => ({ address, name })),
		),
};

/** The same for evaluation: two workstations on one machine may meet there. */
export const alsoOnThisPc: Links = {
	...tcpLinks,
	addresses: () => [...tcpLinks.addresses(), { address: "127.0.0.1", name: "lo" }],
};
