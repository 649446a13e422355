/** Stories of one workshop with its line down, of customers' keys and of pictures. Played behind those of the line. */

import { sha256 } from "../../../../db/log.ts";
import { eventHash } from "../../../../domain/event/chain.ts";
import type { Extras } from "../shop/extras.ts";
import {
	believedBy,
	carriedOn,
	carriesStick,
	changesName,
	clockOff,
	erasesAt,
	imageBack,
	imageTaken,
	isArchived,
	lateOnesArrive,
	lineOf,
	meanwhileAsking,
	meets,
	officeErases,
	opensPicture,
	photographsAt,
	slow,
	spoilsPicture,
	takesIn,
	tampers,
} from "./shop-steps.ts";
import { backedUp, cloned, restored, type Story, syncs, writes } from "./steps.ts";

const shop: Extras = { lan: true, customers: true, lineless: false, pcs: [3, 1] };
const year = 365 * 24 * 3_600_000;

const other = (text: string) => text.replace(/"mono":\d+/, (mono) => `${mono},"note":"别的"`);
const withItsHash = (text: string) => {
	const prev = /"prev":"([0-9a-f]{64})"/.exec(text)?.[1] ?? "";
	return { text: other(text), hash: eventHash(sha256, prev, other(text)) };
};

export const ofTheShop: readonly Story[] = [
	// -4: PC 1 has no line; PC 0 carries what it wrote, signed by PC 1 itself.
	[lineOf(1, false), writes(1, 3), meets(0, 1), syncs(0), isArchived(1)],
	// -5: PC 1 makes something else of what PC 0 wrote last, with a hash that fits: nobody signed that.
	[writes(0, 3), meets(0, 1), tampers(1, 0, withItsHash), meets(1, 2), believedBy(1, 2)],
	// -6: the same on a damaged disk, the hash as it was.
	[
		writes(0, 3),
		meets(0, 1),
		tampers(1, 0, (text, hash) => ({ text: other(text), hash })),
		meets(1, 2),
		believedBy(1, 2),
	],
	// -7: a clone of PC 0 and PC 0 write at the same places; PC 1 hears first the one, then the other.
	[cloned(0), writes(4, 2), meets(4, 1), writes(0, 5), meets(0, 1), syncs(1), syncs(0), meets(4, 1)],
	// -8: PC 0 is put back to an image; what it had told PC 1 comes back to it, and it goes on elsewhere.
	[imageTaken(0), writes(0, 3), meets(0, 1), imageBack(0), meets(0, 1), writes(0, 2), meets(0, 1)],
	// -9: what the archive acknowledged gives way to no stick with the clone's branch on it.
	[meets(0, 1), cloned(0), writes(0, 3), syncs(0), writes(4, 5), meets(4, 1), carriesStick(1, 0), writes(0, 1)],
	// -10: a customer is taken in at one PC: the other gets the key by way of the archive.
	[takesIn(0), syncs(0), syncs(1), changesName(1), syncs(1)],
	// -11: the archive goes back to a backup from before the key.
	[backedUp, takesIn(0), photographsAt(0), syncs(0), syncs(0), restored, syncs(0), syncs(1), syncs(1)],
	// -12: the key is on its way to PC 1 when the customer is erased there.
	[takesIn(0), syncs(0), meanwhileAsking(1, "/v1/keys/own", erasesAt(1)), syncs(1), syncs(1)],
	// -13: PC 1's key, which it has from PC 0, arrives at the archive long after the customer was erased.
	[takesIn(0), meets(0, 1), syncs(0), slow(1, "/v1/keys"), syncs(1), officeErases, carriedOn, lateOnesArrive(1)],
	// -14: erased at PC 0, which then hears by stick what PC 1 did with that customer before it heard.
	[takesIn(0), syncs(0), syncs(1), meets(0, 1), erasesAt(0), changesName(1), carriesStick(1, 0), syncs(0), syncs(0)],
	// -15: a byte of a picture is changed on its way up.
	[takesIn(0), photographsAt(0), spoilsPicture(0), syncs(0)],
	// -16: and on its way down to PC 1.
	[takesIn(0), photographsAt(0), syncs(0), syncs(1), opensPicture(1), spoilsPicture(1), syncs(1)],
	// -17: put off while the clock was ten years ahead.
	[takesIn(0), photographsAt(0), clockOff(0, 10 * year), spoilsPicture(0), syncs(0), clockOff(0, 0)],
	// -18: PC 1 asks for a key nobody has handed in, by a clock ten years ahead.
	[
		...[takesIn(0), slow(0, "/v1/keys"), syncs(0), clockOff(1, 10 * year), syncs(1), clockOff(1, 0)],
		...[lateOnesArrive(0), syncs(0)],
	],
	// -19: put back to an image, PC 0 hears from PC 1 of the customer it had taken in, and has their key again.
	[imageTaken(0), takesIn(0), meets(0, 1), imageBack(0), meets(0, 1), changesName(0), meets(0, 1)],
].map((steps) => ({ steps, extras: shop }));
