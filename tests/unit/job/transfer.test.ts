/** Orders between workshops: who has a job in hand, whatever order the events come in, and who may do what meanwhile. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "../../../db/log.ts";
import { Refusal } from "../../../domain/errors.ts";
import type { NewEvent, WeltEvent } from "../../../domain/event/event.ts";
import { foldEvent } from "../../../domain/event/fold.ts";
import { sortEvents } from "../../../domain/event/order.ts";
import { jobFold } from "../../../domain/job/fold/fold.ts";
import { jobEvents } from "../../../domain/job/job.ts";
import { carrierOf } from "../../../domain/job/move/carriers.ts";
import { decideAccept, decideCustody, decideDispatch, decideRecall } from "../../../domain/job/move/decide.ts";
import type { JobState } from "../../../domain/job/state.ts";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const [a, b, c] = [id(1), id(2), id(3)];
const job = id(10);
const pieces = [
	{ id: id(21), kind: "left", no: 1 },
	{ id: id(22), kind: "right", no: 2 },
];
const token = "0123456789ABCDEFGHJK";
const codeHash = sha256(Buffer.from(token));

let count = 100;
/** An event as the log of that workshop would write it. */
function written(event: NewEvent, store: string, at: number): WeltEvent {
	count += 1;
	return {
		...{
			id: id(count),
			store,
			brand: null,
			dev: store,
			epoch: 1,
			seq: count,
			prev: "0".repeat(64),
			boot: id(9),
			mono: 0,
		},
		hlc: `${String(at).padStart(15, "0")}-000000`,
		wall: at,
		actor: id(8),
		refs: event.refs ?? [],
		...{
			agg: event.agg,
			type: event.type,
			v: event.v,
			body: event.body as WeltEvent["body"],
			blobs: event.blobs ?? [],
		},
		...(event.base ? { base: event.base } : {}),
	};
}

const fold = (events: readonly WeltEvent[]): JobState => {
	const { sorted } = sortEvents([...events], () => true);
	let state: JobState | undefined;
	for (const event of sorted) state = foldEvent(jobFold, state, event);
	if (!state) throw new Error("nothing was received");
	return state;
};

const received = written(
	jobEvents["job.received"].make(`job:${job}`, {
		...{ order: id(11), item: id(12), subject: id(13), ordinal: 1, pieces, services: ["O01"], accessories: [] },
		...{ condition: [], declaredValueFen: null, hasWords: false, promisedAt: 9_000 },
	}),
	a,
	1_000,
);

const parcel = (n: number, here = a, to = b) => ({
	...{
		parcel: id(n),
		here,
		to,
		fromName: "徐汇店",
		toName: "静安店",
		codeHash,
		carrier: "sf",
		waybill: "SF1234567890",
	},
	...{ seal: "F001", note: "", photos: [] },
});
const unpacked = (n: number, here = b) => ({
	...{
		here,
		parcel: id(n),
		code: token,
		codeHash,
		sealWhole: true,
		found: pieces.map((p) => p.id),
		note: "",
		photos: [],
	},
	canRecord: true,
});

function reason(act: () => unknown): string | undefined {
	try {
		act();
		return undefined;
	} catch (error) {
		if (error instanceof Refusal) return error.reason;
		throw error;
	}
}

const sent = (n: number, before: JobState, at = 2_000) => written(decideDispatch(before, parcel(n)), a, at);

test("a job belongs to the workshop that took it in, to nobody on its way, then to the one that accepted it", () => {
	const here = fold([received]);
	expect(here.custody).toEqual({ store: a });
	const dispatch = sent(30, here);
	const away = fold([received, dispatch]);
	expect(away.custody).toEqual({ parcel: id(30), from: a, to: b });
	expect(away.promisedAt).toBe(here.promisedAt);
	const accept = written(decideAccept(away, unpacked(30)), b, 3_000);
	const there = fold([received, dispatch, accept]);
	expect(there.custody).toEqual({ store: b });
	expect(there.moves[0]?.ends[0]).toMatchObject({ how: "accepted", store: b, sealWhole: true, missing: [] });
	// Back again is the same act the other way.
	const back = written(decideDispatch(there, { ...parcel(31, b, a) }), b, 4_000);
	const coming = fold([received, dispatch, accept, back]);
	expect(coming.custody).toEqual({ parcel: id(31), from: b, to: a });
	const home = fold([received, dispatch, accept, back, written(decideAccept(coming, unpacked(31, a)), a, 5_000)]);
	expect(home.custody).toEqual({ store: a });
});

test("what is not in hand is not worked on, quoted or handed over; the one who has it may", () => {
	const dispatch = sent(30, fold([received]));
	const away = fold([received, dispatch]);
	const work = (state: JobState, store: string) => () =>
		foldEvent(
			jobFold,
			state,
			written(jobEvents["job.shelved"].make(`job:${job}`, { shelf: "A1" }), store, 3_500),
			true,
		);
	expect(reason(work(away, a))).toBe("job.in-transit");
	expect(reason(work(away, b))).toBe("job.in-transit");
	const there = fold([received, dispatch, written(decideAccept(away, unpacked(30)), b, 3_000)]);
	expect(reason(work(there, a))).toBe("job.elsewhere");
	expect(reason(work(there, b))).toBeUndefined();
	// What others wrote is folded whatever it says.
	const shelved = written(jobEvents["job.shelved"].make(`job:${job}`, { shelf: "A1" }), a, 2_500);
	expect(fold([received, dispatch, shelved]).shelf).toBe("A1");
});

test("refusals of sending, accepting and taking back", () => {
	const here = fold([received]);
	expect(reason(() => decideDispatch(here, parcel(30, a, a)))).toBe("transfer.to-ourselves");
	expect(reason(() => decideDispatch(here, { ...parcel(30), waybill: "" }))).toBe("transfer.waybill-needed");
	expect(reason(() => decideDispatch(here, { ...parcel(30), waybill: "", carrier: "own" }))).toBeUndefined();
	expect(reason(() => decideDispatch({ ...here, stage: "closed" }, parcel(30)))).toBe("transfer.nothing-here");
	expect(reason(() => decideDispatch(here, parcel(30, b, c)))).toBe("job.elsewhere");
	const away = fold([received, sent(30, here)]);
	expect(reason(() => decideDispatch(away, parcel(31)))).toBe("job.in-transit");
	expect(reason(() => decideAccept(away, { ...unpacked(30), codeHash: "0".repeat(64) }))).toBe("transfer.wrong-code");
	expect(reason(() => decideAccept(away, unpacked(30, c)))).toBe("transfer.not-for-us");
	expect(reason(() => decideAccept(away, unpacked(31)))).toBe("transfer.not-under-way");
	expect(reason(() => decideAccept(away, { ...unpacked(30), found: [] }))).toBe("transfer.nothing-found");
	expect(reason(() => decideAccept(away, { ...unpacked(30), found: [id(99)] }))).toBe("transfer.piece-unknown");
	expect(reason(() => decideAccept(away, { ...unpacked(30), sealWhole: false }))).toBe("transfer.damage-unrecorded");
	const back = { here: a, parcel: id(30), reason: "other" as const, note: "" };
	expect(reason(() => decideRecall(away, back))).toBe("job.note-needed");
	expect(reason(() => decideRecall(away, { ...back, here: b, reason: "came-back" }))).toBe("transfer.not-ours");
	const missing = decideAccept(away, { ...unpacked(30), found: [pieces[0]?.id ?? ""] });
	expect(missing.body).toMatchObject({ missing: [pieces[1]?.id] });
});

test("accepted there and taken back here on the same base: both stay, shown as a conflict, whatever order they come in", () => {
	const dispatch = sent(30, fold([received]));
	const away = fold([received, dispatch]);
	const recall = decideRecall(away, { here: a, parcel: id(30), reason: "came-back", note: "" });
	fc.assert(
		fc.property(fc.integer({ min: 2_001, max: 5_000 }), fc.integer({ min: 2_001, max: 5_000 }), (first, second) => {
			const accepted = written(decideAccept(away, unpacked(30)), b, first);
			const recalled = written(recall, a, second);
			const all = [received, dispatch, accepted, recalled];
			const states = [all, all.toReversed(), [recalled, dispatch, accepted, received]].map(fold);
			for (const state of states) expect(state).toEqual(states[0]);
			const state = states[0] as JobState;
			expect(state.heads["custody"]?.toSorted()).toEqual([accepted.id, recalled.id].toSorted());
			expect(state.moves[0]?.ends).toHaveLength(2);
			expect(state.custody).toEqual({ store: first <= second ? (first === second ? a : b) : a });
			expect(reason(() => decideDispatch(state, parcel(31)))).toBe("job.custody-in-conflict");
			// A person says which one counts; then it is nobody's quarrel any more.
			const kept = written(decideCustody(state, accepted.id, "checked"), a, 6_000);
			const settled = fold([...all, kept]);
			expect(settled.custody).toEqual({ store: b });
			expect(settled.heads["custody"]).toEqual([kept.id]);
			expect(fold([kept, ...all.toReversed()])).toEqual(settled);
		}),
		{ numRuns: 60 },
	);
});

test("two PCs of one workshop send it apart: the first stands, the other parcel is on record and in dispute", () => {
	const here = fold([received]);
	const first = sent(30, here, 2_000);
	const second = sent(31, here, 2_001);
	const state = fold([second, received, first]);
	expect(state.custody).toMatchObject({ parcel: id(30) });
	expect(state.moves.map((m) => m.parcel)).toEqual([id(30), id(31)]);
	expect(state.heads["custody"]).toHaveLength(2);
	const kept = fold([received, first, second, written(decideCustody(state, second.id, "checked"), a, 3_000)]);
	expect(kept.custody).toMatchObject({ parcel: id(31) });
});

test("carriers are told by the first letters of their numbers", () => {
	expect(carrierOf("SF1234567890123")).toBe("sf");
	expect(carrierOf("jd0012345678")).toBe("jd");
	expect(carrierOf("EA123456789CN")).toBe("ems");
	expect(carrierOf("12345")).toBeUndefined();
});
