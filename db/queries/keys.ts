/** The vault's tables: wrapped keys and the phone index. Local-only; deleting a key is erasure. */
import type { Writer } from "../open.ts";

export type KeyRows = {
	find(kid: string): Buffer | undefined;
	insert(kid: string, wrapped: Buffer): void;
	remove(kid: string): void;
	all(): { kid: string; wrapped: Buffer }[];
	/** Made here and not yet kept by the archive. */
	unsent(limit: number): string[];
	/** Kept by the archive, or only lent by it. */
	setSent(kid: string, state: "sent" | "leased"): void;
	leased(): string[];
	/** No longer only lent for a time: the log itself names it. */
	keepLeased(kid: string): void;
	/** Came from a sibling: whether the archive has it nobody here knows. */
	setUnsent(kid: string): void;
	/** The archive may have lost what it had: every key but those lent with another store's record is offered again. */
	resend(): void;
	/** An event of the log names a key that is not here, or only lent for a time. */
	want(kid: string): void;
	/** Others locked something with it, and it has not come: nobody here may make another one. */
	isWanted(kid: string): boolean;
	wanted(nowMs: number, limit: number): string[];
	/** It has come, or never will. */
	unwant(kid: string): void;
	wantLater(kid: string, notBefore: number): void;
	/** Keys named by the records of these feeds. */
	namedIn(feeds: readonly string[]): string[];
	/** Its customer was erased: never made, taken or wanted again. False when that was known. */
	markErased(kid: string, nowMs: number): boolean;
	isErased(kid: string): boolean;
	/** Erased, but for pictures and traces in the file. */
	uncleared(): string[];
	setCleared(kids: readonly string[]): void;
	/** Made here without a lease. */
	markBorn(kid: string): void;
	isBorn(kid: string): boolean;
	/** There is a lease again: all keys are alike. */
	clearBorn(): void;
	setPhone(subjectId: string, hash: Buffer | undefined): void;
	subjectsByPhone(hash: Buffer): string[];
	/** True when the customer is found by phone. */
	isListed(subjectId: string): boolean;
};

export function createKeyRows(db: Writer): KeyRows {
	const find = db.prepare("SELECT wrapped FROM keys WHERE kid = ?").pluck();
	const insert = db.prepare("INSERT INTO keys (kid, wrapped) VALUES (?, ?)");
	const remove = db.prepare("DELETE FROM keys WHERE kid = ?");
	const all = db.prepare("SELECT kid, wrapped FROM keys");
	const dropPhone = db.prepare("DELETE FROM phones WHERE subject_id = ?");
	const addPhone = db.prepare("INSERT INTO phones (hash, subject_id) VALUES (?, ?)");
	const byPhone = db.prepare("SELECT subject_id FROM phones WHERE hash = ? ORDER BY rowid DESC").pluck();
	const listed = db.prepare("SELECT 1 FROM phones WHERE subject_id = ? LIMIT 1").pluck();
	const unsent = db.prepare("SELECT kid FROM keys WHERE sent = 0 LIMIT ?").pluck();
	const setSent = db.prepare("UPDATE keys SET sent = ? WHERE kid = ?");
	const resend = db.prepare(
		`UPDATE keys SET sent = 0 WHERE sent = 1 AND NOT EXISTS (
			SELECT 1 FROM aggregate a CROSS JOIN event e ON e.aggregate = a.n CROSS JOIN chain c ON c.n = e.chain
			WHERE a.agg = keys.kid AND c.partial AND json_extract(e.text, '$.type') IN ('subject.registered', 'order.opened'))`,
	);
	const leased = db.prepare("SELECT kid FROM keys WHERE sent = 2").pluck();
	const keepLeased = db.prepare("UPDATE keys SET sent = 1 WHERE kid = ? AND sent = 2");
	const want = db.prepare(
		"INSERT OR IGNORE INTO key_wanted (kid, not_before) SELECT @kid, 0 WHERE NOT EXISTS (SELECT 1 FROM keys WHERE kid = @kid AND sent <> 2) AND NOT EXISTS (SELECT 1 FROM erased_keys WHERE kid = @kid)",
	);
	// Nothing is put off by more than a minute: what lies further ahead was put off while the clock was wrong.
	const wanted = db
		.prepare(
			`SELECT kid FROM key_wanted WHERE not_before <= @nowMs OR not_before > @nowMs + ${2 * 3_600_000}
			ORDER BY rowid DESC LIMIT @limit`,
		)
		.pluck();
	const isWanted = db.prepare("SELECT 1 FROM key_wanted WHERE kid = ?").pluck();
	const unwant = db.prepare("DELETE FROM key_wanted WHERE kid = ?");
	const wantLater = db.prepare("UPDATE key_wanted SET not_before = ? WHERE kid = ?");
	const namedIn = db
		.prepare(
			`SELECT DISTINCT kid FROM (SELECT json_extract(text, '$.pii.kid') AS kid FROM foreign_event WHERE feed IN (SELECT value FROM json_each(@feeds))
			UNION ALL SELECT json_extract(b.value, '$.kid') FROM foreign_event f, json_each(f.text, '$.blobs') b
			WHERE f.feed IN (SELECT value FROM json_each(@feeds))) WHERE kid IS NOT NULL`,
		)
		.pluck();
	const markErased = db.prepare("INSERT OR IGNORE INTO erased_keys (kid, erased_at) VALUES (?, ?)");
	const isErased = db.prepare("SELECT 1 FROM erased_keys WHERE kid = ?").pluck();
	const uncleared = db.prepare("SELECT kid FROM erased_keys WHERE cleared = 0").pluck();
	const setCleared = db.prepare("UPDATE erased_keys SET cleared = 1 WHERE kid IN (SELECT value FROM json_each(?))");
	const markBorn = db.prepare("INSERT OR IGNORE INTO born_keys (kid) VALUES (?)");
	const isBorn = db.prepare("SELECT 1 FROM born_keys WHERE kid = ?").pluck();
	const dropBorn = db.prepare("DELETE FROM born_keys WHERE kid = ?");
	const clearBorn = db.prepare("DELETE FROM born_keys");
	return {
		unsent: (limit) => unsent.all(limit) as string[],
		setSent: (kid, state) => void setSent.run(state === "sent" ? 1 : 2, kid),
		setUnsent: (kid) => void setSent.run(0, kid),
		resend: () => void resend.run(),
		leased: () => leased.all() as string[],
		keepLeased: (kid) => void keepLeased.run(kid),
		isWanted: (kid) => isWanted.get(kid) !== undefined,
		want: (kid) => void want.run({ kid }),
		wanted: (nowMs, limit) => wanted.all({ nowMs, limit }) as string[],
		unwant: (kid) => void unwant.run(kid),
		wantLater: (kid, notBefore) => void wantLater.run(notBefore, kid),
		namedIn: (feeds) => namedIn.all({ feeds: JSON.stringify(feeds) }) as string[],
		find: (kid) => find.get(kid) as Buffer | undefined,
		insert: (kid, wrapped) => void insert.run(kid, wrapped),
		remove(kid) {
			remove.run(kid);
			dropBorn.run(kid);
		},
		markBorn: (kid) => void markBorn.run(kid),
		isBorn: (kid) => isBorn.get(kid) !== undefined,
		clearBorn: () => void clearBorn.run(),
		all: () => all.all() as { kid: string; wrapped: Buffer }[],
		markErased: (kid, nowMs) => markErased.run(kid, nowMs).changes > 0,
		isErased: (kid) => isErased.get(kid) !== undefined,
		uncleared: () => uncleared.all() as string[],
		setCleared: (kids) => void setCleared.run(JSON.stringify(kids)),
		setPhone(subjectId, hash) {
			dropPhone.run(subjectId);
			if (hash) addPhone.run(hash, subjectId);
		},
		isListed: (subjectId) => listed.get(subjectId) !== undefined,
		subjectsByPhone: (hash) => byPhone.all(hash) as string[],
	};
}
