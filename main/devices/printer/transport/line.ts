/**
 * One open line to a printer, told as a small set of facts: how many bytes left us, what came back, how it ended. The
 * same for a network connection and a cable. Every wait has a limit. Used by line-printer.ts only.
 */

export type WaitEnd = "done" | "closed" | "failed" | "timeout" | "aborted";

/** What really carries the bytes. */
export type Wire = {
	/** `taken` is called once these bytes have left us, in the order of writing. */
	write(bytes: Uint8Array, taken: () => void): void;
	/** Says we are done sending, where there is such a thing. */
	finish(): void;
	/** Drops whatever is left. Resolves once somebody else could use it. */
	destroy(): Promise<void>;
};

/** A printer that says more than this is no printer, or speaks without end. */
const mostHeard = 64 * 1024;

export class PrinterLine {
	/** The printer closed its side in order. */
	closed = false;
	/** The line broke. */
	failed = false;
	private readonly wire: Wire;
	private readonly signal: AbortSignal;
	private readonly parts: Uint8Array[] = [];
	private length = 0;
	private untaken = 0;
	private wake: () => void = () => {};

	constructor(wire: Wire, signal: AbortSignal) {
		this.wire = wire;
		this.signal = signal;
		signal.addEventListener("abort", () => this.wake());
	}

	/** For the transport: bytes came in. */
	take(data: Uint8Array): void {
		if (this.length > mostHeard) return;
		this.parts.push(data);
		this.length += data.length;
		this.wake();
	}

	/** For the transport: the line is over. */
	over(how: "closed" | "failed"): void {
		if (how === "closed") this.closed = true;
		else this.failed = true;
		this.wake();
	}

	/** How many bytes the printer has said so far: a place to listen from. */
	get said(): number {
		return this.length;
	}

	/** What it said from that place on. */
	heard(from: number): Uint8Array {
		return Buffer.concat(this.parts).subarray(from);
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

	/** Starts sending; `until(() => line.flushed)` tells when the bytes have left us. */
	write(bytes: Uint8Array): void {
		this.untaken += 1;
		this.wire.write(bytes, () => {
			this.untaken -= 1;
			this.wake();
		});
	}

	get flushed(): boolean {
		return this.untaken === 0;
	}

	finish(): void {
		this.wire.finish();
	}

	async destroy(): Promise<void> {
		await this.wire.destroy();
	}
}

/** A way to a printer: opens lines one at a time. */
export type Transport = {
	/** The same for two profiles that mean the same printer. */
	address: string;
	/** Longest a line may take to carry that many bytes, ms. */
	carryMs(bytes: number): number;
	/**
	 * An answer may come so late that it seems to be the answer to a later question: bytes of an earlier line can still
	 * be on the cable.
	 */
	mayLag: boolean;
	/** Whether the printer closing its side says anything. */
	closes: boolean;
	open(ms: number, signal: AbortSignal): Promise<PrinterLine | OpenTrouble>;
};

export type OpenTrouble = "unreachable" | "port-in-use" | "port-missing" | "port-forbidden" | "cancelled";
