/** What people write in a simulation: facts, edits of one field on several PCs, decisions apart, things of a newer version. */
import { decisionBase } from "../../../domain/event/decision.ts";
import type { AggId, NewEvent } from "../../../domain/event/event.ts";
import { itemEvents } from "../../../domain/item/item.ts";
import { jobEvents } from "../../../domain/job/job.ts";
import type { JobState } from "../../../domain/job/state.ts";
import { orderEvents } from "../../../domain/order/order.ts";
import { personEvents } from "../../../domain/person/person.ts";
import type { Chance } from "./chance.ts";
import type { Station } from "./station.ts";

/** Things a store's PCs all know from the beginning. */
export const idOf = (store: number, no: number) => `11111111-1111-7111-8111-1111111111${store}${no}`;
const jobOf = (store: number, no: number): AggId => `job:${idOf(store, no)}`;
const itemOf = (store: number, no: number): AggId => `item:${idOf(store, no)}`;
const orderOf = (store: number, no: number): AggId => `order:${idOf(store, no)}`;
const personOf = (store: number, no: number): AggId => `person:${idOf(store, no)}`;
const shared = 2;

const registered = (agg: AggId, colour: string): NewEvent =>
	itemEvents["item.registered"].make(agg, {
		category: "shoes",
		kind: "sneaker",
		brand: "百丽",
		style: "ST-1",
		colour,
		size: "245",
		materials: [],
		pieces: [{ id: "1", kind: "left" }],
		codes: [],
	});

/** Where a store's history begins: on its first PC. */
export function opening(store: number): NewEvent[] {
	return Array.from({ length: shared }, (_, no) => [
		personEvents["person.added"].make(personOf(store, no), { name: `员工${no}`, roles: ["clerk"], number: `0${no}` }),
		registered(itemOf(store, no), "黑"),
		jobEvents["job.received"].make(
			jobOf(store, no),
			{
				order: idOf(store, no),
				item: idOf(store, no),
				subject: idOf(store, 9),
				ordinal: 1,
				pieces: [{ id: idOf(store, 8), kind: "left", no: 1 }],
				services: [],
				accessories: [],
				condition: [],
				declaredValueFen: null,
				hasWords: false,
				promisedAt: 1,
			},
			{ refs: [itemOf(store, no)] },
		),
	]).flat();
}

function stageMove({ log }: Station, agg: AggId, chance: Chance): NewEvent {
	const state = log.state<JobState>(agg)?.state;
	const base = state ? { base: decisionBase(state.heads, "stage") } : {};
	const moves = [
		() => jobEvents["job.repair_finished"].make(agg, {}, base),
		() => jobEvents["job.outcome_decided"].make(agg, { outcome: "repair" }, base),
		() => jobEvents["job.repair_resumed"].make(agg, { reason: "返修" }, base),
		() => jobEvents["job.qc_passed"].make(agg, { points: [], ownWork: false }, base),
		() => jobEvents["job.stage_resolved"].make(agg, { stage: "repair", reason: "核对" }, base),
	];
	return chance.pick(moves)();
}

/** One act at a workstation of that store. */
export function someAct(station: Station, store: number, chance: Chance, uuid: () => string): NewEvent[] {
	const no = chance.below(shared);
	const some = chance.below(1000);
	switch (chance.below(7)) {
		case 0:
			return [registered(`item:${uuid()}`, `色${some}`)];
		case 1: {
			const changes = { colour: { was: "黑", now: `色${some}` } };
			return [itemEvents["item.set"].make(itemOf(store, no), { changes })];
		}
		case 2: {
			const changes = { name: { was: "", now: `名${some}` } };
			return [personEvents["person.set"].make(personOf(store, no), { changes })];
		}
		case 3:
			return [stageMove(station, jobOf(store, no), chance)];
		case 4:
			return [jobEvents["job.shelved"].make(jobOf(store, no), { shelf: `A${some}` }, { refs: [itemOf(store, no)] })];
		case 5: {
			const body = { id: uuid(), kind: "deposit", method: "cash", amountFen: some } as const;
			return [orderEvents["order.paid"].make(orderOf(store, no), body)];
		}
		default:
			// A newer version's: kept, not understood.
			return [{ agg: jobOf(store, no), type: "job.dreamt_of", v: 1, body: { some } }];
	}
}
