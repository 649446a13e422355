/**
 * Reads in every store's feed which customers it knows, which pictures are theirs, and who was erased. A consumer of its own:
 * may be killed anywhere and run on any number of instances; each page is one transaction with the place it reached.
 */
import { z } from "zod";
import { uuid } from "../../protocol/fields.ts";
import type { Archive } from "../archive.ts";
import { only, type Tx } from "../sql/sql.ts";
import { beginErasure } from "./begin.ts";

const page = 2_000;

const kid = z.string().optional().catch(undefined);
const readable = z.looseObject({
	agg: z.string(),
	type: z.string(),
	body: z.looseObject({ reason: z.string().max(60).optional().catch(undefined) }),
	pii: z.looseObject({ kid }).optional().catch(undefined),
	blobs: z
		.array(z.looseObject({ kid, sha: z.string().regex(/^[0-9a-f]{64}$/) }))
		.optional()
		.catch(undefined),
});

type Source = { brand: string; text: string };
type Named = { subject: string; brand: string };

/** Every store with unread places, to its end. */
export async function readCustomers(archive: Archive): Promise<void> {
	const behind = await archive.sql.transaction([], (tx) =>
		tx.rows<{ store: string }>(
			"SELECT f.store FROM store_feed f LEFT JOIN customer_read r ON r.store = f.store WHERE f.n > coalesce(r.pos, 0)",
		),
	);
	for (const { store } of behind) while ((await readPage(archive, store)) > 0);
}

/** Answers how many places are left. */
async function readPage(archive: Archive, store: string): Promise<number> {
	const brands = await archive.sql.transaction([], (tx) =>
		tx.rows<{ brand: string }>("SELECT brand FROM store_brand WHERE store = $1", [store]),
	);
	return archive.sql.transaction(
		brands.map(({ brand }) => brand),
		async (tx) => {
			await tx.rows("INSERT INTO customer_read VALUES ($1, 0) ON CONFLICT DO NOTHING", [store]);
			const { pos } = only(
				await tx.rows<{ pos: number }>("SELECT pos FROM customer_read WHERE store = $1 FOR UPDATE", [store]),
			);
			const { n } = only(await tx.rows<{ n: number }>("SELECT n FROM store_feed WHERE store = $1", [store]));
			const upTo = Math.min(n, pos + page);
			const sources = await tx.rows<Source>(
				`SELECT brand, text FROM event WHERE store = $1 AND pos > $2 AND pos <= $3 AND out <> 'quarantined'
				AND strpos(text, '"subject:') > 0 ORDER BY pos`,
				[store, pos, upTo],
			);
			await note(tx, store, sources, archive.clock.now());
			await tx.rows("UPDATE customer_read SET pos = $2 WHERE store = $1", [store, upTo]);
			return n - upTo;
		},
	);
}

async function note(tx: Tx, store: string, sources: readonly Source[], nowMs: number): Promise<void> {
	const stores: Named[] = [];
	const pictures: (Named & { sha: string })[] = [];
	const erased: (Named & { reason: string })[] = [];
	for (const { brand, text } of sources) {
		const event = readable.safeParse(JSON.parse(text)).data;
		if (!event) continue;
		const { agg, type, body, pii, blobs = [] } = event;
		for (const name of [agg, pii?.kid]) for (const subject of subjectOf(name)) stores.push({ subject, brand });
		for (const { kid: name, sha } of blobs)
			for (const subject of subjectOf(name)) pictures.push({ subject, brand, sha });
		if (type === "subject.erased")
			for (const subject of subjectOf(agg)) erased.push({ subject, brand, reason: body.reason ?? "" });
	}
	const known = await addStores(tx, store, stores);
	const more = await addPictures(tx, pictures);
	// Something of an erased customer that had not been heard of: the erasure goes on with it.
	await reopen(tx, [...known, ...more]);
	for (const { subject, brand, reason } of erased) {
		await tx.rows("UPDATE customer_store SET erased = true WHERE subject = $1 AND brand = $2 AND store = $3", [
			...[subject, brand],
			store,
		]);
		await beginErasure(tx, subject, brand, reason, nowMs);
	}
}

/** `subject:<uuid>` → the uuid; nothing for any other name. */
function subjectOf(name: string | undefined): string[] {
	const id = name?.startsWith("subject:") ? uuid.safeParse(name.slice(8)).data : undefined;
	return id === undefined ? [] : [id];
}

/** Answers those that are new. */
function addStores(tx: Tx, store: string, named: readonly Named[]): Promise<Named[]> {
	return tx.rows<Named>(
		`INSERT INTO customer_store SELECT DISTINCT s, b, $1::uuid, false FROM unnest($2::uuid[], $3::uuid[]) u (s, b)
		ORDER BY s, b ON CONFLICT DO NOTHING RETURNING subject, brand`,
		[store, named.map(({ subject }) => subject), named.map(({ brand }) => brand)],
	);
}

function addPictures(tx: Tx, named: readonly (Named & { sha: string })[]): Promise<Named[]> {
	return tx.rows<Named>(
		`INSERT INTO customer_picture SELECT DISTINCT s, b, decode(h, 'hex') AS sha FROM unnest($1::uuid[], $2::uuid[], $3::text[]) u (s, b, h)
		ORDER BY s, b, sha ON CONFLICT DO NOTHING RETURNING subject, brand`,
		[named.map(({ subject }) => subject), named.map(({ brand }) => brand), named.map(({ sha }) => sha)],
	);
}

async function reopen(tx: Tx, named: readonly Named[]): Promise<void> {
	await tx.rows(
		"UPDATE erasure SET done_at = NULL WHERE (subject, brand) IN (SELECT s, b FROM unnest($1::uuid[], $2::uuid[]) u (s, b))",
		[named.map(({ subject }) => subject), named.map(({ brand }) => brand)],
	);
}
