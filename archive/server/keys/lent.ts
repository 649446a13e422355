/**
 * Keys of an order that moved: a workshop it was sent to reads its customer and its pictures like the one that took it in,
 * for as long as the record stands in its log. Each access is written down. Called where a store asks for keys it misses.
 */
import type { Archive } from "../archive.ts";
import type { Caller } from "../gate/tokens.ts";
import type { Tx } from "../sql/sql.ts";
import { tellLent } from "./tell.ts";

/** Not lent for a time: the record it opens stays with that workshop. */
const noEnd = Date.UTC(9999, 11, 31);

/** Copies sealed for the archive of what the caller's store may read by orders sent to it, among `kids`. */
export async function lentByOrders(
	archive: Archive,
	tx: Tx,
	caller: Caller,
	kids: readonly string[],
): Promise<{ rows: { kid: string; brand: string; sealed: string }[]; grown: Map<string, number> }> {
	const { store, dev } = caller;
	const named = await tx.rows<{ kid: string; order: string; brand: string }>(
		'SELECT agg AS kid, order_id AS "order", brand FROM order_part WHERE agg = ANY ($1) ORDER BY agg, order_id',
		[kids],
	);
	if (named.length === 0) return { rows: [], grown: new Map() };
	const parties = await tx.rows<{ order: string }>(
		'SELECT order_id AS "order" FROM order_party WHERE store = $1 AND order_id = ANY ($2)',
		[store, named.map(({ order }) => order)],
	);
	const mine = new Set(parties.map(({ order }) => order));
	const feeds = new Map(
		named.flatMap(({ kid, brand, order }) => (mine.has(order) ? [[`${kid} ${brand}`, order] as const] : [])),
	);
	const rows = await tx.rows<{ kid: string; brand: string; sealed: string; store: string }>(
		"SELECT kid, brand, sealed, store FROM customer_key WHERE kid = ANY ($1) AND store <> $2 AND holder LIKE 'brand:%'",
		[kids, store],
	);
	const lent = rows.filter(({ kid, brand }) => feeds.has(`${kid} ${brand}`));
	// Asked for by the PC itself, as soon as the order is on its way there.
	const grown = await tellLent(archive, tx, caller, lent, { reason: "repair", actor: dev });
	await tx.rows(
		`INSERT INTO key_lease SELECT k, b, $1, $2, f, $2, 'repair', $3, $4 FROM unnest($5::text[], $6::uuid[], $7::text[]) u (k, b, f)
		ON CONFLICT DO NOTHING`,
		[
			...[store, dev, archive.clock.now(), noEnd],
			lent.map(({ kid }) => kid),
			lent.map(({ brand }) => brand),
			lent.map(({ kid, brand }) => `order:${feeds.get(`${kid} ${brand}`)}`),
		],
	);
	return { rows: lent, grown };
}
