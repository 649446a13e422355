/** Events of other stores, of whose chains only parts are ever seen: any order of arrival gives the same rows as a refold. */
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sha256 } from "../../db/log.ts";
import { createSiblingRows } from "../../db/queries/exchange/siblings.ts";
import { createSyncRows } from "../../db/queries/sync.ts";
import type { Arrived } from "../../db/receive.ts";
import { Refusal } from "../../domain/errors.ts";
import { canonicalText } from "../../domain/event/canonical.ts";
import { eventHash } from "../../domain/event/chain.ts";
import { decisionBase } from "../../domain/event/decision.ts";
import type { AggId, NewEvent, WeltEvent } from "../../domain/event/event.ts";
import { jobEvents } from "../../domain/job/job.ts";
import type { JobState } from "../../domain/job/state.ts";
import { type Act, acts, meet, opening, play } from "../support/pcs/acts.ts";
import { actorId, openWorkshop, type Pc, storeId, type Workshop } from "../support/pcs/pc.ts";

const elsewhere = "00000000-0000-7000-8000-000000000098";
const third = "00000000-0000-7000-8000-000000000097";
const [jobOf = "", otherJob = ""] = opening().flatMap(({ agg }) => (agg.startsWith("job:") ? [agg] : []));

let shop: Workshop;
beforeEach(() => {
	shop = openWorkshop();
});
afterEach(() => shop.dispose());

const read = ({ text }: Arrived) => JSON.parse(text) as WeltEvent;

/** What `from` knows about jobs and orders and `to`'s store didn't write, in `from`'s order of storing. */
function partsFor(to: Pc, from: Pc): Arrived[] {
	const rows = from.db.prepare("SELECT text, lower(hex(hash)) AS hash FROM event ORDER BY pos").all() as Arrived[];
	return rows.filter((arrived) => {
		const { store, agg } = read(arrived);
		return store !== to.store && /^(job|order):/.test(agg);
	});
}

/** States of jobs and orders: what stores share. */
function shared({ db }: Pc): string {
	const rows = db.prepare(
		"SELECT agg, version, state FROM aggregate WHERE agg GLOB 'job:*' OR agg GLOB 'order:*' ORDER BY agg",
	);
	return JSON.stringify(rows.all());
}

/** Shuffled by the picks, a few at a time. */
function arriveAnyhow(to: Pc, parts: readonly Arrived[], picks: readonly number[], check: () => void): void {
	const left = [...parts];
	for (let turn = 0; left.length > 0; turn++) {
		const pick = picks[turn % picks.length] ?? 0;
		const batch = Array.from({ length: 1 + (pick % 4) }, (_, n) => left.splice((pick * 7 + n) % left.length, 1)).flat();
		expect(to.log.receiveParts(batch)).toMatchObject({ stored: batch.length, known: 0, refused: [] });
		if (turn % 5 === 0) check();
	}
	check();
}

const picks = fc.array(fc.nat(63), { minLength: 1, maxLength: 12 });

/** Sent, accepted, taken back, resolved: what any store may write about a job wherever it is. */
function move(pc: Pc, agg: AggId, pick: number): NewEvent[] {
	const state = pc.log.state<JobState>(agg)?.state;
	if (!state) return [];
	const base = { base: decisionBase(state.heads, "custody") };
	const parcel = state.moves.at(-1)?.parcel ?? elsewhere;
	const heads = base.base;
	const [kept = ""] = heads;
	switch (pick % 4) {
		case 0: {
			const to = pc.store === elsewhere ? storeId : elsewhere;
			const way = { carrier: "own", waybill: "", seal: "", codeHash: "0".repeat(64), toName: "", fromName: "" };
			const fresh = `88888888-0000-7000-8000-0000000000${String(10 + (pick % 90))}`;
			return [jobEvents["job.dispatched"].make(agg, { parcel: fresh, to, ...way }, base)];
		}
		case 1:
			return [jobEvents["job.accepted"].make(agg, { parcel, code: "c", sealWhole: true }, base)];
		case 2:
			return [jobEvents["job.recalled"].make(agg, { parcel, reason: "r" }, base)];
		default:
			return heads.length < 2 ? [] : [jobEvents["job.custody_resolved"].make(agg, { kept, reason: "r" }, base)];
	}
}

/** As far as it may be done where the job is. */
function act(pc: Pc, one: Act): void {
	try {
		if (one.what === "stage" && one.pick % 3 > 0)
			pc.log.append(actorId, move(pc, one.on === 0 ? jobOf : otherJob, one.pick));
		else play([pc], [{ ...one, pc: 0 }], false);
	} catch (error) {
		expect(error).toBeInstanceOf(Refusal);
	}
}

/** Two PCs here and one elsewhere at work on the same orders, seeing each other's now and then. */
function work(list: readonly Act[]): [Pc, Pc, Pc] {
	const [a, b, far] = [shop.open(0), shop.open(1), shop.open(2, 1, elsewhere)];
	a.log.append(actorId, opening());
	list.forEach((one, at) => {
		if (one.what !== "meet") act([a, b, far][one.pc] ?? a, one);
		else if (one.pick % 6 === 0) handOn([b, a][at % 2] ?? b, [a, b][at % 2] ?? a, one.pick);
		else if (one.pick % 3 === 0) meet(a, b, one.pick);
		else if (one.pick % 3 === 1) far.log.receiveParts(partsFor(far, at % 2 === 0 ? a : b));
		else [a, b][at % 2]?.log.receiveParts(partsFor(a, far));
	});
	return [a, b, far];
}

/** One sibling gives another the parts it has, a few at a time, from a place of its log on. */
function handOn(to: Pc, from: Pc, pick: number, after = 0): void {
	const rows = createSiblingRows(from.db);
	for (let read = after; read < rows.newestPart(); ) {
		const lines = rows.parts(read, 1 + (pick % 5), 1 + pick * 100);
		expect(to.log.receiveParts(lines).refused).toEqual([]);
		read = lines.at(-1)?.pos ?? rows.newestPart();
	}
}

/** Everybody hears everything; the second PC here hears of elsewhere by its sibling only. */
function settle([a, b, far]: [Pc, Pc, Pc]): void {
	for (let round = 0; round < 2; round++) {
		meet(a, b, Number.POSITIVE_INFINITY);
		meet(b, a, Number.POSITIVE_INFINITY);
		a.log.receiveParts(partsFor(a, far));
		handOn(b, a, round);
		handOn(a, b, round);
		for (const pc of [a, b]) far.log.receiveParts(partsFor(far, pc));
	}
}

describe("parts of other stores' chains", () => {
	test("in any order leave what a refold leaves, and in the end the same in every store", () => {
		fc.assert(
			fc.property(acts, picks, picks, (list, one, two) => {
				shop.clear();
				const pcs = work(list);
				settle(pcs);
				const [a, , far] = pcs;
				for (const order of [one, two]) {
					const seen = shop.open(order === one ? 8 : 9, 1, third);
					arriveAnyhow(seen, partsFor(seen, far), order, () => {
						const live = seen.dump();
						expect(seen.refolded()).toBe(live);
					});
					expect(shared(seen)).toBe(shared(a));
				}
				for (const pc of pcs) {
					expect(shared(pc)).toBe(shared(a));
					const live = pc.dump();
					expect(pc.refolded()).toBe(live);
				}
			}),
			{ numRuns: 20 },
		);
	});

	test("go from sibling to sibling in the order they came, each once, from the place on that was read before", () => {
		const [a, b, far] = [shop.open(1), shop.open(2), shop.open(3, 1, elsewhere)];
		const rows = createSiblingRows(a.db);
		expect([rows.newestPart(), rows.parts(0, 9, 9_999)]).toEqual([0, []]);
		a.log.append(actorId, opening());
		expect(rows.newestPart()).toBe(0);
		far.log.append(actorId, [jobEvents["job.shelved"].make(jobOf, { shelf: "A" })]);
		a.log.receiveParts(partsFor(a, far));
		const first = rows.newestPart();
		far.log.append(actorId, [jobEvents["job.shelved"].make(jobOf, { shelf: "B" })]);
		a.log.append(actorId, [jobEvents["job.shelved"].make(jobOf, { shelf: "C" })]);
		a.log.receiveParts(partsFor(a, far));
		expect(rows.newestPart()).toBeGreaterThan(first);
		expect(createSiblingRows(a.db).newestPart()).toBe(rows.newestPart());
		expect(rows.parts(0, 9, 1)).toHaveLength(1);
		expect(rows.parts(first, 9, 9_999).map((line) => read(line).body)).toEqual([{ shelf: "B" }]);
		handOn(b, a, 0, first);
		handOn(b, a, 3);
		handOn(b, a, 3);
		meet(a, b, Number.POSITIVE_INFINITY);
		expect(shared(b)).toBe(shared(a));
		expect(b.refolded()).toBe(b.dump());
		expect(b.db.prepare("SELECT count(*) FROM event").pluck().get()).toBe(
			a.db.prepare("SELECT count(*) FROM event").pluck().get(),
		);
	});

	test("come in once; are neither sent to the archive nor offered to siblings as chains; a restart goes on past them", () => {
		const [a, far] = [shop.open(1), shop.open(2, 1, elsewhere)];
		far.clock.ms += 3_600_000;
		far.log.append(actorId, opening());
		far.log.append(actorId, [jobEvents["job.shelved"].make(jobOf, { shelf: "A" })]);
		const parts = partsFor(a, far);
		expect(a.log.receiveParts(parts)).toMatchObject({ stored: 5, refused: [] });
		expect(a.log.receiveParts(parts)).toMatchObject({ stored: 0, known: 5 });
		expect(a.db.prepare("SELECT partial, last_seq FROM chain WHERE dev = ?").get(far.dev)).toEqual({
			partial: 1,
			last_seq: 7,
		});
		const rows = createSyncRows(a.db);
		expect(rows.chains().map(({ dev }) => dev)).toEqual([a.dev]);
		expect(rows.countWaiting()).toBe(0);
		const siblings = createSiblingRows(a.db);
		expect(siblings.ends().map(({ dev }) => dev)).toEqual([a.dev]);
		expect(siblings.vouched()).toEqual([]);
		expect(siblings.countLacking([])).toBe(0);
		const again = a.restart();
		const [next] = again.log.append(actorId, move(again, jobOf, 1));
		expect(next && next.hlc > (read(parts.at(-1) ?? { text: "{}" }).hlc ?? "")).toBe(true);
	});

	test("are refused where they are no such thing: misread, altered, of our own store, of a chain that is here whole", () => {
		const [a, b, far] = [shop.open(1), shop.open(2), shop.open(3, 1, elsewhere)];
		far.log.append(actorId, opening());
		b.log.append(actorId, opening());
		const [first = { text: "" }] = partsFor(a, far);
		const altered = { ...first, text: first.text.replace('"mono":0', '"mono":1') };
		const before = a.dump();
		for (const [arrived, fault] of [
			[{ text: "{}" }, "shape"],
			[altered, "hash"],
			[b.chain(b.dev)[0] ?? first, "shape"],
		] as const) {
			expect(a.log.receiveParts([arrived])).toMatchObject({ stored: 0, refused: [{ at: 0, fault }] });
		}
		expect(a.dump()).toBe(before);
		// One of them does not hold up those behind it, and a chain in parts is never taken for a whole one.
		expect(a.log.receiveParts([altered, first])).toMatchObject({ stored: 1, refused: [{ fault: "hash" }] });
		expect(a.log.receive(far.chain(far.dev))).toMatchObject({ stored: 0, refused: [{ fault: "gap" }] });
	});

	test("of a branch the archive has given up make room for the one that stands", () => {
		const [a, far] = [shop.open(1), shop.open(2, 1, elsewhere)];
		far.log.append(actorId, opening());
		const common = partsFor(a, far);
		far.log.append(actorId, [
			jobEvents["job.shelved"].make(jobOf, { shelf: "lost" }),
			jobEvents["job.shelved"].make(jobOf, { shelf: "lost too" }),
		]);
		a.log.receiveParts(partsFor(a, far));
		const last = read(common.at(-1) ?? { text: "{}" });
		const event = { ...last, id: "99999999-0000-7000-8000-000000000001", seq: last.seq + 1, agg: jobOf };
		const { hash = "" } = far.chain(far.dev)[last.seq - 1] ?? {};
		const text = canonicalText({ ...event, prev: hash, type: "job.shelved", body: { shelf: "stands" }, refs: [] });
		const standing = { text, hash: eventHash(sha256, hash, text) };
		expect(a.log.receiveParts([standing])).toMatchObject({
			stored: 0,
			refused: [{ fault: "fork", chain: { seq: 7 } }],
		});
		expect(a.log.giveWay({ dev: far.dev, epoch: 1 }, last.seq + 1)).toHaveLength(2);
		expect(a.log.receiveParts([standing])).toMatchObject({ stored: 1, refused: [] });
		expect(a.log.state<{ shelf: string }>(jobOf)?.state.shelf).toBe("stands");
		expect(a.refolded()).toBe(a.dump());
	});
});
