/**
 * The lease between siblings: a PC whose own stands tells how long ago the archive answered it, and whoever has taken all
 * it has may count from there: the erasures came along. Said as a time that passed, so that neither clock matters. One for
 * each conversation of session.ts.
 */
import type { Clock } from "../../ports.ts";
import type { Lease } from "../../vault/lease.ts";

export type StandingDeps = {
	clock: Pick<Clock, "mono">;
	lease: Pick<Lease, "ago" | "vouched">;
	/** All this PC has can be handed on, and was spoken of. */
	whole(): boolean;
	say(silentMs: number): void;
	/** All the sibling spoke of is here. */
	level(): boolean;
};

/** Sooner it makes no difference to anybody. */
const worthMs = 3_600_000;

export type Standing = ReturnType<typeof createStanding>;

export function createStanding({ clock, lease, whole, say, level }: StandingDeps) {
	let understood = false;
	let said: { silentMs: number; at: number } | undefined;
	let heard: { silentMs: number; at: number } | undefined;
	const grown = (told: { silentMs: number; at: number }) => told.silentMs + clock.mono() - told.at;

	function tell(): void {
		const silentMs = understood ? lease.ago() : undefined;
		if (silentMs === undefined || (said && silentMs + worthMs > grown(said)) || !whole()) return;
		said = { silentMs, at: clock.mono() };
		say(silentMs);
	}

	function settle(): void {
		if (!heard || !level()) return;
		lease.vouched(grown(heard));
		heard = undefined;
	}

	return {
		/** The sibling's program knows of leases. */
		understand(): void {
			understood = true;
			tell();
		},
		tell,
		hear(silentMs: number): void {
			heard = { silentMs, at: clock.mono() };
			settle();
		},
		/** Something of the sibling's was taken in. */
		settle,
	};
}
