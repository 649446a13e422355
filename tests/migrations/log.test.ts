/** The log's own laws: canonical text and chain pinned for ever, one order on every replica. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldSet } from "../../db/fold-in.ts";
import { sha256 } from "../../db/log.ts";
import { canonicalText, isCanonical } from "../../domain/event/canonical.ts";
import { type ChainLink, chainFaults, eventHash, zeroHash } from "../../domain/event/chain.ts";
import type { WeltEvent } from "../../domain/event/event.ts";
import { hlcText } from "../../domain/event/hlc.ts";
import { sortEvents } from "../../domain/event/order.ts";

describe("canonical text", () => {
	test("is this, byte for byte, for ever", () => {
		const value = {
			z: [true, null, -0, 12],
			é: "e\u0301 与 \u{1f45e}",
			a: { 10: '\u0007\n"\\/', 9: { b: 1, a: [] } },
			skipped: undefined,
		};
		const text = canonicalText(value);
		expect(text).toBe('{"a":{"10":"\\u0007\\n\\"\\\\/","9":{"a":[],"b":1}},"z":[true,null,0,12],"é":"é 与 👞"}');
		expect(sha256(text)).toBe("c87aa6afe06fcb58167be78f082404bbfb29be31ae96bb359756bf65baa48896");
	});

	test("has no form for what two programs could write differently", () => {
		for (const odd of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, [undefined], 1n, () => 1]) {
			expect(() => canonicalText({ odd })).toThrow(TypeError);
		}
	});

	test("does not depend on the order keys were written in, and reads back as what it was", () => {
		const json = fc.letrec((tie) => ({
			value: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), tie("list"), tie("object")),
			list: fc.array(tie("value"), { maxLength: 4 }),
			object: fc.dictionary(fc.string(), tie("value"), { maxKeys: 5 }),
		})).object;
		fc.assert(
			fc.property(json, (value) => {
				const text = canonicalText(value);
				const reversed = Object.fromEntries(Object.entries(value as object).reverse());
				expect(canonicalText(reversed)).toBe(text);
				expect(canonicalText(JSON.parse(text))).toBe(text);
			}),
		);
	});

	test("is told from any other text of the same value, the quick way as the slow", () => {
		const slow = (value: unknown, text: string) => {
			try {
				return canonicalText(value) === text;
			} catch {
				return false;
			}
		};
		const odd = [
			'{"b":1,"a":2}',
			'{ "a":1}',
			"[1.5]",
			"[1e3]",
			"[-0]",
			'{"10":1,"9":2}',
			'{"9":1,"10":2}',
			'"e\u0301"',
			'"\\u4e2d"',
		];
		for (const text of odd) expect(isCanonical(JSON.parse(text), text), text).toBe(slow(JSON.parse(text), text));
		fc.assert(
			fc.property(fc.json(), (text) => {
				expect(isCanonical(JSON.parse(text), text)).toBe(slow(JSON.parse(text), text));
			}),
		);
		fc.assert(
			fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
				const whole = JSON.parse(
					JSON.stringify(value, (_, each) => (typeof each === "number" ? Math.round(each) | 0 : each)),
				);
				expect(isCanonical(whole, canonicalText(whole))).toBe(true);
			}),
		);
	});
});

const dev = (n: number) => `00000000-0000-7000-8000-00000000000${n}`;
const personId = "11111111-1111-7111-8111-111111111111";
const agg = `person:${personId}`;

type Made = { ms: number; on: number; kind: number; based: boolean };

/** Events of one person written on up to three PCs apart, each with its own gapless chain and never-backward clock. */
function history(list: readonly Made[]): WeltEvent[] {
	const heads = new Map<number, { seq: number; ms: number; counter: number; prev: string; id: string }>();
	return list.map(({ ms, on, kind, based }, at) => {
		const head = heads.get(on) ?? { seq: 0, ms: 0, counter: 0, prev: zeroHash, id: "" };
		const stamp = ms > head.ms ? { ms, counter: 0 } : { ms: head.ms, counter: head.counter + 1 };
		const id = `${String(at).padStart(8, "0")}-0000-7000-8000-0000000000aa`;
		const first = at === 0;
		const type = first ? "person.added" : (["person.set", "person.left", "person.returned"][kind] ?? "person.set");
		const changes = { name: { was: "", now: `n${at}` }, number: { was: "", now: String(at + 10) } };
		const event: WeltEvent = {
			id,
			store: dev(9),
			brand: null,
			dev: dev(on),
			epoch: 1,
			seq: head.seq + 1,
			prev: head.prev,
			hlc: hlcText(first ? { ms: 0, counter: 0 } : stamp),
			wall: 1_700_000_000_000 - at * 1000,
			boot: dev(8),
			mono: at,
			actor: personId,
			agg,
			refs: [],
			type,
			v: 1,
			body: first ? { name: "n0", roles: ["clerk"], number: "10" } : type === "person.set" ? { changes } : {},
			blobs: [],
		};
		if (based && !first) event.base = [`${String(at - 1).padStart(8, "0")}-0000-7000-8000-0000000000aa`];
		const prev = eventHash(sha256, event.prev, canonicalText(event));
		heads.set(on, { seq: event.seq, ...stamp, prev, id });
		return event;
	});
}

const histories = fc
	.array(
		fc.record({
			ms: fc.integer({ min: 1, max: 50 }),
			on: fc.integer({ min: 1, max: 3 }),
			kind: fc.integer({ min: 0, max: 2 }),
			based: fc.boolean(),
		}),
		{ minLength: 1, maxLength: 14 },
	)
	.map(history);

describe("order", () => {
	test("any order of arrival folds to the same state", () => {
		fc.assert(
			fc.property(
				histories.chain((events) =>
					fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
				),
				([events, shuffled]) => {
					const one = foldSet(agg, events, () => false);
					expect(foldSet(agg, shuffled, () => false)).toEqual(one);
					expect(one.version).toBe(events.length);
				},
			),
			{ numRuns: 300 },
		);
	});

	test("keeps each PC's own order and never puts an event before what it was decided on", () => {
		fc.assert(
			fc.property(histories, (events) => {
				const { sorted, waiting } = sortEvents(events);
				expect(waiting).toEqual([]);
				const place = new Map(sorted.map((event, at) => [event.id, at]));
				for (const a of events) {
					for (const b of events) {
						if (a.dev === b.dev && a.seq < b.seq) expect(place.get(a.id)).toBeLessThan(place.get(b.id) ?? -1);
					}
					for (const base of a.base ?? []) expect(place.get(base)).toBeLessThan(place.get(a.id) ?? -1);
				}
			}),
		);
	});

	test("an event whose base is missing waits, with all that follows it on its PC", () => {
		fc.assert(
			fc.property(histories, fc.nat(), (events, pick) => {
				const missing = events[pick % events.length];
				const rest = events.filter((event) => event !== missing);
				const { sorted, waiting } = sortEvents(rest);
				expect(sorted.length + waiting.length).toBe(rest.length);
				for (const event of sorted) expect(event.base ?? []).not.toContain(missing?.id);
			}),
		);
	});

	test("wall clocks decide nothing", () => {
		fc.assert(
			fc.property(histories, fc.integer({ min: -1e12, max: 1e12 }), (events, shift) => {
				const shifted = events.map((event) => ({ ...event, wall: event.wall + shift }));
				expect(foldSet(agg, shifted, () => false)).toEqual(foldSet(agg, events, () => false));
			}),
		);
	});
});

describe("the chain", () => {
	const events = history([
		{ ms: 5, on: 1, kind: 0, based: false },
		{ ms: 7, on: 1, kind: 0, based: true },
		{ ms: 6, on: 1, kind: 1, based: false },
	]);
	const links = (list: readonly WeltEvent[]): ChainLink[] =>
		list.map((event) => {
			const text = canonicalText(event);
			const { dev: from, epoch, seq, prev } = event;
			return { dev: from, epoch, seq, prev, text, hash: eventHash(sha256, prev, text) };
		});

	test("its heads are these, for ever", () => {
		expect(links(events).map(({ hash }) => hash)).toEqual([
			"e9c8f012884a41026743ad9604b9487d0bfcdc41495da9c50c7c51d893330edb",
			"a35736e89a941c41efde3e45c09c7091a06166c9e594542e43e4ab3a37b712f8",
			"874b5fe5852029eaa4b4bec78da54ae097815c6002c868e11a37b64c228aeeeb",
		]);
	});

	test("holds as it was written; a change, a gap, a swap, another chain's event are found", () => {
		const good = links(events);
		expect([...chainFaults(sha256, good)]).toEqual([]);
		const [a, b, c] = good;
		if (!a || !b || !c) throw new Error("three events");
		const faults = (list: ChainLink[]) => [...chainFaults(sha256, list)].map(({ fault }) => fault);
		expect(faults([a, { ...b, text: b.text.replace("n1", "n2") }, c])).toEqual(["hash"]);
		expect(faults([a, c])).toContain("gap");
		expect(faults([b, c])).toContain("gap");
		expect(faults([a, { ...b, prev: zeroHash }, c])).toContain("prev");
		const rewritten = { ...b, text: b.text.replace("n1", "n2") };
		const forged = { ...rewritten, hash: eventHash(sha256, rewritten.prev, rewritten.text) };
		expect(faults([a, forged, c])).toEqual(["prev"]);
	});
});
