/**
 * What was written before somebody asked: a search through a store's feed, made when an order is sent away for the first
 * time and once for each workshop it is sent to. No index serves it, because every push would pay for that.
 */
import type { Tx } from "../../sql/sql.ts";
import { readEvent, type Told } from "../facts.ts";
import { type Source, sourceColumns } from "../feed.ts";

const tell = (source: Source): Told[] => {
	const event = readEvent(source.text);
	return event ? [{ source, event }] : [];
};

/** A canonical text names its aggregate near its beginning: the second field by name. */
const aggOf = `split_part(split_part(left(text, 400), '"agg":"', 2), '"', 1)`;

/** What a store wrote about these aggregates for this brand, in order. Its own projector waits meanwhile, so none slips through. */
export async function writtenBy(
	tx: Tx,
	{ brand }: { brand: string },
	store: string,
	aggs: readonly string[],
): Promise<Told[]> {
	await tx.rows("INSERT INTO projected VALUES ($1, 0) ON CONFLICT DO NOTHING", [store]);
	await tx.rows("SELECT pos FROM projected WHERE store = $1 FOR SHARE", [store]);
	const rows = await tx.rows<Source>(
		`SELECT ${sourceColumns} FROM event
		WHERE store = $1 AND brand = $2 AND out = 'accepted' AND ${aggOf} = ANY ($3) ORDER BY pos`,
		[store, brand, aggs],
	);
	return rows.flatMap(tell);
}

/** What any store of the brand wrote about an item itself, out of its feed; others wait at the feed's row meanwhile. */
export async function aboutItem(tx: Tx, agg: string): Promise<Told[]> {
	const item = agg.slice("item:".length);
	await tx.rows("SELECT n FROM item_feed WHERE item = $1 FOR UPDATE", [item]);
	const rows = await tx.rows<Source>(
		`SELECT store, src AS pos, brand, hash, arr, ats, out, text FROM item_event
		WHERE item = $1 AND ${aggOf} = $2 ORDER BY pos`,
		[item, agg],
	);
	return rows.flatMap(tell);
}
