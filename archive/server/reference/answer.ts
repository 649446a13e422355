/** Heads of what was published, and one document's text. A store sees its own brands; row security sees to it as well. */
import type { z } from "zod";
import { referenceKinds, versionRank } from "../../../domain/reference/kinds.ts";
import type { ReferenceHead, referenceAnswer, referenceQuery } from "../../protocol/trust/reference.ts";
import type { Archive } from "../archive.ts";
import type { Caller } from "../gate/tokens.ts";
import { refuse } from "../refuse.ts";

/** People come as events of their store's feed; nobody is given the list of all stores. */
const told = referenceKinds.filter((kind) => kind !== "staff");
const mostHeads = 200;

/** `known=<brand>/<kind>/<version>`, any number of times. */
export function readReferenceQuery(query: URLSearchParams): z.input<typeof referenceQuery> {
	return {
		known: query.getAll("known").map((text) => {
			const [brand = "", kind = "", version = ""] = text.split("/");
			return { brand, kind, version };
		}),
	};
}

/** What is newer than known, except what was overtaken already. Oldest first. */
export async function listReference(
	archive: Archive,
	caller: Caller,
	{ known }: z.output<typeof referenceQuery>,
): Promise<z.input<typeof referenceAnswer>> {
	if (caller.revoked) refuse("revoked", "this device was revoked");
	const heads = await archive.sql.transaction(caller.brands, (tx) =>
		tx.rows<ReferenceHead>(
			`SELECT d.brand, d.kind, d.version, d.effective_from AS "effectiveFrom", d.sha, d.sig FROM reference_document d
			LEFT JOIN unnest($3::uuid[], $4::text[], $5::bigint[]) AS k (brand, kind, rank) ON k.brand = d.brand AND k.kind = d.kind
			WHERE d.brand = ANY ($1) AND d.kind = ANY ($2) AND d.rank > coalesce(k.rank, 0)
				AND d.rank >= coalesce((SELECT max(e.rank) FROM reference_document e
					WHERE e.brand = d.brand AND e.kind = d.kind AND e.effective_from <= $6), 0)
			ORDER BY d.rank, d.brand, d.kind LIMIT $7`,
			[
				...[caller.brands, told],
				...[known.map(({ brand }) => brand), known.map(({ kind }) => kind)],
				...[known.map(({ version }) => versionRank(version)), archive.clock.now(), mostHeads],
			],
		),
	);
	return { heads };
}

/** The text as it was signed. Refuses `not-found`. */
export async function readDocument(
	archive: Archive,
	caller: Caller,
	{ brand, kind, version }: { brand: string; kind: string; version: string },
): Promise<string> {
	if (caller.revoked) refuse("revoked", "this device was revoked");
	const [row] =
		caller.brands.includes(brand) && told.some((each) => each === kind)
			? await archive.sql.transaction([brand], (tx) =>
					tx.rows<{ text: string }>(
						"SELECT text FROM reference_document WHERE brand = $1 AND kind = $2 AND version = $3",
						[brand, kind, version],
					),
				)
			: [];
	return row?.text ?? refuse("not-found", "no such document");
}
