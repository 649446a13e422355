/** What head offices published: signed by this archive, and the text that was signed. */
import { versionRank } from "../../../domain/reference/kinds.ts";
import { referenceStatement } from "../../protocol/statement.ts";
import { signatureHolds } from "../../signing/curves.ts";
import type { Archive } from "../archive.ts";
import { sha256 } from "../push/judge.ts";
import type { Tx } from "../sql/sql.ts";
import type { Report } from "./fault.ts";

type Row = {
	brand: string;
	kind: string;
	version: string;
	rank: number;
	effectiveFrom: number;
	sha: string;
	sig: string;
	text: string;
};

/** Answers how many documents there are. */
export async function verifyDocuments(archive: Archive, tx: Tx, report: Report): Promise<number> {
	const rows = await tx.rows<Row>(
		`SELECT brand, kind, version, rank, effective_from AS "effectiveFrom", sha, sig, text FROM reference_document
		ORDER BY brand, kind, rank`,
	);
	for (const row of rows) {
		const at = `${row.kind} ${row.version}, brand ${row.brand}`;
		if (!signatureHolds(archive.signer.publicKey, referenceStatement(row), row.sig))
			report({ kind: "document", at, what: "the signature is not this archive's" });
		if (sha256(row.text) !== row.sha) report({ kind: "document", at, what: "the text is not the one that was signed" });
		if (versionRank(row.version) !== row.rank) report({ kind: "document", at, what: "its number was moved" });
	}
	return rows.length;
}
