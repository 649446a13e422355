/**
 * Hints that a feed grew, as server-sent events. One look at the heads for all listeners of an instance, twice a second:
 * nothing inside a push's transaction, no notification locks. A missed hint costs a poll, nothing else.
 */
import type { ServerResponse } from "node:http";
import type { Archive } from "../archive.ts";
import { type Background, inBackground } from "../background.ts";
import type { Caller } from "../gate/tokens.ts";

const lookMs = 500;
const beatMs = 25_000;

export type Live = {
	listen(caller: Caller, out: Pick<ServerResponse, "write" | "end" | "on">): void;
	wake(): void;
	count(): number;
	stop(): Promise<void>;
};
type Listener = {
	caller: Caller;
	out: Pick<ServerResponse, "write" | "end">;
	known: Map<string, number>;
	beatAt: number;
};

export function createLive(archive: Omit<Archive, "grew">): Live {
	const listeners = new Set<Listener>();
	const background: Background = inBackground(archive, "live", lookMs, look);

	async function look(): Promise<void> {
		if (listeners.size === 0) return;
		const stores = [...new Set([...listeners].map(({ caller }) => caller.store))];
		const now = archive.clock.now();
		const heads = await archive.sql.transaction([], (tx) =>
			tx.rows<{ store: string; feed: string; n: number }>(
				"SELECT store, 'store:' || store AS feed, n FROM store_feed WHERE store = ANY ($1)",
				[stores],
			),
		);
		const brands = [...new Set([...listeners].flatMap(({ caller }) => caller.brands))];
		const items = await archive.sql.transaction(brands, (tx) =>
			tx.rows<{ store: string; feed: string; n: number; brand: string }>(
				`SELECT i.store, i.feed, f.n, f.brand FROM interest i JOIN item_feed f ON i.feed = 'item:' || f.item
				WHERE i.store = ANY ($1) AND i.until > $2`,
				[stores, now],
			),
		);
		// How many documents a brand's head office published.
		const published = await archive.sql.transaction(brands, (tx) =>
			tx.rows<{ feed: string; n: number; brand: string }>(
				"SELECT 'ref:' || brand AS feed, count(*) AS n, brand FROM reference_document WHERE kind <> 'staff' GROUP BY brand",
			),
		);
		for (const listener of listeners) {
			const { store: own, brands: served } = listener.caller;
			const mine = [...heads, ...items.filter(({ brand }) => served.includes(brand))];
			const told = published.filter(({ brand }) => served.includes(brand));
			tell(listener, [...mine.filter(({ store }) => store === own), ...told], now);
		}
	}

	function tell(listener: Listener, heads: readonly { feed: string; n: number }[], now: number): void {
		const news = heads.filter(({ feed, n }) => (listener.known.get(feed) ?? -1) < n);
		for (const { feed, n } of news) {
			listener.known.set(feed, n);
			listener.out.write(`data: ${JSON.stringify({ feed, n })}\n\n`);
			listener.beatAt = now;
		}
		if (now - listener.beatAt < beatMs) return;
		listener.beatAt = now;
		listener.out.write(": still here\n\n");
	}

	return {
		listen(caller, out) {
			const listener = { caller, out, known: new Map<string, number>(), beatAt: archive.clock.now() };
			listeners.add(listener);
			out.on("close", () => listeners.delete(listener));
			out.write(": welcome\n\n");
			background.wake();
		},
		wake: () => background.wake(),
		count: () => listeners.size,
		async stop() {
			for (const { out } of listeners) out.end();
			listeners.clear();
			await background.stop();
		},
	};
}
