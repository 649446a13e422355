/** What people do on workstations apart, as data: facts, decisions, things only a newer or a broken PC writes, and meetings. */
import fc from "fast-check";
import { decisionBase } from "../../../domain/event/decision.ts";
import type { AggId, NewEvent } from "../../../domain/event/event.ts";
import { jobEvents } from "../../../domain/job/job.ts";
import type { JobState } from "../../../domain/job/state.ts";
import { orderEvents } from "../../../domain/order/order.ts";
import { personEvents } from "../../../domain/person/person.ts";
import { actorId, type Pc } from "./pc.ts";

const hour = 3_600_000;

export const acts = fc.array(
	fc.record({
		pc: fc.nat(2),
		what: fc.constantFrom(
			"stage",
			"stage",
			"stage",
			"fact",
			"person",
			"pay",
			"across",
			"newer",
			"broken",
			"unwritable",
			"clock",
			"meet",
			"meet",
		),
		on: fc.nat(1),
		pick: fc.nat(30),
		ms: fc.constantFrom(0, 1, 1000, hour, 30 * hour, 24 * 365 * hour, -hour),
	}),
	{ minLength: 4, maxLength: 30 },
);
export type Act = typeof acts extends fc.Arbitrary<(infer A)[]> ? A : never;

const idOf = (on: number) => `11111111-1111-7111-8111-11111111111${on}`;
const jobOf = (on: number): AggId => `job:${idOf(on)}`;
const orderOf = (on: number): AggId => `order:${idOf(on)}`;
const personOf = (on: number): AggId => `person:${idOf(on)}`;

/** What every history begins with, on the first PC. */
export function opening(): NewEvent[] {
	return [0, 1].flatMap((on) => [
		personEvents["person.added"].make(personOf(on), { name: `n${on}`, roles: ["clerk"], number: `0${on}` }),
		jobEvents["job.received"].make(jobOf(on), {
			order: idOf(on),
			item: idOf(8),
			subject: idOf(9),
			ordinal: 1,
			pieces: [{ id: idOf(7), kind: "left", no: 1 }],
			services: [],
			accessories: [],
			condition: [],
			declaredValueFen: null,
			hasWords: false,
			promisedAt: 1,
		}),
		orderEvents["order.opened"].make(orderOf(on), {
			number: `0123401000001${on}`,
			token: "t",
			subject: idOf(9),
			jobs: [idOf(on)],
			promisedAt: 1,
			standard: "1",
			prices: "1",
			notice: "1",
		}),
	]);
}

function stageMove(pc: Pc, agg: AggId, pick: number): NewEvent[] {
	const state = pc.log.state<JobState>(agg)?.state;
	if (!state) return [];
	const base = { base: decisionBase(state.heads, "stage") };
	switch (pick % 5) {
		case 0:
			return [jobEvents["job.repair_finished"].make(agg, {}, base)];
		case 1:
			return [jobEvents["job.outcome_decided"].make(agg, { outcome: "repair" }, base)];
		case 2:
			return [jobEvents["job.repair_resumed"].make(agg, { reason: "r" }, base)];
		case 3:
			return [jobEvents["job.qc_passed"].make(agg, { points: [], ownWork: false }, base)];
		default:
			return [jobEvents["job.stage_resolved"].make(agg, { stage: "repair", reason: "r" }, base)];
	}
}

/** The events of one act on its PC; none for clocks and meetings. */
function eventsOf(pc: Pc, { what, on, pick }: Act): NewEvent[] {
	switch (what) {
		case "stage":
			return stageMove(pc, jobOf(on), pick);
		case "fact":
			return [jobEvents["job.shelved"].make(jobOf(on), { shelf: `A${pick}` })];
		case "person": {
			const changes = { name: { was: "", now: `n${pick}` } };
			return [personEvents["person.set"].make(personOf(on), { changes })];
		}
		case "pay": {
			// No two payments are the same one: a PC draws an id for each.
			const before = pc.db.prepare("SELECT count(*) FROM event").pluck().get();
			const body = { id: `${pc.dev}${before}`, kind: "deposit", method: "cash", amountFen: pick } as const;
			return [orderEvents["order.paid"].make(orderOf(on), body)];
		}
		case "across": {
			// Decided on something another stream says.
			const all = pc.db.prepare("SELECT id FROM event ORDER BY pos").pluck().all() as string[];
			const base = all[pick % Math.max(1, all.length)];
			return [personEvents["person.left"].make(personOf(on), {}, base ? { base: [base] } : {})];
		}
		case "newer":
			return [
				{ agg: personOf(on), type: "person.set", v: 99, body: { anything: pick } },
				{ agg: jobOf(on), type: "job.dreamt_of", v: 1, body: {} },
			];
		case "broken":
			return [{ agg: jobOf(on), type: "job.handed_over", v: 1, body: { pieces: pick } }];
		default:
			return [];
	}
}

/** Somebody's mistake that no row can hold; it reaches the others although it could not be written here today. */
function unwritable(pc: Pc, on: number, pick: number): void {
	const changes = { name: { was: "", now: pick % 2 === 0 ? null : { first: "n" } } };
	try {
		pc.log.append(actorId, [personEvents["person.set"].make(personOf(on), { changes })]);
	} catch {
		// Here it is refused; that it does no harm elsewhere is shown with a hand-made chain.
	}
}

/** Plays the acts, after what every history begins with. PCs meet in pairs and hand each other what they have, the second one not always all of it. */
export function play(pcs: readonly Pc[], list: readonly Act[], begin = true): void {
	if (begin) pcs[0]?.log.append(actorId, opening());
	for (const act of list) {
		const pc = pcs[act.pc % pcs.length];
		const other = pcs[(act.pc + 1 + (act.pick % 2)) % pcs.length];
		if (!pc || !other) continue;
		if (act.what === "clock") pc.clock.ms += act.ms;
		else if (act.what === "meet") {
			meet(pc, other, Number.POSITIVE_INFINITY);
			meet(other, pc, act.pick);
		} else if (act.what === "unwritable") unwritable(pc, act.on, act.pick);
		else {
			pc.clock.ms += 7;
			pc.log.append(actorId, eventsOf(pc, act));
		}
	}
}

/** `to` gets what `from` has, at most so many events of each chain. */
export function meet(from: Pc, to: Pc, most: number): void {
	if (from === to) return;
	for (const { dev, epoch } of from.chains()) {
		const has = to.chain(dev, epoch).length;
		const links = from.chain(dev, epoch).slice(has);
		to.log.receive(links.slice(0, most));
	}
}
