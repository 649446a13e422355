/**
 * Pictures, signatures and proofs on disk: encrypted, named by the sha256 of the ciphertext, written to a temporary
 * name, synced and renamed, so that a crash leaves a whole file or none.
 */
import { createHash } from "node:crypto";
import {
	closeSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { LocalRows } from "../../db/queries/local.ts";
import { translateStorageError } from "../../db/storage-errors.ts";
import { refuse } from "../../domain/errors.ts";
import type { AggId, BlobRef } from "../../domain/event/event.ts";
import type { Vault } from "./vault.ts";

export type BlobStore = {
	/** Encrypts, stores, and answers the reference an event carries. Durable when it returns. */
	put(kid: AggId, mime: string, role: string, plain: Uint8Array, nowMs: number): BlobRef;
	/** The reference of a stored picture that no event owns yet; refuses not-found `media.gone`. */
	ref(sha: string): BlobRef;
	/** The plaintext; refuses not-found `media.gone` when file or key is gone. */
	read(sha: string): { mime: string; bytes: Buffer };
	/** Called in the transaction that appends the owning event. */
	own(sha: string): void;
	/** Deletes unowned pictures stored before `beforeMs`. Answers how many. */
	sweep(beforeMs: number): number;
	path(sha: string): string;
};

/** Where the small copy of the picture at `path` is kept. It can be made again and goes with the picture. */
export const thumbnailPath = (path: string): string => `${path}.thumb`;

function writeDurably(path: string, bytes: Uint8Array): void {
	mkdirSync(dirname(path), { recursive: true });
	const part = `${path}.part`;
	const file = openSync(part, "w", 0o600);
	try {
		writeSync(file, bytes);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
	renameSync(part, path);
}

export function createBlobStore(dir: string, vault: Vault, rows: LocalRows): BlobStore {
	const path = (sha: string) => join(dir, sha.slice(0, 2), sha);
	return {
		path,
		put(kid, mime, role, plain, nowMs) {
			const sealed = vault.sealFile(kid, plain);
			const sha = createHash("sha256").update(sealed).digest("hex");
			try {
				writeDurably(path(sha), sealed);
			} catch (error) {
				throw translateStorageError(error);
			}
			rows.putBlob({ sha, kid, mime, bytes: plain.byteLength, role, stored_at: nowMs, owned: 0 });
			return { sha, kid, mime, bytes: plain.byteLength, role };
		},
		ref(sha) {
			const row = rows.findBlob(sha) ?? refuse("not-found", "media.gone");
			return { sha, kid: row.kid, mime: row.mime, bytes: row.bytes, role: row.role };
		},
		read(sha) {
			const row = rows.findBlob(sha);
			if (!row || !existsSync(path(sha))) refuse("not-found", "media.gone");
			const bytes = vault.openFile(row.kid, readFileSync(path(sha))) ?? refuse("not-found", "media.gone");
			return { mime: row.mime, bytes };
		},
		own: (sha) => rows.ownBlob(sha),
		sweep(beforeMs) {
			const loose = rows.looseBlobs(beforeMs);
			for (const { sha } of loose) {
				rows.removeBlob(sha);
				rmSync(path(sha), { force: true });
				rmSync(thumbnailPath(path(sha)), { force: true });
			}
			return loose.length;
		},
	};
}
