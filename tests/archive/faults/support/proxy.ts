/**
 * The line between a workstation and an archive as a TCP proxy: it cuts after any byte, stands still, drips. What happens
 * to a request is decided at its first bytes by its method and path; nothing here reads further than that.
 */
import { connect, createServer, type Socket } from "node:net";

export type Fault = {
	/** `cut`: nothing more after that byte, both ends are torn. `stall`: the same, but nobody hangs up. `drip`: some bytes at a time. */
	how: "cut" | "stall" | "drip";
	/** Which way: what the workstation says, or what the archive answers. */
	of: "request" | "answer";
	/** Bytes that still get through. */
	after: number;
	/** Called at that byte; of a line that drips before each piece. */
	met?(): void;
};

export type FaultyLine = {
	url: string;
	/** Asked at each request, e.g. `POST /v1/push`; nothing happens to one it has no answer for. */
	fault: (request: string) => Fault | undefined;
	/** How many requests met their fault. */
	met(): number;
	/** Connections open now. */
	open(): number;
	close(): Promise<void>;
};

/** Bytes of one drop. */
const piece = 16;

export async function startProxy(target: string): Promise<FaultyLine> {
	const { hostname, port } = new URL(target);
	const sockets = new Set<Socket>();
	let met = 0;

	const server = createServer((client) => {
		const upstream = connect(Number(port), hostname);
		let fault: Fault | undefined;
		let answering = true;
		let through = 0;

		const tear = () => {
			client.destroy();
			upstream.destroy();
		};
		for (const socket of [client, upstream]) {
			sockets.add(socket);
			socket.setNoDelay(true);
			socket.on("error", tear);
			socket.on("close", () => {
				sockets.delete(socket);
				tear();
			});
		}

		function pass(chunk: Buffer, of: Fault["of"], from: Socket, to: Socket): void {
			if (fault?.of !== of) return void to.write(chunk);
			const left = fault.after - through;
			through += chunk.length;
			if (chunk.length <= left) return void to.write(chunk);
			const { how, met: told } = fault;
			if (how === "drip") {
				drip(chunk, from, to);
				return;
			}
			met += 1;
			fault = { ...fault, after: 0 };
			// Whatever else comes behind this byte is swallowed.
			from.removeAllListeners("data");
			from.resume();
			const done = () => {
				told?.();
				if (how === "cut") tear();
			};
			if (left > 0) to.write(chunk.subarray(0, left), done);
			else done();
		}

		function drip(chunk: Buffer, from: Socket, to: Socket): void {
			met += 1;
			from.pause();
			let at = 0;
			const next = () => {
				if (at >= chunk.length || to.destroyed) return void from.resume();
				fault?.met?.();
				to.write(chunk.subarray(at, at + piece), () => setImmediate(next));
				at += piece;
			};
			next();
		}

		client.on("data", (chunk) => {
			const bytes = Buffer.from(chunk);
			if (answering) {
				answering = false;
				through = 0;
				fault = proxy.fault(bytes.toString("latin1", 0, 200).split(" ").slice(0, 2).join(" "));
			}
			pass(bytes, "request", client, upstream);
		});
		upstream.on("data", (chunk) => {
			if (!answering) {
				answering = true;
				if (fault?.of === "answer") through = 0;
			}
			pass(Buffer.from(chunk), "answer", upstream, client);
		});
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const address = server.address();
	const proxy: FaultyLine = {
		url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
		fault: () => undefined,
		met: () => met,
		open: () => sockets.size,
		async close() {
			for (const socket of sockets) socket.destroy();
			await new Promise((done) => server.close(done));
		},
	};
	return proxy;
}
