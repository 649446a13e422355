/** Answers a pull: a page of each feed asked for, from the place after the reader's cursor, and where the feeds stand. */
import type { FeedHead } from "../../protocol/fields.ts";
import { type Cursor, type PullEnd, writePullLine } from "../../protocol/pull.ts";
import type { Outcome } from "../../protocol/push.ts";
import { oldestProtocol } from "../../protocol/version.ts";
import type { Archive } from "../archive.ts";
import type { Caller } from "../gate/tokens.ts";
import { refuse } from "../refuse.ts";
import type { Tx } from "../sql/sql.ts";
import { itemFeed } from "./gathered-feed.ts";
import { orderFeed } from "./order-feed.ts";
import { type FeedReader, storeFeed } from "./store-feed.ts";

export type FeedRow = { pos: number; hash: Buffer; arr: number; ats: number; out: Outcome; text: string };

/** How each kind of feed is read. */
const readers: Record<string, FeedReader> = { store: storeFeed, item: itemFeed, order: orderFeed };

export async function answerPull(
	archive: Archive,
	caller: Caller,
	cursors: readonly Cursor[],
	limit: number,
): Promise<string> {
	if (caller.revoked) refuse("revoked", "this device was revoked");
	return archive.sql.transaction(caller.brands, async (tx) => {
		const lines: string[] = [];
		const heads: Record<string, FeedHead> = {};
		let left = limit;
		let more = false;
		for (const { feed, after } of cursors) {
			const head = await readFeed(tx, caller, feed, after, left, lines);
			heads[feed] = head.head;
			left -= head.taken;
			if (after + head.taken < head.head.n) more = true;
		}
		const end: PullEnd = { heads, arch: archive.incarnation, more, now: archive.clock.now(), minProto: oldestProtocol };
		lines.push(writePullLine({ kind: "end", end }));
		return `${lines.join("\n")}\n`;
	});
}

async function readFeed(tx: Tx, caller: Caller, feed: string, after: number, limit: number, lines: string[]) {
	const reader = readers[feed.slice(0, feed.indexOf(":"))] ?? refuse("forbidden", "no such feed");
	const key = feed.slice(feed.indexOf(":") + 1);
	if (!(await reader.mayRead(caller, key, tx))) refuse("forbidden", "not this store's to read");
	// The head first: what commits meanwhile is simply there next time.
	const head = await reader.head(tx, key);
	const rows = limit > 0 && after < head.n ? await reader.page(tx, key, after, limit) : [];
	for (const { pos, hash, arr, ats, out, text } of rows) {
		lines.push(writePullLine({ kind: "event", mark: { feed, pos, hash: hash.toString("hex"), arr, ats, out }, text }));
	}
	const last = rows.at(-1);
	if (last)
		for (const signed of await reader.signedHeads(tx, key, after, last.pos))
			lines.push(writePullLine({ kind: "head", head: signed }));
	return { head, taken: rows.length };
}
