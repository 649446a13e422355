/** The vault's tables: wrapped keys and the phone index. Local-only; deleting a key is erasure. */
import type { Writer } from "../open.ts";

export type KeyRows = {
	find(kid: string): Buffer | undefined;
	insert(kid: string, wrapped: Buffer): void;
	remove(kid: string): void;
	all(): { kid: string; wrapped: Buffer }[];
	setPhone(subjectId: string, hash: Buffer | undefined): void;
	subjectsByPhone(hash: Buffer): string[];
};

export function createKeyRows(db: Writer): KeyRows {
	const find = db.prepare("SELECT wrapped FROM keys WHERE kid = ?").pluck();
	const insert = db.prepare("INSERT INTO keys (kid, wrapped) VALUES (?, ?)");
	const remove = db.prepare("DELETE FROM keys WHERE kid = ?");
	const all = db.prepare("SELECT kid, wrapped FROM keys");
	const dropPhone = db.prepare("DELETE FROM phones WHERE subject_id = ?");
	const addPhone = db.prepare("INSERT INTO phones (hash, subject_id) VALUES (?, ?)");
	const byPhone = db.prepare("SELECT subject_id FROM phones WHERE hash = ? ORDER BY rowid DESC").pluck();
	return {
		find: (kid) => find.get(kid) as Buffer | undefined,
		insert: (kid, wrapped) => void insert.run(kid, wrapped),
		remove: (kid) => void remove.run(kid),
		all: () => all.all() as { kid: string; wrapped: Buffer }[],
		setPhone(subjectId, hash) {
			dropPhone.run(subjectId);
			if (hash) addPhone.run(hash, subjectId);
		},
		subjectsByPhone: (hash) => byPhone.all(hash) as string[],
	};
}
