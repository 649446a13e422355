/**
 * Feeds gathered from what several stores wrote, one per item or per order that moved: dense places, a checksum, and each
 * place of a store's feed in it once. The row of the feed stays locked until its transaction ends, so nobody sees a gap.
 */
import { addToChecksum } from "../../protocol/pull.ts";
import type { Outcome } from "../../protocol/push.ts";
import type { FeedTables } from "../pull/gathered-feed.ts";
import { checksumNumber, checksumText } from "../pull/store-feed.ts";
import type { Tx } from "../sql/sql.ts";

/** An event as it stands in its store's feed. */
export type Source = {
	store: string;
	/** Place in that store's feed. */
	pos: number;
	brand: string;
	hash: Buffer;
	arr: number;
	ats: number;
	out: Outcome;
	text: string;
};
export const sourceColumns = "store, pos, brand, hash, arr, ats, out, text";

/**
 * Gives the feed's next places to what is not in it yet, in the order given. Answers how far it goes then, and what was
 * new; undefined when nothing was, or there is no such feed.
 */
export async function append(
	tx: Tx,
	{ feed, event, key }: FeedTables,
	id: string,
	sources: readonly Source[],
): Promise<{ n: number; fresh: Source[] } | undefined> {
	const [head] = await tx.rows<{ n: number; chk: string; brand: string }>(
		`SELECT n, chk, brand FROM ${feed} WHERE ${key} = $1 FOR UPDATE`,
		[id],
	);
	// A feed belongs to one brand; what another brand wrote about the same thing stays in its store's feed.
	if (!head) return undefined;
	const known = await tx.rows<{ store: string; src: number }>(
		`SELECT store, src FROM ${event} WHERE ${key} = $1 AND (store, src) IN (SELECT * FROM unnest($2::uuid[], $3::bigint[]))`,
		[id, sources.map(({ store }) => store), sources.map(({ pos }) => pos)],
	);
	const there = new Set(known.map(({ store, src }) => `${store}@${src}`));
	const fresh: Source[] = [];
	for (const source of sources) {
		const place = `${source.store}@${source.pos}`;
		if (source.brand !== head.brand || there.has(place)) continue;
		there.add(place);
		fresh.push(source);
	}
	if (fresh.length === 0) return undefined;
	await tx.rows(
		`INSERT INTO ${event} (${key}, pos, brand, store, src, hash, arr, ats, out, text)
		SELECT $1, $2 + i, $3, w, s, decode(h, 'hex'), r, a, o, t FROM unnest(
			$4::uuid[], $5::bigint[], $6::text[], $7::bigint[], $8::bigint[], $9::text[], $10::text[]
		) WITH ORDINALITY u (w, s, h, r, a, o, t, i)`,
		[
			id,
			head.n,
			head.brand,
			fresh.map(({ store }) => store),
			fresh.map(({ pos }) => pos),
			fresh.map(({ hash }) => hash.toString("hex")),
			fresh.map(({ arr }) => arr),
			fresh.map(({ ats }) => ats),
			fresh.map(({ out }) => out),
			fresh.map(({ text }) => text),
		],
	);
	const chk = fresh.reduce((sum, { hash }) => addToChecksum(sum, hash.toString("hex")), checksumText(head.chk));
	const n = head.n + fresh.length;
	await tx.rows(`UPDATE ${feed} SET n = $2, chk = $3 WHERE ${key} = $1`, [id, n, checksumNumber(chk)]);
	return { n, fresh };
}
