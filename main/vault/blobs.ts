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
	readSync,
	renameSync,
	rmSync,
	statSync,
	writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { BlobTransfers } from "../../db/queries/exchange/blob-transfers.ts";
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
	/** The plaintext; refuses not-found `media.gone` when file or key is gone, rule-broken `customer.locked`. */
	read(sha: string): { mime: string; bytes: Buffer };
	/**
	 * Called in the transaction that stores the owning event: what is here waits to be sent, what another PC took is known
	 * from then on and fetched when somebody opens it. `brand`: the event's.
	 */
	own(ref: BlobRef, brand: string | null, nowMs: number): void;
	/** Deletes unowned pictures stored before `beforeMs`. Answers how many. */
	sweep(beforeMs: number): number;
	/** Takes a picture away whole: file, small copy, what has arrived of it, row and transfer. */
	discard(sha: string): void;
	path(sha: string): string;
	/** Bytes of the ciphertext; undefined when it is not here. */
	sealedBytes(sha: string): number | undefined;
	/** At most `count` bytes of the ciphertext from `from` on. */
	sealedPiece(sha: string, from: number, count: number): Buffer;
	/** How much of a picture on its way here has arrived. */
	partBytes(sha: string): number;
	/** Writes the next bytes of it at `from`; answers how many are here. */
	addPart(sha: string, from: number, bytes: Uint8Array): number;
	dropPart(sha: string): void;
	/** All has arrived: true when it is what it should be and is kept. */
	finishPart(sha: string): boolean;
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

/** `wanted`: somebody opened a picture that is not here yet. */
export function createBlobStore(
	dir: string,
	vault: Vault,
	rows: LocalRows,
	transfers: BlobTransfers,
	wanted: () => void,
): BlobStore {
	const path = (sha: string) => join(dir, sha.slice(0, 2), sha);
	const partPath = (sha: string) => `${path(sha)}.down`;
	const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size;

	/** Refuses `media.not-here-yet` for one that can still come, `media.gone` for one that can't. */
	function notHere(sha: string): never {
		const state = transfers.find(sha)?.state;
		if (state !== "away" && state !== "down") refuse("not-found", "media.gone");
		if (transfers.want(sha)) wanted();
		return refuse("not-found", "media.not-here-yet");
	}

	/** Files first: a row without its file is found again, a file without its row never. */
	function discard(sha: string): void {
		for (const file of [path(sha), thumbnailPath(path(sha)), `${thumbnailPath(path(sha))}.part`, partPath(sha)])
			rmSync(file, { force: true });
		transfers.remove(sha);
		rows.removeBlob(sha);
	}

	return {
		path,
		discard,
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
			const row = rows.findBlob(sha) ?? refuse("not-found", "media.gone");
			if (vault.isLocked(row.kid)) refuse("rule-broken", "customer.locked");
			if (!existsSync(path(sha))) notHere(sha);
			const bytes = vault.openFile(row.kid, readFileSync(path(sha))) ?? refuse("not-found", "media.gone");
			return { mime: row.mime, bytes };
		},
		own({ sha, kid, mime, bytes, role }, brand, nowMs) {
			const here = existsSync(path(sha));
			rows.putBlob({ sha, kid, mime, bytes, role, stored_at: nowMs, owned: 1 });
			rows.ownBlob(sha);
			transfers.add(sha, here ? "up" : "away", brand);
		},
		sweep(beforeMs) {
			const loose = rows.looseBlobs(beforeMs);
			for (const { sha } of loose) discard(sha);
			return loose.length;
		},
		sealedBytes: (sha) => sizeOf(path(sha)),
		sealedPiece(sha, from, count) {
			const piece = Buffer.allocUnsafe(count);
			const file = openSync(path(sha), "r");
			try {
				return piece.subarray(0, readSync(file, piece, 0, count, from));
			} finally {
				closeSync(file);
			}
		},
		partBytes: (sha) => sizeOf(partPath(sha)) ?? 0,
		addPart(sha, from, bytes) {
			mkdirSync(dirname(path(sha)), { recursive: true });
			try {
				const file = openSync(partPath(sha), from === 0 ? "w" : "r+", 0o600);
				try {
					writeSync(file, bytes, 0, bytes.byteLength, from);
				} finally {
					closeSync(file);
				}
			} catch (error) {
				throw translateStorageError(error);
			}
			return from + bytes.byteLength;
		},
		dropPart: (sha) => rmSync(partPath(sha), { force: true }),
		finishPart(sha) {
			const bytes = readFileSync(partPath(sha));
			const holds = createHash("sha256").update(bytes).digest("hex") === sha;
			if (holds) writeDurably(path(sha), bytes);
			rmSync(partPath(sha), { force: true });
			return holds;
		},
	};
}
