/**
 * A printer made of software: listens on 127.0.0.1, speaks ZPL, TSPL or ESC/POS at its best and at its worst, and keeps
 * every label it "printed". For tests, the demo and `npm run virtual-printer`. Never reachable from outside.
 */
import { createServer, type Server, type Socket } from "node:net";
import type { PrinterProfile } from "../printer/profile.ts";
import { answer, markerAnswer } from "./answer.ts";
import { createEscPosReceiver } from "./decode-escpos.ts";
import { createTsplReceiver } from "./decode-tspl.ts";
import { createZplReceiver } from "./decode-zpl.ts";
import { isHalted, noFaults, type VirtualFaults } from "./faults.ts";
import type { Received, Receiver } from "./receiver.ts";
import { createWorks, type VirtualJob } from "./works.ts";

type Language = PrinterProfile["language"];

export type VirtualPrinter = {
	port: number;
	/** Printed labels, oldest first. */
	jobs: readonly VirtualJob[];
	/** How many times it was asked how it is. */
	questions(): number;
	/** Changes its behaviour while it runs. */
	set(faults: Partial<VirtualFaults>): Promise<void>;
	/** Resolves once that many labels are printed. */
	printed(count: number): Promise<void>;
	close(): Promise<void>;
};

export type VirtualOptions = {
	/** 0 or left out = any free port. */
	port?: number;
	language?: Language;
	/** Dots a millimetre of its head; left out: 8, as at 203 dpi. */
	dotsPerMm?: number;
	/** Folder for what it prints: bytes as sent and picture; left out = memory only. */
	out?: string;
	faults?: Partial<VirtualFaults>;
	onJob?: (job: VirtualJob) => void;
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

function receiverOf(language: Language, dotsPerMm: number | undefined): Receiver {
	switch (language) {
		case "zpl":
			return createZplReceiver();
		case "tspl":
			return createTsplReceiver(dotsPerMm);
		case "escpos":
			return createEscPosReceiver();
	}
}

/** Starts a printer. */
export async function startVirtualPrinter(options: VirtualOptions = {}): Promise<VirtualPrinter> {
	const { language = "zpl", out, onJob, dotsPerMm } = options;
	const faults: VirtualFaults = { ...noFaults, ...options.faults };
	const works = createWorks({ faults, out, onJob, extension: language });
	const sockets = new Set<Socket>();
	const late = new Set<NodeJS.Timeout>();
	let questions = 0;
	let closing = false;

	function say(socket: Socket, bytes: Uint8Array | undefined): void {
		if (!bytes || faults.silent || socket.destroyed) return;
		if (faults.lateMs === 0) {
			socket.write(bytes);
			return;
		}
		const timer = setTimeout(() => {
			late.delete(timer);
			if (!socket.destroyed) socket.write(bytes);
		}, faults.lateMs);
		late.add(timer);
	}

	/** False when the connection is over. */
	function act(socket: Socket, received: Received, labelBytes: number): boolean {
		switch (received.kind) {
			case "question":
				questions += 1;
				say(socket, answer(language, received.n, faults, works.waiting));
				return true;
			case "marker":
				void works.caughtUp().then(() => say(socket, markerAnswer(faults)));
				return true;
			case "label":
				if (breaksOff(socket, labelBytes)) return false;
				works.take({ bytes: received.bytes, bitmap: received.bitmap });
				return true;
		}
	}

	function breaksOff(socket: Socket, labelBytes: number): boolean {
		if (faults.dropAfter !== undefined && labelBytes > faults.dropAfter) {
			socket.resetAndDestroy();
			return true;
		}
		if (faults.closeAfter !== undefined && labelBytes > faults.closeAfter) {
			socket.end();
			return true;
		}
		return false;
	}

	function serve(socket: Socket): void {
		const receiver = receiverOf(language, dotsPerMm);
		let labelBytes = 0;
		sockets.add(socket);
		socket.on("close", () => sockets.delete(socket));
		socket.on("error", () => socket.destroy());
		if (faults.neverRead) return void socket.pause();
		socket.on("data", (data) => {
			for (const received of receiver.take(data)) {
				if (received.kind === "label") labelBytes += received.bytes.length;
				if (!act(socket, received, labelBytes)) return;
			}
			breaksOff(socket, labelBytes + receiver.pending);
		});
		socket.on("end", () => {
			if (!faults.silent) void works.work().then(() => !isHalted(faults) && socket.end());
		});
	}

	let server = createServer({ allowHalfOpen: true }, serve);
	// The port is taken once even when refusing, so that it stays the same all along.
	const port = await listen(server, options.port ?? 0);
	if (faults.refuse) await stopListening(server);

	return {
		port,
		jobs: works.jobs,
		questions: () => questions,
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
			void works.work();
		},
		printed: works.printed,
		async close() {
			closing = true;
			for (const timer of late) clearTimeout(timer);
			for (const socket of sockets) socket.destroy();
			const stopped = works.stop();
			await stopListening(server);
			await stopped;
		},
	};
}
