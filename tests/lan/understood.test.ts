/** What siblings said later than their first messages goes only to those who know it; a sibling that doesn't get on keeps nobody busy. */
import { expect, test } from "vitest";
import type { LanMessage } from "../../main/sync/lan/messages.ts";
import { lanMessage } from "../../main/sync/lan/messages.ts";
import { createPartsTalk, type PartsCursor } from "../../main/sync/siblings/parts.ts";
import { createStanding } from "../../main/sync/siblings/standing.ts";

const hash = "a".repeat(64);

function partsOf(newest: number, read?: PartsCursor) {
	const sent: LanMessage[] = [];
	let kept = read;
	let taken = 0;
	const talk = createPartsTalk({
		exchange: {
			epoch: () => 1,
			newestPart: () => newest,
			parts: (after) => ({
				lines: after < newest ? [{ pos: newest, text: "t", hash }] : [],
				upTo: Math.max(after, newest),
			}),
			takeParts(lines) {
				taken += lines.length;
				newest += lines.length;
				return { stored: lines.length, refused: 0 };
			},
		},
		send: (message) => void sent.push(lanMessage.parse(message)),
		cursor: {
			find: () => kept,
			keep(cursor) {
				kept = cursor;
			},
		},
		warn: () => undefined,
	});
	return { talk, sent, kept: () => kept, taken: () => taken };
}

test("a sibling of the first program hears nothing of parts and leases, one of this hears both", () => {
	expect(lanMessage.parse({ t: "about", name: "前台", port: null })).toEqual({ t: "about", name: "前台", port: null });
	const { talk, sent } = partsOf(7);
	talk.tell();
	expect(sent).toEqual([]);
	talk.understand();
	talk.tell();
	expect(sent).toEqual([{ t: "parts-have", epoch: 1, upTo: 7 }]);

	const said: number[] = [];
	let mono = 0;
	let ago: number | undefined = 5_000;
	let whole = true;
	const standing = createStanding({
		clock: { mono: () => mono },
		lease: { ago: () => ago, vouched: () => undefined },
		whole: () => whole,
		say: (silentMs) => void said.push(silentMs),
		level: () => true,
	});
	standing.tell();
	expect(said).toEqual([]);
	standing.understand();
	expect(said).toEqual([5_000]);
	// Not every answer of the archive is worth a word, and none that can't be handed on whole.
	mono = 60_000;
	ago = 0;
	standing.tell();
	mono = 4_000_000;
	whole = false;
	standing.tell();
	expect(said).toEqual([5_000]);
	whole = true;
	standing.tell();
	expect(said).toEqual([5_000, 0]);
	mono = 9_000_000;
	ago = undefined;
	standing.tell();
	expect(said).toHaveLength(2);
});

test("a word on the lease counts once all is in, from when it was said", () => {
	const heard: number[] = [];
	let mono = 0;
	let level = false;
	const standing = createStanding({
		clock: { mono: () => mono },
		lease: { ago: () => undefined, vouched: (silentMs) => void heard.push(silentMs) },
		whole: () => true,
		say: () => undefined,
		level: () => level,
	});
	standing.hear(1_000);
	mono = 500;
	standing.settle();
	expect(heard).toEqual([]);
	level = true;
	standing.settle();
	standing.settle();
	expect(heard).toEqual([1_500]);
});

test("parts are asked for from where they were read before, anew in another epoch, and never twice in vain", () => {
	const { talk, sent, kept, taken } = partsOf(0, { epoch: 1, pos: 4 });
	talk.handle({ t: "parts-have", epoch: 1, upTo: 4 });
	expect([sent, talk.level()]).toEqual([[], true]);
	talk.handle({ t: "parts-have", epoch: 1, upTo: 9 });
	expect(sent).toEqual([{ t: "parts-want", after: 4 }]);
	expect(talk.level()).toBe(false);
	talk.handle({ t: "parts", epoch: 1, lines: [["t", hash]], upTo: 9 });
	expect([taken(), kept(), talk.level()]).toEqual([1, { epoch: 1, pos: 9 }, true]);
	// What came from there is not sent back.
	talk.handle({ t: "parts-want", after: 0 });
	expect(sent.at(-1)).toEqual({ t: "parts", epoch: 1, lines: [], upTo: 1 });
	// Not asked for.
	talk.handle({ t: "parts", epoch: 1, lines: [["t", hash]], upTo: 12 });
	expect(taken()).toBe(1);
	talk.handle({ t: "parts-have", epoch: 2, upTo: 3 });
	expect(sent.at(-1)).toEqual({ t: "parts-want", after: 0 });
	talk.handle({ t: "parts", epoch: 2, lines: [], upTo: 0 });
	expect(sent.filter(({ t }) => t === "parts-want")).toHaveLength(2);
	expect(talk.level()).toBe(false);
});
