/**
 * What a printer language is to the adapter: a question, how to read its answer, and how that tells that a label came
 * out. One file per language beside this one.
 */
import type { PrinterTrouble, PrinterWarning } from "../printer-port.ts";

export type Reading = {
	/** What stops it, most urgent first; undefined when it can print. */
	trouble: PrinterTrouble | undefined;
	warning: PrinterWarning | undefined;
	/** Labels it has taken but not printed yet, as far as it tells. */
	waiting: number;
};

export type PrinterLanguage = {
	/** Asks how it is. Answered at once, also in the middle of a label and in trouble (as far as the maker keeps to it). */
	question: Uint8Array;
	/** The answer in what was heard since the question; undefined while it is not complete, or is nothing known. */
	read(heard: Uint8Array): Reading | undefined;
	/**
	 * How a printer that was sent a label says that it is out. `idle`: nothing is waiting any more. `was-busy`: it was
	 * seen printing, and then no longer; never seen printing means we don't know. A marker: bytes sent right behind the
	 * label, answered when everything before them is done.
	 */
	through: "idle" | "was-busy" | { marker: Uint8Array; answered(heard: Uint8Array): boolean };
};
