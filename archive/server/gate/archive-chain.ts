/**
 * The archive as a writer: what it decides or is told by a customer becomes an event of its own chain in a store's feed,
 * signed like any other, pulled and folded like any other. Each life of the archive writes an epoch of its own, so that one
 * restored from a backup never writes a place twice. Called by the customer's page, erasure and export.
 */
import { canonicalText } from "../../../domain/event/canonical.ts";
import { eventHash, zeroHash } from "../../../domain/event/chain.ts";
import type { JsonObject, NewEvent, WeltEvent } from "../../../domain/event/event.ts";
import { hlcText, mergeHlc, nextHlc, parseHlc } from "../../../domain/event/hlc.ts";
import { orderKey, overtaking } from "../../../domain/event/order.ts";
import { addToChecksum } from "../../protocol/pull.ts";
import { headStatement } from "../../protocol/statement.ts";
import type { Archive } from "../archive.ts";
import { checksumNumber, checksumText } from "../pull/store-feed.ts";
import { sha256 } from "../push/judge.ts";
import { only, type Tx } from "../sql/sql.ts";
import { archiveDevice } from "./archive-device.ts";

export type ArchiveChain = { store: string; dev: string; epoch: number; seq: number; hash: string; hlc: string };

/** Opens the archive's chain in a store's feed and holds it until the transaction ends: two instances write in turn. */
export async function lockArchiveChain(tx: Tx, store: string): Promise<ArchiveChain> {
	const dev = archiveDevice(`store:${store}`);
	const { epoch } = only(await tx.rows<{ epoch: number }>("SELECT count(*) AS epoch FROM incarnation"));
	await tx.rows("INSERT INTO chain_head VALUES ($1, $2, $3, 0, $4) ON CONFLICT DO NOTHING", [
		store,
		dev,
		epoch,
		Buffer.from(zeroHash, "hex"),
	]);
	const { seq, hash } = only(
		await tx.rows<{ seq: number; hash: string }>(
			"SELECT seq, encode(hash, 'hex') AS hash FROM chain_head WHERE store = $1 AND dev = $2 AND epoch = $3 FOR UPDATE",
			[store, dev, epoch],
		),
	);
	const [last] = await tx.rows<{ text: string }>(
		"SELECT text FROM event WHERE store = $1 AND dev = $2 AND epoch = $3 AND seq = $4",
		[store, dev, epoch, seq],
	);
	return { store, dev, epoch, seq, hash, hlc: last ? (JSON.parse(last.text) as WeltEvent).hlc : hlcText(first) };
}

const first = { ms: 0, counter: 0 };

/**
 * Writes one event at the chain's end. `seen`: what the decision was made on, in its aggregate's order; the event sorts
 * behind all of it. `house`: the brand that owns what names none. Answers the feed's new length: tell `archive.grew`.
 */
export async function writeAsArchive(
	archive: Archive,
	tx: Tx,
	chain: ArchiveChain,
	wanted: NewEvent,
	{ seen, house }: { seen: readonly WeltEvent[]; house: string },
): Promise<number> {
	const now = archive.clock.now();
	const past = seen.reduce((hlc, event) => mergeHlc(hlc, parseHlc(event.hlc), now), parseHlc(chain.hlc));
	const { store, dev, epoch } = chain;
	const event: WeltEvent = {
		...{ id: archive.ids.uuid(), store, brand: null, dev, epoch, seq: chain.seq + 1, prev: chain.hash },
		...{ hlc: hlcText(nextHlc(past, now)), wall: now, boot: archive.incarnation, mono: 0, actor: dev },
		...{ agg: wanted.agg, refs: wanted.refs ?? [], type: wanted.type, v: wanted.v },
		...{ body: wanted.body as JsonObject, blobs: [] },
	};
	const base = [...new Set([...(wanted.base ?? []), ...overtaking(seen, orderKey(event))])];
	if (base.length > 0) event.base = base;
	const text = canonicalText(event);
	const hash = eventHash(sha256, event.prev, text);
	const pos = await takePlace(tx, store, hash);
	const bytes = Buffer.from(hash, "hex");
	await tx.rows(
		`INSERT INTO event (store, pos, arr, brand, dev, epoch, seq, hash, ats, out, reason, text)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $3, 'accepted', NULL, $9)`,
		[store, pos, now, house, dev, epoch, event.seq, bytes, text],
	);
	await tx.rows("UPDATE chain_head SET seq = $4, hash = $5 WHERE store = $1 AND dev = $2 AND epoch = $3", [
		...[store, dev, epoch],
		...[event.seq, bytes],
	]);
	const sig = archive.signer.sign(headStatement({ dev, epoch, seq: event.seq, hash }));
	await tx.rows("INSERT INTO signed_head VALUES ($1, $2, $3, $4, $5, $6, $7)", [
		...[store, dev, epoch],
		...[event.seq, bytes, sig, pos],
	]);
	Object.assign(chain, { seq: event.seq, hash, hlc: event.hlc });
	return pos;
}

async function takePlace(tx: Tx, store: string, hash: string): Promise<number> {
	await tx.rows("INSERT INTO store_feed VALUES ($1, 0, 0) ON CONFLICT DO NOTHING", [store]);
	const feed = only(
		await tx.rows<{ n: number; chk: string }>("SELECT n, chk FROM store_feed WHERE store = $1 FOR UPDATE", [store]),
	);
	const chk = checksumNumber(addToChecksum(checksumText(feed.chk), hash));
	await tx.rows("UPDATE store_feed SET n = $2, chk = $3 WHERE store = $1", [store, feed.n + 1, chk]);
	return feed.n + 1;
}
