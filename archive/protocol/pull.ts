/**
 * Pull: a page of one or more feeds, as lines. `e` one event, `s` a signed head of a chain, `end` where the feeds stand.
 * A reader takes an event only at its cursor + 1 and keeps rows and cursor in one transaction.
 */
import { z } from "zod";
import { checksum, feedHead, feedId, incarnation, position, sha256Hex, signedHead } from "./fields.ts";
import { outcomes } from "./push.ts";
import { maxBatch, maxFeeds } from "./version.ts";

export const cursor = z.strictObject({ feed: feedId, after: position });
export type Cursor = z.infer<typeof cursor>;
export const pullQuery = z.strictObject({
	cursors: z.array(cursor).min(1).max(maxFeeds),
	limit: z.int().min(1).max(maxBatch),
});

/** What the archive adds to an event. Display and clocks only: positions and order never depend on it. */
export const eventMark = z.strictObject({
	feed: feedId,
	pos: z.int().min(1),
	hash: sha256Hex,
	/** When it arrived, ms UTC. */
	arr: z.int(),
	/** Its wall clock corrected by what the archive knows of that PC's clock. */
	ats: z.int(),
	out: z.enum(outcomes),
});
export type EventMark = z.infer<typeof eventMark>;

export const pullEnd = z.strictObject({
	heads: z.record(feedId, feedHead),
	arch: incarnation,
	/** More waits behind this page. */
	more: z.boolean(),
	now: z.int(),
	minProto: z.int().min(1),
});
export type PullEnd = z.infer<typeof pullEnd>;

export type PullLine =
	| { kind: "event"; mark: EventMark; text: string }
	| { kind: "head"; head: z.infer<typeof signedHead> }
	| { kind: "end"; end: PullEnd };

/** `f=store:…@42&f=item:…@0&limit=1000` */
export function writePullQuery({ cursors, limit }: z.infer<typeof pullQuery>): string {
	return [...cursors.map(({ feed, after }) => `f=${feed}@${after}`), `limit=${limit}`].join("&");
}

export function readPullQuery(query: URLSearchParams): z.infer<typeof pullQuery> | undefined {
	const cursors = query.getAll("f").map((text) => {
		const at = text.lastIndexOf("@");
		return { feed: text.slice(0, at), after: Number(text.slice(at + 1)) };
	});
	const parsed = pullQuery.safeParse({ cursors, limit: Number(query.get("limit") ?? maxBatch) });
	return parsed.success ? parsed.data : undefined;
}

/** One line, without its end. Canonical text has no tab and no line break of its own: JSON writes them as escapes. */
export function writePullLine(line: PullLine): string {
	if (line.kind === "event") return `e\t${JSON.stringify(line.mark)}\t${line.text}`;
	return line.kind === "head" ? `s\t${JSON.stringify(line.head)}` : `end\t${JSON.stringify(line.end)}`;
}

/** Undefined for anything that is not a line of this protocol; the reader drops the page then. */
export function readPullLine(text: string): PullLine | undefined {
	const [kind, first = "", rest] = text.split("\t", 3);
	try {
		const value: unknown = JSON.parse(first);
		if (kind === "e" && rest !== undefined) return { kind: "event", mark: eventMark.parse(value), text: rest };
		if (kind === "s") return { kind: "head", head: signedHead.parse(value) };
		if (kind === "end") return { kind: "end", end: pullEnd.parse(value) };
	} catch {
		return undefined;
	}
	return undefined;
}

/** A feed's checksum after one more event. */
export function addToChecksum(chk: string, hash: string): string {
	const sum = (BigInt(`0x${chk}`) + BigInt(`0x${hash.slice(0, 16)}`)) & 0xffff_ffff_ffff_ffffn;
	return sum.toString(16).padStart(16, "0");
}
export const emptyChecksum = checksum.parse("0".repeat(16));

/** Most feeds of one answer to `orders`. */
export const maxOrders = 500;
export const ordersQuery = z.strictObject({
	/** Place in this store's own list of news; 0 from the beginning. */
	after: position,
});
/** Orders that moved between workshops and have news for the one that asks: their feeds are pulled like any other. */
export const ordersAnswer = z.strictObject({
	/** Feeds that grew behind that place, and how far each goes. */
	orders: z.array(z.strictObject({ feed: feedId, n: position })).max(maxOrders),
	/** The place this answer reaches; to be asked from next time, once all of them were read. */
	upTo: position,
	/** More waits behind it. */
	more: z.boolean(),
	arch: incarnation,
});
