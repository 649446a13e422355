/**
 * What comes in on one line, cut into questions and labels, however the bytes were split on the way. One reader per
 * language; the virtual printer acts on what they find.
 */
import type { Bitmap } from "../../print/label/bitmap.ts";

export type Received =
	| { kind: "question"; n: number }
	/** A question that waits in line behind the labels before it. */
	| { kind: "marker" }
	| { kind: "label"; bytes: Uint8Array; bitmap: Bitmap | undefined };

export type Receiver = {
	take(data: Uint8Array): Received[];
	/** Bytes of a label that is not whole yet. */
	readonly pending: number;
};
