/** Which workshops serve a brand of the caller's, by id or by what a person types. */
import type { z } from "zod";
import { maxWorkshops, type Workshop, type workshopsAnswer, type workshopsQuery } from "../../protocol/passport.ts";
import type { Archive } from "../archive.ts";
import type { Caller } from "../gate/tokens.ts";
import { refuse } from "../refuse.ts";

export async function listWorkshops(
	archive: Archive,
	caller: Caller,
	{ ids, q }: z.output<typeof workshopsQuery>,
): Promise<z.input<typeof workshopsAnswer>> {
	if (caller.revoked) refuse("revoked", "this device was revoked");
	const workshops = await archive.sql.transaction([], (tx) =>
		tx.rows<Workshop>(
			`SELECT s.id, s.code, s.name FROM store s
			WHERE EXISTS (SELECT FROM store_brand b WHERE b.store = s.id AND b.brand = ANY ($1))
				AND CASE WHEN cardinality($2::uuid[]) > 0 THEN s.id = ANY ($2)
					ELSE s.id <> $3 AND (starts_with(s.code, $4) OR position(lower($4) IN lower(s.name)) > 0) END
			ORDER BY s.code LIMIT $5`,
			[caller.brands, ids, caller.store, q.trim(), maxWorkshops],
		),
	);
	return { workshops };
}
