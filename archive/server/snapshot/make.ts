/**
 * Makes snapshots behind the requests: a store's whole feed as one file of pull lines, compressed, never changed once it
 * is there. Made anew when a feed has grown by a good part; the one before stays for those who are reading it.
 */
import { createHash } from "node:crypto";
import { PassThrough, pipeline, Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { FeedHead, FeedId } from "../../protocol/fields.ts";
import { addToChecksum, emptyChecksum, type PullEnd, writePullLine } from "../../protocol/pull.ts";
import { maxBatch, oldestProtocol } from "../../protocol/version.ts";
import type { Archive } from "../archive.ts";
import { storeFeed } from "../pull/store-feed.ts";

/** Shorter feeds are pulled in a few pages. */
const fewestEvents = 5_000;
/** A file that lacks less than that share of its feed is good enough. */
const growth = 0.2;
const kept = 2;

type Due = { store: string; brands: string[] };

/** One after the other every feed that has outgrown its file. Several instances may do it at once: the first one's counts. */
export async function makeSnapshots(archive: Archive): Promise<void> {
	const due = await archive.sql.transaction([], (tx) =>
		tx.rows<Due>(
			`SELECT f.store, array_agg(b.brand ORDER BY b.brand <> s.house, b.brand) AS brands
			FROM store_feed f JOIN store s ON s.id = f.store JOIN store_brand b ON b.store = f.store
			WHERE f.n - f.snapshot_pos >= greatest($1, f.n * $2::float8) GROUP BY f.store`,
			[fewestEvents, growth],
		),
	);
	for (const { store, brands } of due) await makeSnapshot(archive, store, brands);
}

/** @param brands the house brand first */
export async function makeSnapshot(archive: Archive, store: string, brands: readonly string[]): Promise<void> {
	const { files, sql, clock } = archive;
	const head = await sql.transaction(brands, (tx) => storeFeed.head(tx, store));
	if (head.n === 0) return;
	const name = `snapshot/${store}/${head.n}-${Buffer.from(archive.random.bytes(8)).toString("hex")}`;
	const hash = createHash("sha256");
	let bytes = 0;
	const packed = new PassThrough();
	packed.on("data", (chunk: Buffer) => {
		hash.update(chunk);
		bytes += chunk.length;
	});
	// What fails on the way breaks `packed`, and with it the writing of the file.
	pipeline(Readable.from(pages(archive, store, brands, head)), createGzip(), packed, () => undefined);
	await files.write(name, packed);
	const values = [store, head.n, brands[0], brands, head.chk, hash.digest("hex"), bytes, name, clock.now()];
	const gone = await sql.transaction(brands, async (tx) => {
		const made = await tx.rows(
			"INSERT INTO snapshot VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING pos",
			values,
		);
		if (made.length === 0) return [{ name }];
		await tx.rows("UPDATE store_feed SET snapshot_pos = greatest(snapshot_pos, $2) WHERE store = $1", [store, head.n]);
		return tx.rows<{ name: string }>(
			`DELETE FROM snapshot WHERE store = $1 AND pos NOT IN
			(SELECT pos FROM snapshot WHERE store = $1 ORDER BY pos DESC LIMIT ${kept}) RETURNING name`,
			[store],
		);
	});
	for (const file of gone) await files.remove(file.name);
	archive.log.info("snapshot", { store, pos: head.n, bytes });
}

/** The feed up to `head`, a page of lines at a time, each read in a transaction of its own: what stands there stays. */
async function* pages(
	archive: Archive,
	store: string,
	brands: readonly string[],
	head: FeedHead,
): AsyncGenerator<string> {
	const feed: FeedId = `store:${store}`;
	let pos = 0;
	let chk = emptyChecksum;
	while (pos < head.n) {
		const after = pos;
		const { rows, heads } = await archive.sql.transaction(brands, async (tx) => {
			const rows = await storeFeed.page(tx, store, after, Math.min(maxBatch, head.n - after));
			const last = rows.at(-1)?.pos ?? after;
			return { rows, heads: await storeFeed.signedHeads(tx, store, after, last) };
		});
		const lines: string[] = [];
		for (const { hash, text, ...mark } of rows) {
			const hex = hash.toString("hex");
			pos += 1;
			if (mark.pos !== pos) throw new Error("a feed with a gap");
			chk = addToChecksum(chk, hex);
			lines.push(writePullLine({ kind: "event", mark: { feed, ...mark, hash: hex }, text }));
		}
		if (pos === after) throw new Error("a feed with a gap");
		for (const signed of heads) lines.push(writePullLine({ kind: "head", head: signed }));
		yield `${lines.join("\n")}\n`;
	}
	if (chk !== head.chk) throw new Error("a feed that is not what its checksum says");
	const { incarnation: arch, clock } = archive;
	const end: PullEnd = { heads: { [feed]: head }, arch, more: false, now: clock.now(), minProto: oldestProtocol };
	yield `${writePullLine({ kind: "end", end })}\n`;
}
