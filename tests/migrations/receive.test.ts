/** Events of other workstations: any order of arrival leaves the rows a refold leaves; what contradicts a chain is refused. */
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sha256 } from "../../db/log.ts";
import { createSyncRows } from "../../db/queries/sync.ts";
import type { Arrived } from "../../db/receive.ts";
import { canonicalText } from "../../domain/event/canonical.ts";
import { eventHash, zeroHash } from "../../domain/event/chain.ts";
import { decisionBase } from "../../domain/event/decision.ts";
import type { JsonValue, WeltEvent } from "../../domain/event/event.ts";
import { hlcText } from "../../domain/event/hlc.ts";
import { jobEvents } from "../../domain/job/job.ts";
import type { JobState } from "../../domain/job/state.ts";
import { type PersonState, personEvents } from "../../domain/person/person.ts";
import { acts, meet, opening, play } from "../support/pcs/acts.ts";
import { actorId, openWorkshop, type Pc, startMs, storeId, type Workshop } from "../support/pcs/pc.ts";

let shop: Workshop;
beforeEach(() => {
	shop = openWorkshop();
});
afterEach(() => shop.dispose());

/** Hands all chains over in pieces: whose turn it is and how much at once come from `picks`. */
function arriveInPieces(to: Pc, chains: readonly Arrived[][], picks: readonly number[], check: () => void): void {
	const left = chains.map((chain) => [...chain]);
	let turn = 0;
	while (left.some((chain) => chain.length > 0)) {
		const pick = picks[turn % picks.length] ?? 0;
		turn += 1;
		const open = left.filter((chain) => chain.length > 0);
		const batch: Arrived[] = [];
		// A piece may hold several chains, one after another.
		for (let n = 0; n <= pick % 3; n++) {
			const chain = open[(pick + n) % open.length];
			if (chain) batch.push(...chain.splice(0, 1 + ((pick >> 2) % 5)));
		}
		expect(to.log.receive(batch)).toMatchObject({ stored: batch.length, known: 0, refused: [] });
		// A refold costs more than a piece: not after each.
		if (turn % 3 === 0) check();
	}
	check();
}

const picks = fc.array(fc.nat(63), { minLength: 1, maxLength: 12 });

describe("any order of arrival", () => {
	test("leaves, whenever it is looked at, what a refold of the same log leaves; and in the end the same everywhere", () => {
		fc.assert(
			fc.property(acts, picks, picks, (list, one, two) => {
				shop.clear();
				const pcs = [0, 1, 2].map((no) => shop.open(no));
				play(pcs, list);
				const chains = pcs.map((pc) => pc.chain(pc.dev));
				const [first, second] = [shop.open(8), shop.open(9)];
				for (const [seen, order] of [
					[first, one],
					[second, two],
				] as const) {
					arriveInPieces(seen, chains, order, () => {
						const live = seen.dump();
						expect(seen.refolded()).toBe(live);
					});
				}
				const all = first.dump();
				expect(second.dump()).toBe(all);
				for (const pc of pcs) {
					const own = pc.dump();
					expect(pc.refolded()).toBe(own);
					for (const other of pcs) meet(other, pc, Number.POSITIVE_INFINITY);
					expect(pc.dump()).toBe(all);
				}
			}),
			{ numRuns: 30 },
		);
	});

	test("what was done here stands at once, however wrong the clock of those before was", () => {
		fc.assert(
			fc.property(acts, fc.nat(2), (list, at) => {
				shop.clear();
				const pcs = [0, 1, 2].map((no) => shop.open(no));
				play(pcs, list);
				const pc = pcs[at];
				const agg = opening()[0]?.agg ?? "";
				if (!pc?.log.state<PersonState>(agg)) return;
				const changes = { name: { was: "", now: "just now" } };
				pc.log.append(actorId, [personEvents["person.set"].make(agg, { changes })]);
				expect(pc.log.state<PersonState>(agg)?.state.name).toBe("just now");
			}),
			{ numRuns: 30 },
		);
	});
});

/** Rows and states; an aggregate of which nothing counts any more is as one that never was. */
const whatCounts = (pc: Pc) =>
	pc
		.dump()
		.split("\n")
		.filter((line) => !/^aggregate \["[^"]+",0,"",null\]$/.test(line))
		.join("\n");

test("what the archive set aside after it had come by a sibling leaves what it leaves when it comes set aside", () => {
	fc.assert(
		fc.property(acts, fc.nat(40), picks, (list, from, order) => {
			shop.clear();
			const pcs = [0, 1, 2].map((no) => shop.open(no));
			play(pcs, list);
			const [, poison = pcs[0] as Pc] = pcs;
			const chains = pcs.map((pc) => pc.chain(pc.dev));
			// As a revoked PC's: its chain from some place on, one of them at least.
			const aside = poison.chain(poison.dev).map((link, at, { length }) => ({ ...link, aside: at >= from % length }));
			const [late, early] = [shop.open(8), shop.open(9)];
			for (const pc of [late, early]) {
				const rows = createSyncRows(pc.db);
				for (const { hash = "", aside: out } of aside) if (out) rows.mark(hash, "quarantined", "revoked", null);
			}
			arriveInPieces(late, chains, order, () => undefined);
			if (aside.length > 0) expect(late.log.receive(aside)).toMatchObject({ stored: 0, known: aside.length });
			early.log.receive(chains[0] ?? []);
			early.log.receive(aside);
			early.log.receive(chains[2] ?? []);
			expect(whatCounts(late)).toBe(whatCounts(early));
			for (const pc of [late, early]) {
				const live = pc.dump();
				expect(pc.refolded()).toBe(live);
			}
			// Told twice, nothing more happens; its writer's own rows stay.
			const before = late.dump();
			late.log.receive(aside);
			expect(late.dump()).toBe(before);
			const own = poison.dump();
			poison.log.receive(aside);
			expect(poison.dump()).toBe(own);
		}),
		{ numRuns: 30 },
	);
});

test("what another PC made unwritable stops nobody's own work", () => {
	fc.assert(
		fc.property(acts, picks, picks, (list, one, _two) => {
			shop.clear();
			const pcs = [0, 1, 2].map((no) => shop.open(no));
			play(pcs, list);
			arriveInPieces(
				shop.open(8),
				pcs.map((pc) => pc.chain(pc.dev)),
				one,
				() => undefined,
			);
		}),
		// Found once: a name set to nothing on one PC, met by another that then wrote about the same person.
		{ seed: 354980241, path: "23:0:2:2:2:0:0:0:0:1:2:3:1:1:1:1", endOnFailure: true, numRuns: 1 },
	);
});

describe("two workstations apart", () => {
	test("who both move the same job on: the first stands, both are kept, a person resolves it, everywhere alike", () => {
		const [a, b] = [shop.open(1), shop.open(2)];
		a.log.append(actorId, opening());
		meet(a, b, 100);
		const agg = opening()[1]?.agg ?? "";
		const stateOf = (pc: Pc) => pc.log.state<JobState>(agg)?.state as JobState;
		const base = () => ({ base: decisionBase(stateOf(a).heads, "stage") });
		const apart = base();
		a.clock.ms += 5_000;
		a.log.append(actorId, [
			jobEvents["job.voided"].make(agg, { reason: "r", approver: { person: "p", means: "pin" } }, apart),
		]);
		b.clock.ms += 1_000;
		b.log.append(actorId, [jobEvents["job.outcome_decided"].make(agg, { outcome: "repair" }, apart)]);
		expect([stateOf(a).stage, stateOf(b).stage]).toEqual(["voided", "quote"]);
		meet(a, b, 100);
		meet(b, a, 100);
		expect(b.dump()).toBe(a.dump());
		// Earlier by the clock they share, so it stands; the other decision is not lost.
		expect(stateOf(a).stage).toBe("quote");
		expect(stateOf(a).heads.stage).toHaveLength(2);
		expect(a.db.prepare("SELECT conflict FROM jobs WHERE id = ?").pluck().get(agg.slice(4))).toBe(1);
		b.log.append(actorId, [jobEvents["job.stage_resolved"].make(agg, { stage: "voided", reason: "r" }, base())]);
		meet(b, a, 100);
		expect(stateOf(a)).toMatchObject({ stage: "voided" });
		expect(stateOf(a).heads.stage).toHaveLength(1);
	});

	test("an event whose base has not come waits, with what follows it, and counts once it comes", () => {
		const [a, b, c] = [shop.open(1), shop.open(2), shop.open(3)];
		a.log.append(actorId, opening());
		meet(a, b, 100);
		const agg = opening()[0]?.agg ?? "";
		const name = (pc: Pc) => pc.log.state<PersonState>(agg)?.state.name;
		const set = (now: string, base?: string[]) =>
			personEvents["person.set"].make(agg, { changes: { name: { was: "", now } } }, base ? { base } : {});
		const [seen] = a.log.append(actorId, [jobEvents["job.shelved"].make(opening()[1]?.agg ?? "", { shelf: "A" })]);
		meet(a, b, 100);
		b.log.append(actorId, [set("decided on the shelf", [seen?.id ?? ""])]);
		b.log.append(actorId, [set("after that")]);
		const opened = a.chain(a.dev).slice(0, -1);
		c.log.receive(opened);
		c.log.receive(b.chain(b.dev));
		expect(name(c)).toBe("n0");
		expect(c.refolded()).toBe(c.dump());
		expect(c.db.prepare("SELECT COUNT(*) FROM waiting").pluck().get()).toBe(1);
		c.log.receive(a.chain(a.dev));
		expect(name(c)).toBe("after that");
		expect(c.db.prepare("SELECT COUNT(*) FROM waiting").pluck().get()).toBe(0);
		expect(c.refolded()).toBe(c.dump());
	});

	test("one that sorts between those that are folded is folded in its place, though the last of them has a smaller key", () => {
		const [a, b, c] = [shop.open(1), shop.open(2), shop.open(3)];
		const agg = opening()[0]?.agg ?? "";
		const set = (now: string) => [personEvents["person.set"].make(agg, { changes: { name: { was: "", now } } })];
		a.log.append(actorId, opening());
		for (const pc of [b, c]) meet(a, pc, 100);
		a.clock.ms += 365 * 86_400_000;
		a.log.append(actorId, set("a year ahead"));
		meet(a, b, 100);
		b.clock.ms += 1_000;
		b.log.append(actorId, set("on top of it"));
		c.clock.ms += 2_000;
		c.log.append(actorId, set("knew nothing of either"));
		meet(c, b, 100);
		expect(b.log.state<PersonState>(agg)?.state.name).toBe("on top of it");
		expect(b.refolded()).toBe(b.dump());
	});

	test("a clock a year ahead is taken, and drags nobody along", () => {
		const [a, b] = [shop.open(1), shop.open(2)];
		a.clock.ms += 365 * 86_400_000;
		a.log.append(actorId, opening());
		meet(a, b, 100);
		const agg = opening()[0]?.agg ?? "";
		const [mine] = b.log.append(actorId, [
			personEvents["person.set"].make(agg, { changes: { name: { was: "", now: "mine" } } }),
		]);
		expect(mine?.hlc).toBe(hlcText({ ms: startMs, counter: 0 }));
		expect(b.log.state<PersonState>(agg)?.state.name).toBe("mine");
		expect(b.refolded()).toBe(b.dump());
		meet(b, a, 100);
		expect(a.dump()).toBe(b.dump());
	});
});

/** A chain as a PC we know nothing of might write it. */
function handMade(dev: string, bodies: readonly Partial<WeltEvent>[]): Arrived[] {
	let prev = zeroHash;
	return bodies.map((more, at) => {
		const event = {
			id: `0000000${at}-0000-7000-8000-${dev.slice(-12)}`,
			store: storeId,
			brand: null,
			dev,
			epoch: 1,
			seq: at + 1,
			prev,
			hlc: hlcText({ ms: startMs, counter: at }),
			wall: startMs,
			boot: storeId,
			mono: 0,
			actor: actorId,
			agg: `person:${storeId}`,
			refs: [],
			type: "person.left",
			v: 1,
			body: {},
			blobs: [],
			...more,
		};
		const text = canonicalText(event);
		prev = eventHash(sha256, event.prev, text);
		return { text, hash: prev };
	});
}

const stranger = "22222222-2222-7222-8222-222222222222";
const reach = (seq: number) => ({ dev: stranger, epoch: 1, seq });
const added = { type: "person.added", body: { name: "n", roles: ["clerk"], number: "07" } };

describe("a chain", () => {
	test("comes in once, however often it is sent, and goes on where it ended", () => {
		const pc = shop.open(1);
		const chain = handMade(stranger, [added, {}, {}]);
		expect(pc.log.receive(chain.slice(0, 2))).toEqual({
			stored: 2,
			unread: 0,
			known: 0,
			refused: [],
			reached: [reach(2)],
		});
		expect(pc.log.receive(chain)).toEqual({ stored: 1, unread: 0, known: 2, refused: [], reached: [reach(3)] });
		const before = pc.dump();
		expect(pc.log.receive(chain)).toMatchObject({ stored: 0, known: 3 });
		expect(pc.dump()).toBe(before);
	});

	test("with a gap stops there and says what comes next; other chains of the piece go on", () => {
		const pc = shop.open(1);
		const chain = handMade(stranger, [added, {}, {}, {}]);
		const other = handMade("33333333-3333-7333-8333-333333333333", [{ ...added, agg: `person:${actorId}` }]);
		const answer = pc.log.receive([...chain.filter((_, at) => at !== 1), ...other]);
		expect(answer).toMatchObject({ stored: 2, known: 0 });
		expect(answer.refused).toEqual([{ at: 1, fault: "gap", chain: { dev: stranger, epoch: 1, seq: 3 }, expect: 2 }]);
	});

	test("written twice differently is a fork: what was here stays", () => {
		const pc = shop.open(1);
		const chain = handMade(stranger, [added, {}]);
		pc.log.receive(chain);
		const before = pc.dump();
		const twice = handMade(stranger, [added, { wall: 5 }, {}]);
		expect(pc.log.receive(twice)).toMatchObject({ stored: 0, known: 1, refused: [{ at: 1, fault: "fork" }] });
		expect(pc.log.receive(twice.slice(2))).toMatchObject({ stored: 0, refused: [{ fault: "fork" }] });
		expect(pc.dump()).toBe(before);
	});

	test("with a hash that does not fit is refused", () => {
		const pc = shop.open(1);
		const [first = { text: "" }] = handMade(stranger, [added]);
		const altered = { ...first, text: first.text.replace('"n"', '"m"') };
		expect(pc.log.receive([altered])).toMatchObject({ stored: 0, refused: [{ fault: "hash", expect: 1 }] });
		expect(pc.log.receive([{ text: "{}" }, { text: "not json" }])).toMatchObject({
			refused: [
				{ at: 0, fault: "shape" },
				{ at: 1, fault: "shape" },
			],
		});
	});

	test("of this very PC is only added to by itself, except for an earlier life of it", () => {
		const pc = shop.open(1, 2);
		pc.log.append(actorId, opening());
		const mine = pc.chain(pc.dev, 2);
		expect(pc.log.receive(mine)).toMatchObject({ stored: 0, known: mine.length });
		const newer = handMade(pc.dev, [{ epoch: 2, seq: mine.length + 1, prev: mine.at(-1)?.hash ?? "" }]);
		expect(pc.log.receive(newer)).toMatchObject({ stored: 0, refused: [{ fault: "own" }] });
		expect(pc.log.receive(handMade(pc.dev, [added]))).toMatchObject({ stored: 1 });
	});

	test("whose events no row, no fold or no version here can take keeps its places and harms nothing", () => {
		const pc = shop.open(1);
		const changes = (now: JsonValue) => ({ type: "person.set", body: { changes: { name: { was: "", now } } } });
		const chain = handMade(stranger, [
			added,
			changes({ first: "n" }),
			{ body: { roles: 5 }, type: "person.set" },
			{ agg: "dream:1", type: "dream.dreamt" },
			{ agg: "not an aggregate" },
			{ id: "not an id" },
			{ type: "person.added", body: { name: "" }, agg: `person:${actorId}` },
			{ v: 7 },
		]);
		expect(pc.log.receive(chain)).toMatchObject({ stored: 8, unread: 2, refused: [] });
		expect(pc.db.prepare("SELECT COUNT(*) FROM persons").pluck().get()).toBe(0);
		expect(pc.refolded()).toBe(pc.dump());
		const more = handMade(stranger, [added, changes({ first: "n" })]);
		expect(pc.log.receive(more)).toMatchObject({ known: 2 });
		const well = { changes: { name: { was: "", now: "well again" } } };
		pc.log.append(actorId, [personEvents["person.set"].make(`person:${storeId}`, well)]);
		expect(pc.db.prepare("SELECT name FROM persons").pluck().all()).toEqual(["well again"]);
		expect(pc.refolded()).toBe(pc.dump());
	});

	test("is checked event by event when it comes; what an older Welt could not check is checked again", () => {
		const pc = shop.open(1);
		pc.log.receive(handMade(stranger, [added, { body: { roles: 5 }, type: "person.set" }, { v: 7 }]));
		const sound = pc.db.prepare("SELECT sound FROM event ORDER BY pos").pluck();
		expect(sound.all()).toEqual([1, 0, 0]);
		const before = pc.dump();
		pc.db.exec("UPDATE event SET sound = 0");
		expect(pc.refolded()).toBe(before);
		expect(pc.db.prepare("SELECT COUNT(*) FROM persons").pluck().get()).toBe(1);
	});

	test("written again in a new life under the same ids counts once, whichever came first", () => {
		const old = handMade(stranger, [added, { type: "person.left" }]);
		let prev = zeroHash;
		const again = old.map(({ text }) => {
			const event = JSON.parse(text) as WeltEvent;
			const anew = canonicalText({ ...event, epoch: 2, prev });
			prev = eventHash(sha256, prev, anew);
			return { text: anew, hash: prev };
		});
		const dumps = [
			[old, again],
			[again, old],
		].map(([one = [], two = []], at) => {
			const pc = shop.open(at + 1);
			pc.log.receive(one);
			pc.log.receive(two);
			expect(pc.refolded()).toBe(pc.dump());
			return pc.dump();
		});
		expect(dumps[0]).toBe(dumps[1]);
	});
});

test("a restart goes on past every clock that was seen", () => {
	const [a, b] = [shop.open(1), shop.open(2)];
	a.clock.ms += 3_600_000;
	a.log.append(actorId, opening());
	meet(a, b, 100);
	const far = handMade(stranger, [added, { hlc: hlcText({ ms: startMs * 2, counter: 0 }) }]);
	b.log.receive(far);
	const agg = opening()[0]?.agg ?? "";
	const again = b.restart();
	const [next] = again.log.append(actorId, [personEvents["person.left"].make(agg, {})]);
	expect(next?.hlc.slice(0, 15)).toBe(hlcText({ ms: startMs + 3_600_000, counter: 0 }).slice(0, 15));
});
