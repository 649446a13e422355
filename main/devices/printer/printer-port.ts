/**
 * What the print journal needs of any printer, for labels or for paper, whatever cable or queue it hangs on. Adapters
 * answer honestly: `not-sent` only when not one byte of the job left, `unknown` as soon as one may have. They never
 * retry by themselves and never throw for anything a printer, a cable or a person can cause.
 */

/** Why a printer does not print. The screen has a sentence for each. */
export type PrinterTrouble =
	| "unreachable"
	| "silent"
	/** Answers, but nothing this language knows. */
	| "garbled"
	| "out-of-paper"
	| "out-of-ribbon"
	| "head-open"
	| "cover-open"
	| "paused"
	| "overheated"
	| "jam"
	| "cutter-error"
	/** It says that something is wrong and not what. */
	| "printer-error"
	| "busy"
	| "connection-lost"
	| "cancelled"
	/** Another program holds the cable. */
	| "port-in-use"
	| "port-missing"
	| "port-forbidden"
	| "queue-missing"
	| "queue-stopped"
	| "queue-rejects"
	| "out-of-ink"
	/** The paper asked for is not in the printer. */
	| "media-not-loaded"
	/** Takes no PDF. */
	| "no-pdf"
	/** The system's print service itself does not answer. */
	| "spooler-down";

/** It prints, but somebody should see to it soon. */
export type PrinterWarning = "paper-near-end";

/** How sure "sent" is: the printer said it has printed, closed the connection after reading, or just took the bytes. */
export type SentProof = "status" | "close" | "handed-over";

/** `sent` with proof `status` makes the journal's entry `confirmed`, any other proof `sent`. */
export type SendOutcome =
	| { outcome: "sent"; proof: SentProof }
	| { outcome: "not-sent"; trouble: PrinterTrouble }
	| { outcome: "unknown"; trouble: PrinterTrouble };

export type PrinterStatus =
	| { state: "ready"; warning?: PrinterWarning }
	| { state: "attention"; trouble: PrinterTrouble }
	/** Reachable, and this model never says more. */
	| { state: "reachable" };

/** How a paper is to come out; labels have none. */
export type PaperOptions = {
	media: "A4" | "A5";
	copies: number;
	/** The printer's own name of a tray; null = its choice. */
	tray: string | null;
};

/** One finished job. */
export type PrinterJob = {
	/** The journal entry's id: spoolers show it, nothing personal in it. */
	id: string;
	/** A label in the printer's language, or a PDF. */
	bytes: Uint8Array;
	/** An order number and a kind of paper, never a name. */
	title: string;
	options: PaperOptions | null;
};

export type PrinterPort = {
	/** Sends one job. Several calls queue up: a printer takes one connection at a time. */
	send(job: PrinterJob, signal: AbortSignal): Promise<SendOutcome>;
	/** Asks the printer how it is, without printing. */
	status(signal: AbortSignal): Promise<PrinterStatus>;
};
