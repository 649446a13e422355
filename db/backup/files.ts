/** Reading, hashing and copying the files of a backup, durably. Synchronous: called in a worker or a command line. */
import { createHash } from "node:crypto";
import {
	closeSync,
	copyFileSync,
	fsyncSync,
	linkSync,
	mkdirSync,
	openSync,
	readSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import type { BackupFile } from "./manifest.ts";

const chunkBytes = 1024 * 1024;

export function hashFile(path: string): { bytes: number; sha256: string } {
	const hash = createHash("sha256");
	const buffer = Buffer.allocUnsafe(chunkBytes);
	const file = openSync(path, "r");
	let bytes = 0;
	try {
		for (;;) {
			const read = readSync(file, buffer, 0, chunkBytes, null);
			if (read === 0) break;
			hash.update(buffer.subarray(0, read));
			bytes += read;
		}
	} finally {
		closeSync(file);
	}
	return { bytes, sha256: hash.digest("hex") };
}

export function listed(root: string, path: string): BackupFile {
	return { path, ...hashFile(`${root}/${path}`) };
}

/** Its bytes are on the disk when this returns. */
export function syncFile(path: string): void {
	const file = openSync(path, "r+");
	try {
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}

export function writeSynced(path: string, text: string): void {
	writeFileSync(path, text, { mode: 0o600 });
	syncFile(path);
}

export function copySynced(from: string, to: string): void {
	mkdirSync(dirname(to), { recursive: true });
	copyFileSync(from, to);
	syncFile(to);
}

/**
 * Photos never change, so a backup shares them with the one before it where the disk can (one file, two names);
 * sticks formatted as FAT cannot, and get a copy.
 */
export function linkOrCopy(before: string | undefined, from: string, to: string): void {
	mkdirSync(dirname(to), { recursive: true });
	const size = before && statSync(before, { throwIfNoEntry: false })?.size;
	if (before && size !== undefined && size === statSync(from).size) {
		try {
			linkSync(before, to);
			return;
		} catch {
			// No links here.
		}
	}
	copySynced(from, to);
}
