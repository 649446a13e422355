/** Rows of what the head office sent: documents taken and refused, and the workshops its list names. */
import type { Writer } from "../../open.ts";

export type ReferenceRow = {
	brand: string;
	kind: string;
	version: string;
	rank: number;
	sha: string;
	sig: string;
	/** ms UTC. */
	effectiveFrom: number;
	state: "taken" | "refused";
	reason: string | null;
	/** ms UTC. */
	seenAt: number;
};
export type WorkshopDetails = { id: string; code: string; name: string; address: string; phone: string };

export type ReferenceRows = ReturnType<typeof createReferenceRows>;

const columns = `brand, kind, version, rank, sha, sig, effective_from AS effectiveFrom, state, reason, seen_at AS seenAt`;

export function createReferenceRows(db: Writer) {
	const q = (sql: string) => db.prepare(sql);
	const list = q(`SELECT ${columns} FROM reference_document ORDER BY brand, kind, rank DESC, seen_at DESC`);
	const text = q(
		"SELECT text FROM reference_document WHERE brand = ? AND kind = ? AND version = ? AND sha = ?",
	).pluck();
	const put = q(
		`INSERT OR REPLACE INTO reference_document (brand, kind, version, rank, sha, sig, effective_from, state, reason, seen_at, text)
		VALUES (@brand, @kind, @version, @rank, @sha, @sig, @effectiveFrom, @state, @reason, @seenAt, @text)`,
	);
	const dropOld = q(
		`DELETE FROM reference_document WHERE state = 'refused' AND brand = ? AND kind = ? AND rowid NOT IN
		(SELECT rowid FROM reference_document WHERE state = 'refused' AND brand = ? AND kind = ? ORDER BY seen_at DESC LIMIT 20)`,
	);
	const putWorkshop = q(
		`INSERT INTO workshop (id, code, name, address, phone) VALUES (@id, @code, @name, @address, @phone)
		ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name, address = excluded.address, phone = excluded.phone`,
	);
	return {
		/** Newest first within a brand's kind; without their texts. */
		list: () => list.all() as ReferenceRow[],
		/** The document as it was signed; undefined when it is not here. */
		text: ({ brand, kind, version, sha }: Pick<ReferenceRow, "brand" | "kind" | "version" | "sha">) =>
			(text.get(brand, kind, version, sha) as string | null | undefined) ?? undefined,
		put(row: ReferenceRow, document: string | null): void {
			put.run({ ...row, text: document });
			// Whoever sends nonsense must not fill the disk with it.
			if (row.state === "refused") dropOld.run(row.brand, row.kind, row.brand, row.kind);
		},
		putWorkshop: (row: WorkshopDetails) => void putWorkshop.run(row),
	};
}
