/**
 * One TCP connection to a printer, told as a small set of facts: how many bytes left us, what came back, how it ended.
 * Every wait has a limit. Used by printer-tcp.ts only.
 */
import { createConnection, type Socket } from "node:net";

export type WaitEnd = "done" | "closed" | "failed" | "timeout" | "aborted";

export class PrinterConnection {
	/** Everything the printer said so far. */
	heard = "";
	/** The printer closed its side in order. */
	closed = false;
	failed = false;
	private readonly socket: Socket;
	private readonly signal: AbortSignal;
	private wake: () => void = () => {};

	private constructor(socket: Socket, signal: AbortSignal) {
		this.socket = socket;
		this.signal = signal;
		const stir = () => this.wake();
		socket.setNoDelay(true);
		socket.on("data", (data) => {
			this.heard += data.toString("latin1");
			stir();
		});
		socket.on("end", () => {
			this.closed = true;
			stir();
		});
		socket.on("error", () => {
			this.failed = true;
			stir();
		});
		socket.on("close", () => {
			if (!this.closed) this.failed = true;
			stir();
		});
		socket.on("drain", stir);
		signal.addEventListener("abort", stir);
	}

	/** Undefined when the printer did not take the connection within `ms`. */
	static async open(
		host: string,
		port: number,
		ms: number,
		signal: AbortSignal,
	): Promise<PrinterConnection | undefined> {
		if (signal.aborted) return undefined;
		const socket = createConnection({ host, port, allowHalfOpen: true });
		return new Promise((resolve) => {
			const settle = (connection: PrinterConnection | undefined) => {
				clearTimeout(timer);
				socket.removeListener("error", giveUp);
				signal.removeEventListener("abort", giveUp);
				if (!connection) socket.on("error", () => {}).destroy();
				resolve(connection);
			};
			const giveUp = () => settle(undefined);
			const timer = setTimeout(giveUp, ms);
			signal.addEventListener("abort", giveUp);
			socket.once("error", giveUp);
			socket.once("connect", () => settle(new PrinterConnection(socket, signal)));
		});
	}

	/** Waits until `ready` holds; anything that arrives or breaks is looked at again. */
	async until(ready: () => boolean, ms: number): Promise<WaitEnd> {
		let over = false;
		const timer = setTimeout(() => {
			over = true;
			this.wake();
		}, ms);
		try {
			for (;;) {
				if (ready()) return "done";
				if (this.failed) return "failed";
				if (this.closed) return "closed";
				if (this.signal.aborted) return "aborted";
				if (over) return "timeout";
				await new Promise<void>((resolve) => {
					this.wake = resolve;
				});
			}
		} finally {
			clearTimeout(timer);
		}
	}

	/** Hands the bytes to the operating system; `until(() => flushed)` tells when it has taken them all. */
	write(bytes: Uint8Array | string): void {
		this.socket.write(bytes, () => this.wake());
	}

	get flushed(): boolean {
		return this.socket.writableLength === 0;
	}

	/** Says we are done sending; the printer may still answer. */
	finish(): void {
		this.socket.end();
	}

	/** Drops whatever is left. */
	destroy(): void {
		this.socket.destroy();
		this.wake();
	}
}
