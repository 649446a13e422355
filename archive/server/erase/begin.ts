/** The part of an erasure that counts at once: every sealed copy of the key goes, and it is noted what is left to do. */
import { eraseKey } from "../keys/keys.ts";
import type { Tx } from "../sql/sql.ts";

/**
 * Inside the transaction that takes or decides the erasure; twice does no harm. Whoever made the key or was lent it will be
 * told as well, also one whose feed never named the customer.
 */
export async function beginErasure(
	tx: Tx,
	subject: string,
	brand: string,
	reason: string,
	nowMs: number,
): Promise<void> {
	const kid = `subject:${subject}`;
	await tx.rows(
		`INSERT INTO customer_store SELECT $1, $2, store, false FROM (
			SELECT store FROM customer_key WHERE kid = $3 AND brand = $2 UNION SELECT store FROM key_lease WHERE kid = $3 AND brand = $2
		) holders ON CONFLICT DO NOTHING`,
		[subject, brand, kid],
	);
	await eraseKey(tx, kid, brand, nowMs);
	await tx.rows("INSERT INTO erasure VALUES ($1, $2, $3, $4, NULL) ON CONFLICT DO NOTHING", [
		...[subject, brand],
		...[reason, nowMs],
	]);
}

/** An uploaded picture turned out to be an erased customer's. */
export async function reopenFor(tx: Tx, sha: string, brand: string): Promise<void> {
	await tx.rows(
		`UPDATE erasure e SET done_at = NULL FROM customer_picture p
		WHERE p.sha = decode($1, 'hex') AND p.brand = $2 AND e.subject = p.subject AND e.brand = p.brand`,
		[sha, brand],
	);
}
