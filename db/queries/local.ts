/** This PC's own rows: settings by name, drafts, PINs, badges, blob inventory. None of them is a fact. */
import type { Writer } from "../open.ts";

export type LocalRows = ReturnType<typeof createLocalRows>;

export type PinRow = { person_id: string; salt: Buffer; verifier: Buffer; misses: number; locked_until: number };
export type DraftRow = { id: string; kind: string; person_id: string; saved_at: number; sealed: Buffer };
export type BlobRow = {
	sha: string;
	kid: string;
	mime: string;
	bytes: number;
	role: string;
	stored_at: number;
	owned: number;
};

export function createLocalRows(db: Writer) {
	const q = (sql: string) => db.prepare(sql);
	const readSetting = q("SELECT value FROM settings WHERE name = ?").pluck();
	const writeSetting = q("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)");
	const dropSetting = q("DELETE FROM settings WHERE name = ?");
	const pin = q("SELECT * FROM pins WHERE person_id = ?");
	const putPin = q(
		"INSERT OR REPLACE INTO pins (person_id, salt, verifier, misses, locked_until) VALUES (@person_id, @salt, @verifier, @misses, @locked_until)",
	);
	const dropPin = q("DELETE FROM pins WHERE person_id = ?");
	const hasBadge = q("SELECT 1 FROM badges WHERE person_id = ?").pluck();
	const badge = q("SELECT person_id FROM badges WHERE hash = ?").pluck();
	const dropBadges = q("DELETE FROM badges WHERE person_id = ?");
	const addBadge = q("INSERT INTO badges (hash, person_id, made_at) VALUES (?, ?, ?)");
	const draft = q("SELECT * FROM drafts WHERE id = ?");
	const drafts = q("SELECT * FROM drafts WHERE kind = ? ORDER BY saved_at DESC");
	const putDraft = q(
		"INSERT OR REPLACE INTO drafts (id, kind, person_id, saved_at, sealed) VALUES (@id, @kind, @person_id, @saved_at, @sealed)",
	);
	const dropDraft = q("DELETE FROM drafts WHERE id = ?");
	const blob = q("SELECT * FROM blobs WHERE sha = ?");
	const putBlob = q(
		"INSERT OR IGNORE INTO blobs (sha, kid, mime, bytes, role, stored_at, owned) VALUES (@sha, @kid, @mime, @bytes, @role, @stored_at, @owned)",
	);
	const ownBlob = q("UPDATE blobs SET owned = 1 WHERE sha = ?");
	const dropBlob = q("DELETE FROM blobs WHERE sha = ?");
	const looseBlobs = q("SELECT * FROM blobs WHERE owned = 0 AND stored_at < ?");
	const blobsOf = q("SELECT sha FROM blobs WHERE kid = ?").pluck();
	const allBlobs = q("SELECT * FROM blobs ORDER BY sha");
	return {
		/** The parsed value, or undefined. */
		setting: <T>(name: string): T | undefined => {
			const text = readSetting.get(name) as string | undefined;
			return text === undefined ? undefined : (JSON.parse(text) as T);
		},
		setSetting: (name: string, value: unknown) => void writeSetting.run(name, JSON.stringify(value)),
		removeSetting: (name: string) => void dropSetting.run(name),
		findPin: (personId: string) => pin.get(personId) as PinRow | undefined,
		putPin: (row: PinRow) => void putPin.run(row),
		removePin: (personId: string) => void dropPin.run(personId),
		hasBadge: (personId: string) => hasBadge.get(personId) !== undefined,
		badgeOwner: (hash: Buffer) => badge.get(hash) as string | undefined,
		revokeBadges: (personId: string) => void dropBadges.run(personId),
		addBadge: (hash: Buffer, personId: string, nowMs: number) => void addBadge.run(hash, personId, nowMs),
		findDraft: (id: string) => draft.get(id) as DraftRow | undefined,
		listDrafts: (kind: string) => drafts.all(kind) as DraftRow[],
		putDraft: (row: DraftRow) => void putDraft.run(row),
		removeDraft: (id: string) => void dropDraft.run(id),
		findBlob: (sha: string) => blob.get(sha) as BlobRow | undefined,
		putBlob: (row: BlobRow) => void putBlob.run(row),
		ownBlob: (sha: string) => void ownBlob.run(sha),
		removeBlob: (sha: string) => void dropBlob.run(sha),
		looseBlobs: (before: number) => looseBlobs.all(before) as BlobRow[],
		/** Names of the pictures under one key. */
		blobsOf: (kid: string) => blobsOf.all(kid) as string[],
		allBlobs: () => allBlobs.all() as BlobRow[],
	};
}
