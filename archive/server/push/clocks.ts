/** Corrects wall clocks for display: what a PC's clock was off by is learnt at each push and kept per boot. */
import type { PushHeader } from "../../protocol/push.ts";
import type { Tx } from "../sql/sql.ts";

/** A clock this near is right enough. */
const tolerableMs = 2 * 60_000;

/** Skew in ms (that clock minus ours) by boot, this push's own included. */
export async function learnSkews(
	tx: Tx,
	store: string,
	{ dev, clock }: PushHeader,
	boots: readonly string[],
	nowMs: number,
): Promise<Map<string, number>> {
	if (clock) {
		await tx.rows(
			`INSERT INTO device_clock (store, dev, boot, skew, at) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (store, dev, boot) DO UPDATE SET skew = excluded.skew, at = excluded.at`,
			[store, dev, clock.boot, clock.now - nowMs, nowMs],
		);
	}
	const rows = await tx.rows<{ boot: string; skew: number }>(
		"SELECT boot, skew FROM device_clock WHERE store = $1 AND dev = $2 AND boot = ANY ($3)",
		[store, dev, [...new Set(boots)]],
	);
	return new Map(rows.map(({ boot, skew }) => [boot, skew]));
}

/** When it most likely happened, ms UTC: never later than it arrived. */
export function correctedAt(wall: number | null, skew: number | undefined, arrivedMs: number): number {
	if (wall === null) return arrivedMs;
	const corrected = skew !== undefined && Math.abs(skew) > tolerableMs ? wall - skew : wall;
	return Math.min(corrected, arrivedMs);
}
