/** Who carries a parcel, why one is taken back, and from when on it is late. Names of them are on the screens. */

/** `own`: one of our own people brings it. */
export const carriers = ["sf", "jd", "ems", "zto", "yto", "sto", "own", "other"] as const;
export type Carrier = (typeof carriers)[number];

export const recallReasons = ["not-sent", "came-back", "wrong-workshop", "customer-wish", "other"] as const;
export type RecallReason = (typeof recallReasons)[number];

/** Whoever takes it for money gives it a number. */
export function needsWaybill(carrier: string): boolean {
	return carrier !== "own";
}

const prefixes: readonly [RegExp, Carrier][] = [
	[/^SF\d{10,}$/, "sf"],
	[/^JD[0-9A-Z]{8,}$/, "jd"],
	[/^YT\d{10,}$/, "yto"],
	[/^E[A-Z]\d{9}CN$/, "ems"],
];

/** The carrier a scanned waybill number says by its first letters; undefined when it says none. */
export function carrierOf(waybill: string): Carrier | undefined {
	return prefixes.find(([shape]) => shape.test(waybill.toUpperCase()))?.[1];
}

const dayMs = 86_400_000;

/** How long it may be on its way before somebody asks the carrier. */
export function lateAfterMs(carrier: string): number {
	return carrier === "own" ? dayMs : 3 * dayMs;
}
