/**
 * What was written before somebody asked: a search through a store's feed, made when an order is sent away for the first
 * time and once for each workshop it is sent to. No index serves it, because every push would pay for that.
 */
import type { Tx } from "../../sql/sql.ts";
import { orderOf, readEvent, type Told } from "../facts.ts";
import { type Source, sourceColumns } from "../feed.ts";

const tell = (source: Source): Told[] => {
	const event = readEvent(source.text);
	return event ? [{ source, event }] : [];
};

/** A canonical text names its aggregate second, behind the actor; a newer Welt's field might come before it. */
const aggOf = `CASE WHEN substr(text, 49, 7) = '"agg":"' THEN split_part(substr(text, 56, 80), '"', 1)
	ELSE split_part(split_part(left(text, 400), '"agg":"', 2), '"', 1) END`;

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

/** What the projector knows already of an order its store opened: so much need not be searched for in turns. */
export async function knownParts(tx: Tx, store: string, order: string): Promise<string[]> {
	const [row] = await tx.rows<{ text: string }>(
		"SELECT e.text FROM order_fact f JOIN event e ON e.store = f.store AND e.pos = f.pos WHERE f.store = $1 AND f.id = $2",
		[store, order],
	);
	const event = row && readEvent(row.text);
	const { jobs = [], subject } = (event && orderOf(event)) ?? {};
	const items = await tx.rows<{ item: string }>("SELECT item FROM job_fact WHERE store = $1 AND id = ANY ($2)", [
		store,
		jobs,
	]);
	const customer = subject === undefined ? [] : [`subject:${subject}`];
	return [...jobs.map((id) => `job:${id}`), ...items.map(({ item }) => `item:${item}`), ...customer];
}
