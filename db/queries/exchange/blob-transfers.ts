/** Pictures on their way between this PC and the archive: which wait, and how far each has come. */
import type { Writer } from "../../open.ts";

export type TransferState = "up" | "sent" | "away" | "down";
export type TransferRow = {
	sha: string;
	state: TransferState;
	/** The upload under way at the archive. */
	url: string | null;
	tries: number;
	notBefore: number;
	brand: string | null;
};

export type BlobTransfers = ReturnType<typeof createBlobTransfers>;

export function createBlobTransfers(db: Writer) {
	const q = (sql: string) => db.prepare(sql);
	const columns = "sha, state, url, tries, not_before AS notBefore, brand";
	const add = q(
		"INSERT OR IGNORE INTO blob_transfer (sha, state, url, tries, not_before, brand) VALUES (?, ?, NULL, 0, 0, ?)",
	);
	const find = q(`SELECT ${columns} FROM blob_transfer WHERE sha = ?`);
	// Nothing is put off by more than an hour: what lies further ahead was put off while the clock was wrong.
	const due = q(
		`SELECT ${columns} FROM blob_transfer WHERE state = @state
		AND (not_before <= @nowMs OR not_before > @nowMs + ${2 * 3_600_000}) ORDER BY not_before, rowid LIMIT @limit`,
	);
	const count = q("SELECT COUNT(*) FROM blob_transfer WHERE state = ?").pluck();
	const become = q("UPDATE blob_transfer SET state = ?, url = NULL, tries = 0, not_before = 0 WHERE sha = ?");
	const want = q("UPDATE blob_transfer SET state = 'down', tries = 0, not_before = 0 WHERE sha = ? AND state = 'away'");
	const resend = q("UPDATE blob_transfer SET state = 'up', url = NULL, tries = 0, not_before = 0 WHERE state = 'sent'");
	const setUrl = q("UPDATE blob_transfer SET url = ? WHERE sha = ?");
	const later = q("UPDATE blob_transfer SET tries = tries + 1, not_before = ? WHERE sha = ?");
	const remove = q("DELETE FROM blob_transfer WHERE sha = ?");
	return {
		/** Known from now on; does nothing for one that is known. `brand` null: the house brand. */
		add: (sha: string, state: TransferState, brand: string | null) => void add.run(sha, state, brand),
		find: (sha: string) => find.get(sha) as TransferRow | undefined,
		/** At most `limit` of those whose time has come, the longest waiting first. */
		due: (state: TransferState, nowMs: number, limit: number) => due.all({ state, nowMs, limit }) as TransferRow[],
		count: (state: TransferState) => count.get(state) as number,
		/** Goes over into another state, with fresh patience. */
		become: (sha: string, state: TransferState) => void become.run(state, sha),
		/** Somebody opened a picture that is not here. True when that is news. */
		want: (sha: string) => want.run(sha).changes > 0,
		/** The archive may have lost what it had: every picture is offered again. */
		resend: () => void resend.run(),
		setUrl: (sha: string, url: string | null) => void setUrl.run(url, sha),
		/** Tried in vain; not again before then. */
		later: (sha: string, notBefore: number) => void later.run(notBefore, sha),
		remove: (sha: string) => void remove.run(sha),
	};
}
