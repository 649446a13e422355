/**
 * Pictures once everybody has caught up (I8): each that an event names and any disk still holds is at the archive with the
 * hash it has in the event; none of an erased customer is left anywhere.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { WeltEvent } from "../../../../domain/event/event.ts";
import { feedOf } from "../invariants/archive.ts";
import type { Store, World } from "../world.ts";
import { customersOf } from "./customer-faults.ts";

async function named(world: World, store: Store): Promise<Map<string, string>> {
	const pictures = new Map<string, string>();
	for (const { text, out } of await feedOf(world, store)) {
		if (out !== "accepted") continue;
		for (const { sha, kid } of (JSON.parse(text) as WeltEvent).blobs) pictures.set(sha, kid);
	}
	return pictures;
}

export async function pictureFaults(world: World): Promise<string[]> {
	const faults: string[] = [];
	for (const store of world.stores) {
		const { erased } = await customersOf(world, store);
		const rows = await world.national.rows<{ sha: string }>(
			"SELECT encode(sha, 'hex') AS sha FROM blob WHERE brand = $1",
			[store.brand],
		);
		const kept = new Set(rows.map(({ sha }) => sha));
		const seats = world.seats.filter((seat) => seat.store === store && !world.revoked.has(seat.station.identity.dev));
		for (const [sha, kid] of await named(world, store)) {
			const holders = seats.filter(({ station }) => existsSync(station.blobs.path(sha)));
			for (const { no, station } of holders) {
				const hash = createHash("sha256")
					.update(readFileSync(station.blobs.path(sha)))
					.digest("hex");
				if (hash !== sha) faults.push(`I8 PC ${no}: ${sha} is another picture`);
			}
			if (erased.has(kid)) {
				if (kept.has(sha)) faults.push(`I9 the archive keeps a picture of ${kid}, who was erased`);
				for (const { no } of holders) faults.push(`I9 PC ${no} keeps a picture of ${kid}, who was erased`);
				continue;
			}
			const there = kept.has(sha) ? await world.national.picture(store.brand, sha) : undefined;
			if (there !== undefined && there !== sha) faults.push(`I8 the archive keeps something else as ${sha}`);
			if (there === undefined && holders.length > 0) faults.push(`I8 ${sha} never came to the archive`);
		}
	}
	return faults;
}
