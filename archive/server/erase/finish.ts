/**
 * Carries begun erasures to their end: every store that knows the customer gets the event in its feed, every picture under
 * their key goes from the store of files. May be cut anywhere and run anywhere: what is done shows, the rest is done next time.
 */
import { customerEvents } from "../../../domain/customer/customer.ts";
import type { Archive } from "../archive.ts";
import { blobName } from "../blobs/uploads.ts";
import { lockArchiveChain, writeAsArchive } from "../gate/archive-chain.ts";
import { eraseKey } from "../keys/keys.ts";
import { allBrands } from "../page/find.ts";
import type { Tx } from "../sql/sql.ts";
import { customerEventsIn } from "./events.ts";
import { readCustomers } from "./read.ts";

type Open = { subject: string; brand: string; reason: string };

/** One round of the background's work. */
export async function eraseAll(archive: Archive): Promise<void> {
	await readCustomers(archive);
	await finishErasures(archive);
}

export async function finishErasures(archive: Archive): Promise<void> {
	const brands = await archive.sql.transaction([], allBrands);
	const open = await archive.sql.transaction(brands, (tx) =>
		tx.rows<Open>("SELECT subject, brand, reason FROM erasure WHERE done_at IS NULL ORDER BY subject, brand"),
	);
	for (const one of open) await finishOne(archive, one);
}

/**
 * Once a day: what slipped in between two transactions (a picture whose upload ended just then, a key from an older backup)
 * is noticed and erased as well.
 */
export async function findLeftovers(archive: Archive): Promise<void> {
	const brands = await archive.sql.transaction([], allBrands);
	await archive.sql.transaction(brands, (tx) =>
		tx.rows(
			`UPDATE erasure e SET done_at = NULL WHERE done_at IS NOT NULL AND (
				EXISTS (SELECT FROM customer_picture p JOIN blob b ON b.sha = p.sha AND b.brand = p.brand WHERE p.subject = e.subject AND p.brand = e.brand)
				OR EXISTS (SELECT FROM customer_key k WHERE k.kid = 'subject:' || e.subject AND k.brand = e.brand))`,
		),
	);
}

async function finishOne(archive: Archive, { subject, brand, reason }: Open): Promise<void> {
	const { sql, clock, files } = archive;
	const done = await sql.transaction([brand], async (tx) => {
		const grown: { store: string; n: number }[] = [];
		const shas: string[] = [];
		const still = await tx.rows(
			"SELECT 1 FROM erasure WHERE subject = $1 AND brand = $2 AND done_at IS NULL FOR UPDATE",
			[subject, brand],
		);
		if (still.length === 0) return { grown, shas };
		await eraseKey(tx, `subject:${subject}`, brand, clock.now());
		const stores = await tx.rows<{ store: string }>(
			"SELECT store FROM customer_store WHERE subject = $1 AND brand = $2 AND NOT erased ORDER BY store",
			[subject, brand],
		);
		for (const { store } of stores) grown.push({ store, n: await tell(archive, tx, store, subject, brand, reason) });
		const pictures = await tx.rows<{ sha: string }>(
			"SELECT encode(sha, 'hex') AS sha FROM customer_picture WHERE subject = $1 AND brand = $2",
			[subject, brand],
		);
		shas.push(...pictures.map(({ sha }) => sha));
		await tx.rows("DELETE FROM blob WHERE brand = $1 AND encode(sha, 'hex') = ANY ($2)", [brand, shas]);
		return { grown, shas };
	});
	for (const { store, n } of done.grown) archive.grew(`store:${store}`, n);
	for (const sha of done.shas) await files.remove(blobName(brand, sha));
	await sql.transaction([brand], (tx) =>
		// What turned up meanwhile is left to the next round.
		tx.rows(
			`UPDATE erasure SET done_at = $3 WHERE subject = $1 AND brand = $2 AND done_at IS NULL
			AND (SELECT count(*) FROM customer_picture WHERE subject = $1 AND brand = $2) = $4
			AND NOT EXISTS (SELECT FROM customer_store WHERE subject = $1 AND brand = $2 AND NOT erased)`,
			[subject, brand, clock.now(), done.shas.length],
		),
	);
	archive.log.info("erased", { stores: done.grown.length, pictures: done.shas.length });
}

/** The event in one more store's feed; its PCs then do what the first one did. */
async function tell(
	archive: Archive,
	tx: Tx,
	store: string,
	subject: string,
	brand: string,
	reason: string,
): Promise<number> {
	const chain = await lockArchiveChain(tx, store);
	const seen = await customerEventsIn(tx, store, subject);
	const erased = customerEvents["subject.erased"].make(`subject:${subject}`, { reason });
	const n = await writeAsArchive(archive, tx, chain, erased, { seen, house: brand });
	await tx.rows("UPDATE customer_store SET erased = true WHERE subject = $1 AND brand = $2 AND store = $3", [
		...[subject, brand],
		store,
	]);
	return n;
}
