/**
 * Stories that chance tells too seldom: each has its order, with good lines, and ends like a seed. Played as seeds 0, -1, …
 * In most the archive comes back from its backup, and another PC is the first to write at places that were taken before.
 */
import { ofTheShop } from "./shop.ts";
import { backedUp, cloned, forged, gap, restored, type Step, type Story, syncs, twice, writes } from "./steps.ts";

const ofTheLine: readonly (readonly Step[])[] = [
	// PC 1 has read what PC 0 wrote; then PC 3, its clone, is the first to write at those places of the restored archive.
	[
		cloned(0),
		backedUp,
		writes(0, 3),
		syncs(0),
		syncs(1),
		restored,
		writes(3, 2),
		syncs(3),
		syncs(1),
		syncs(0),
		syncs(1),
	],
	[
		...[cloned(0), cloned(0), backedUp, writes(0, 3), syncs(0), cloned(0), syncs(1)],
		// PC 3 writes at the places of those three events, which come to PC 1 once more in PC 0's next epoch.
		...[restored, writes(3, 2), syncs(3), syncs(1), syncs(0), syncs(1)],
		// PC 5 was off all the time and has them where they stood first: of twins that came later the earlier ones count.
		...[restored, syncs(5), syncs(5), syncs(1), syncs(0), syncs(1), syncs(5)],
		// PC 4 takes those places from them: the later twins count again, at PC 1 and where they are carried over.
		...[restored, writes(4, 1), syncs(4), syncs(1), syncs(5), syncs(0), syncs(1)],
	],
	// What PC 0 wrote is changed on its way: nobody ever gets to read it.
	[writes(0, 2), forged(0), syncs(0), syncs(1), syncs(0), syncs(1)],
	// A page comes to PC 1 with a gap, more behind it: it is no page.
	[writes(0, 12), syncs(0), gap(1), syncs(1), syncs(1)],
];

/** In the last event's place of a page stands the one before it: only the feed's sum tells. */
const oneTwice: readonly Step[] = [writes(0, 4), syncs(0), twice(1), syncs(1)];

/** Beside the line: siblings, keys, pictures. */
export const stories: readonly Story[] = [...ofTheLine.map((steps) => ({ steps })), ...ofTheShop, { steps: oneTwice }];
