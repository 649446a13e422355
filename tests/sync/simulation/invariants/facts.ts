/** I6: what was written and kept anywhere is in the archive in the end, word for word; or held where a person sees it. */
import type { WeltEvent } from "../../../../domain/event/event.ts";
import type { World } from "../world.ts";
import { feedOf } from "./archive.ts";

/** What an event says, wherever it stands in a chain. */
function said({ id, agg, type, v, hlc, actor, body }: WeltEvent): [string, string] {
	return [id, JSON.stringify([agg, type, v, hlc, actor, body])];
}
const read = (text: string) => said(JSON.parse(text) as WeltEvent);

/** Every event that is durable somewhere: on a workstation's disk or at the archive. By id. */
export async function gatherFacts(world: World): Promise<Map<string, string>> {
	const facts = new Map<string, string>();
	for (const store of world.stores) for (const { text } of await feedOf(world, store)) facts.set(...read(text));
	for (const { station } of world.seats) {
		const texts = station.db.prepare("SELECT text FROM event").pluck().all() as string[];
		for (const text of texts) facts.set(...read(text));
		for (const { text } of station.desk.rows.listHeld()) facts.set(...read(text));
	}
	return facts;
}

export async function lostFacts(world: World, facts: ReadonlyMap<string, string>): Promise<string[]> {
	const archived = new Map<string, string>();
	const faults: string[] = [];
	for (const store of world.stores) {
		for (const { text } of await feedOf(world, store)) {
			const [id, fact] = read(text);
			if ((archived.get(id) ?? fact) !== fact) faults.push(`I6 ${id} says two things`);
			archived.set(id, fact);
		}
	}
	const held = new Set(
		world.seats.flatMap(({ station }) => station.desk.rows.listHeld().map(({ text }) => read(text)[0])),
	);
	// A branch whose writer went back to an image has nobody left to send it on, when it stood only at the archive before
	// that went back too, or only at a sibling.
	const mayBeHeld = world.rolledBack && (world.archiveRestored || world.lan !== undefined);
	for (const [id, fact] of facts) {
		const there = archived.get(id);
		if (there === undefined && !(mayBeHeld && held.has(id))) faults.push(`I6 ${id} is lost: ${fact.slice(0, 200)}`);
		else if (there !== undefined && there !== fact) faults.push(`I6 ${id} says something else`);
	}
	return faults;
}
