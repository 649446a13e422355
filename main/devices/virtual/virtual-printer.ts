/**
 * A label printer made of software: listens on 127.0.0.1, behaves like a ZPL printer at its best and at its worst,
 * and keeps every label it "printed". For tests, the demo and `npm run virtual-printer`. Never reachable from outside.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { type Bitmap, bitmapToPng } from "../../print/label/bitmap.ts";
import { formatZplStatus } from "../printer/language/zpl.ts";
import { decodeZpl } from "./decode-zpl.ts";

export type VirtualFaults = {
	/** Keeps what it is sent and prints it when paper is back; silent meanwhile, as Zebra's own are. */
	outOfPaper: boolean;
	/** Keeps what it is sent; says so. */
	paused: boolean;
	/** Says its head is open and keeps what it is sent. */
	headOpen: boolean;
	/** Takes that long for each label. */
	slowMs: number;
	/** Resets the connection after that many bytes of labels; undefined = never. */
	dropAfter: number | undefined;
	/** Takes no connections at all. */
	refuse: boolean;
	/** Prints, but never answers and never closes. */
	silent: boolean;
};

export type VirtualJob = { no: number; zpl: string /** Our own labels as a picture. */; bitmap: Bitmap | undefined };

export type VirtualPrinter = {
	port: number;
	/** Printed labels, oldest first. */
	jobs: readonly VirtualJob[];
	/** Changes its behaviour while it runs. */
	set(faults: Partial<VirtualFaults>): Promise<void>;
	/** Resolves once that many labels are printed. */
	printed(count: number): Promise<void>;
	close(): Promise<void>;
};

export type VirtualOptions = {
	/** 0 or left out = any free port. */
	port?: number;
	/** Folder for NNNN.zpl and NNNN.png; left out = memory only. */
	out?: string;
	faults?: Partial<VirtualFaults>;
	onJob?: (job: VirtualJob) => void;
};

const noFaults: VirtualFaults = {
	outOfPaper: false,
	paused: false,
	headOpen: false,
	slowMs: 0,
	dropAfter: undefined,
	refuse: false,
	silent: false,
};

const listen = (server: Server, port: number) =>
	new Promise<number>((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, "127.0.0.1", () => {
			const address = server.address();
			resolve(typeof address === "object" && address ? address.port : port);
		});
	});

const stopListening = (server: Server) =>
	new Promise<void>((resolve) => (server.listening ? server.close(() => resolve()) : resolve()));

/** Starts a printer. */
export async function startVirtualPrinter(options: VirtualOptions = {}): Promise<VirtualPrinter> {
	const faults: VirtualFaults = { ...noFaults, ...options.faults };
	const jobs: VirtualJob[] = [];
	const queue: string[] = [];
	const sockets = new Set<Socket>();
	const watchers = new Set<() => void>();
	let busy: Promise<void> | undefined;
	let closing = false;
	let switchOff = () => {};
	if (options.out) await mkdir(options.out, { recursive: true });

	const halted = () => faults.outOfPaper || faults.paused || faults.headOpen;

	/** The time a label takes; cut short when the printer is switched off. */
	const labour = (ms: number) =>
		new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, ms);
			switchOff = () => {
				clearTimeout(timer);
				resolve();
			};
		});

	async function print(zpl: string): Promise<void> {
		if (faults.slowMs > 0) await labour(faults.slowMs);
		if (closing) return;
		const job: VirtualJob = { no: jobs.length + 1, zpl, bitmap: decodeZpl(zpl) };
		jobs.push(job);
		if (options.out) {
			const name = join(options.out, String(job.no).padStart(4, "0"));
			await writeFile(`${name}.zpl`, zpl, "latin1");
			if (job.bitmap) await writeFile(`${name}.png`, bitmapToPng(job.bitmap));
		}
		options.onJob?.(job);
		for (const watcher of [...watchers]) watcher();
	}

	async function printQueue(): Promise<void> {
		for (let next = queue[0]; next !== undefined && !halted() && !closing; next = queue[0]) {
			await print(next);
			queue.shift();
		}
	}

	function work(): Promise<void> {
		busy ??= printQueue().finally(() => {
			busy = undefined;
			// A label may have come in between the last look and this line.
			if (queue.length > 0 && !halted() && !closing) void work();
		});
		return busy;
	}

	function answer(socket: Socket): void {
		if (faults.silent || faults.outOfPaper) return;
		const status = { paperOut: false, paused: faults.paused, headOpen: faults.headOpen, waiting: queue.length };
		socket.write(formatZplStatus(status), "latin1");
	}

	function serve(socket: Socket): void {
		let text = "";
		let labelBytes = 0;
		sockets.add(socket);
		socket.on("close", () => sockets.delete(socket));
		socket.on("error", () => socket.destroy());
		socket.on("data", (data) => {
			text += data.toString("latin1");
			for (;;) {
				const found = /~HS|\^XA.*?\^XZ/s.exec(text);
				if (!found) break;
				text = text.slice(found.index + found[0].length);
				if (found[0] === "~HS") {
					answer(socket);
					continue;
				}
				labelBytes += found[0].length;
				if (faults.dropAfter !== undefined && labelBytes > faults.dropAfter) return void socket.resetAndDestroy();
				queue.push(found[0]);
				void work();
			}
			if (faults.dropAfter !== undefined && labelBytes + text.length > faults.dropAfter) socket.resetAndDestroy();
		});
		socket.on("end", () => {
			if (!faults.silent) void work().then(() => !halted() && socket.end());
		});
	}

	let server = createServer({ allowHalfOpen: true }, serve);
	let port = options.port ?? 0;
	// The port is taken once even when refusing, so that it stays the same all along.
	port = await listen(server, port);
	if (faults.refuse) await stopListening(server);

	return {
		get port() {
			return port;
		},
		jobs,
		async set(change) {
			Object.assign(faults, change);
			if (faults.refuse && server.listening) {
				for (const socket of sockets) socket.destroy();
				await stopListening(server);
			}
			if (!faults.refuse && !server.listening && !closing) {
				server = createServer({ allowHalfOpen: true }, serve);
				await listen(server, port);
			}
			void work();
		},
		printed: (count) =>
			new Promise((resolve) => {
				const look = () => {
					if (jobs.length < count) return;
					watchers.delete(look);
					resolve();
				};
				watchers.add(look);
				look();
			}),
		async close() {
			closing = true;
			switchOff();
			for (const socket of sockets) socket.destroy();
			await stopListening(server);
			await busy;
		},
	};
}
