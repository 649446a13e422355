/** Of a customer who was erased nothing is left that could open their data: no key, no picture. */
import type { Tx } from "../sql/sql.ts";
import type { Report } from "./fault.ts";

/** Answers how many customers were erased. What is still under way is no fault. */
export async function verifyErasures(tx: Tx, report: Report): Promise<number> {
	const rows = await tx.rows<{ subject: string; keys: number; pictures: number; done_at: number | null }>(
		`SELECT e.subject, e.done_at, (SELECT count(*) FROM customer_key k WHERE k.kid = 'subject:' || e.subject AND k.brand = e.brand) AS keys,
		(SELECT count(*) FROM customer_picture p JOIN blob b ON b.sha = p.sha AND b.brand = p.brand
			WHERE p.subject = e.subject AND p.brand = e.brand) AS pictures
		FROM erasure e ORDER BY e.subject`,
	);
	for (const { subject, keys, pictures, done_at } of rows) {
		const at = `subject:${subject}`;
		if (keys > 0) report({ kind: "erasure", at, what: "was erased, but a key is still here" });
		if (pictures > 0 && done_at !== null)
			report({ kind: "erasure", at, what: "was erased, but pictures are still here" });
	}
	return rows.length;
}
