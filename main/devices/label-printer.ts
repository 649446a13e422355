/**
 * What the print journal needs of a label printer, whatever cable it hangs on. Adapters answer honestly: `not-sent`
 * only when not one byte of the label left, `unknown` as soon as one may have. They never retry by themselves and
 * never throw for anything a printer, a cable or a person can cause.
 */

/** Why a printer does not print. The screen has a sentence for each. */
export type PrinterTrouble =
	| "unreachable"
	| "silent"
	| "out-of-paper"
	| "out-of-ribbon"
	| "head-open"
	| "paused"
	| "overheated"
	| "busy"
	| "connection-lost"
	| "cancelled";

/** How sure "sent" is: the printer said so, closed the connection after reading, or just took the bytes. */
export type SentProof = "status" | "close" | "handed-over";

export type SendOutcome =
	| { outcome: "sent"; proof: SentProof }
	| { outcome: "not-sent"; trouble: PrinterTrouble }
	| { outcome: "unknown"; trouble: PrinterTrouble };

export type PrinterStatus =
	| { state: "ready" }
	| { state: "attention"; trouble: PrinterTrouble }
	/** Reachable, and this model never says more. */
	| { state: "reachable" };

export type LabelPrinterPort = {
	/** Sends one finished label. Several calls queue up: a printer takes one connection at a time. */
	send(bytes: Uint8Array, signal: AbortSignal): Promise<SendOutcome>;
	/** Asks how the printer is, without printing. */
	status(signal: AbortSignal): Promise<PrinterStatus>;
};
