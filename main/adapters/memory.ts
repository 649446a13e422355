/** Keeps the workstation's process small. Called once by every entry, before the core is made. */
import { setFlagsFromString } from "node:v8";

/**
 * Opening sealed names, folding and laying out papers make millions of short-lived objects. V8 would answer with an
 * ever larger young heap, keep it, and let the old one treble before it clears it. Measured after a day's scans and a
 * hundred slips: 200 MB more, and not a millisecond less time.
 */
export function keepHeapSmall(): void {
	setFlagsFromString("--semi-space-growth-factor=1");
	setFlagsFromString("--heap-growing-percent=20");
}
