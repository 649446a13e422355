/** What must hold at the archive: gapless verified chains, dense feeds, receipts kept, brands apart (I1, I3, I7, I10). */
import { addToChecksum, emptyChecksum } from "../../../../archive/protocol/pull.ts";
import { checksumText } from "../../../../archive/server/pull/store-feed.ts";
import { sha256 } from "../../../../db/log.ts";
import { type ChainLink, chainFaults } from "../../../../domain/event/chain.ts";
import type { Store, World } from "../world.ts";

export type ArchivedEvent = {
	pos: number;
	brand: string;
	dev: string;
	epoch: number;
	seq: number;
	hash: string;
	out: string;
	text: string;
};

/** A store's whole feed, read past row security. */
export const feedOf = ({ national }: World, { id }: Store) =>
	national.rows<ArchivedEvent>(
		"SELECT pos, brand, dev, epoch, seq, encode(hash, 'hex') AS hash, out, text FROM event WHERE store = $1 ORDER BY pos",
		[id],
	);

function linkOf({ dev, epoch, seq, hash, text }: ArchivedEvent): ChainLink {
	return { dev, epoch, seq, hash, text, prev: (JSON.parse(text) as { prev: string }).prev };
}

async function headFaults({ national }: World, store: Store, feed: readonly ArchivedEvent[]): Promise<string[]> {
	const heads = await national.rows<{ dev: string; epoch: number; seq: number; hash: string }>(
		"SELECT dev, epoch, seq, encode(hash, 'hex') AS hash FROM chain_head WHERE store = $1 AND seq > 0",
		[store.id],
	);
	const [row] = await national.rows<{ n: number; chk: string }>("SELECT n, chk FROM store_feed WHERE store = $1", [
		store.id,
	]);
	const faults: string[] = [];
	for (const { dev, epoch, seq, hash } of heads) {
		const chain = feed.filter((event) => event.dev === dev && event.epoch === epoch);
		const last = chain.find((event) => event.seq === seq);
		if (chain.length !== seq || last?.hash !== hash) faults.push(`I1 head of ${dev}/${epoch} is not its last event`);
	}
	const chk = feed.reduce((sum, { hash }) => addToChecksum(sum, hash), emptyChecksum);
	if (row && (row.n !== feed.length || checksumText(row.chk) !== chk)) faults.push("I3 the feed's head is not its sum");
	return faults;
}

export async function archiveFaults(world: World): Promise<string[]> {
	const faults: string[] = [];
	for (const store of world.stores) {
		const feed = await feedOf(world, store);
		feed.forEach(({ pos }, index) => {
			if (pos !== index + 1) faults.push(`I3 place ${pos} of the feed stands at ${index + 1}`);
		});
		const links = feed.map(linkOf);
		links.sort((a, b) => (a.dev < b.dev ? -1 : a.dev > b.dev ? 1 : a.epoch - b.epoch || a.seq - b.seq));
		for (const fault of chainFaults(sha256, links)) faults.push(`I1 ${JSON.stringify(fault)}`);
		if (feed.some(({ brand }) => brand !== store.brand)) faults.push(`I7 another brand in the feed of ${store.code}`);
		faults.push(...(await headFaults(world, store, feed)));
		faults.push(...(await brandFaults(world, store)));
	}
	return [...faults, ...(await receiptFaults(world)), ...(await revokedFaults(world))];
}

/** What a revoked PC sends is kept aside. */
async function revokedFaults({ national }: World): Promise<string[]> {
	const counted = await national.rows<{ dev: string; epoch: number; seq: number }>(
		"SELECT dev, epoch, seq FROM event JOIN device ON device.id = dev WHERE arr > revoked_at AND out = 'accepted'",
	);
	return counted.map(({ dev, epoch, seq }) => `${dev}/${epoch}/${seq} came from a revoked PC and counts`);
}

/** With the rights of one brand, nothing of another is to be seen. */
async function brandFaults({ national, stores }: World, store: Store): Promise<string[]> {
	const others = stores.filter(({ brand }) => brand !== store.brand).map(({ brand }) => brand);
	const seen = await national.server().archive.sql.transaction(others, async (tx) => {
		const events = await tx.rows("SELECT 1 FROM event WHERE store = $1 LIMIT 1", [store.id]);
		const items = await tx.rows("SELECT 1 FROM item_event WHERE store = $1 LIMIT 1", [store.id]);
		return events.length + items.length;
	});
	return seen === 0 ? [] : [`I7 ${store.code} is visible under another brand`];
}

async function receiptFaults({ national, receipts }: World): Promise<string[]> {
	const { incarnation } = national.server().archive;
	const faults: string[] = [];
	const newest = new Map<string, (typeof receipts)[number]>();
	for (const receipt of receipts) {
		if (receipt.arch !== incarnation || receipt.ack === 0) continue;
		const at = `${receipt.dev}/${receipt.epoch}/${receipt.ack}`;
		const before = newest.get(at);
		if (before && before.head !== receipt.head) faults.push(`I10 two receipts for ${at}`);
		newest.set(at, receipt);
	}
	for (const { dev, epoch, ack, head } of newest.values()) {
		const [row] = await national.rows<{ hash: string }>(
			"SELECT encode(hash, 'hex') AS hash FROM event WHERE dev = $1 AND epoch = $2 AND seq = $3",
			[dev, epoch, ack],
		);
		if (row?.hash !== head) faults.push(`I10 ${dev}/${epoch}/${ack} was receipted and is not there`);
	}
	return faults;
}
