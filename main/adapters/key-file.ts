import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { refuse } from "../../domain/errors.ts";
import type { KeyStore } from "../ports.ts";

/** The plain key of a loopback workstation, and the sealed one of a desktop workstation, side by side in the data folder. */
export const plainKeyName = "workstation.key";
export const sealedKeyName = "workstation.key.sealed";
export const keyBytes = 32;

/**
 * The workstation's key as a file only its owner may read. On Windows the mode means nothing: the file is as
 * private as the user's own profile folder.
 */
export function createKeyFile(dir: string): KeyStore {
	const file = join(dir, plainKeyName);
	return {
		async load() {
			if (!existsSync(file)) {
				if (existsSync(join(dir, sealedKeyName))) refuse("storage-damaged", "vault.key-sealed");
				return undefined;
			}
			const key = readFileSync(file);
			if (key.length !== keyBytes) refuse("storage-damaged", "vault.key-unreadable");
			return new Uint8Array(key);
		},
		async save(key) {
			writeDurably(file, key);
		},
	};
}

/** Whole or not at all, even when the power goes: a workstation without its key has lost every name it holds. */
export function writeDurably(file: string, bytes: Uint8Array): void {
	const draft = `${file}.new`;
	const handle = openSync(draft, "w", 0o600);
	try {
		writeSync(handle, bytes);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
	renameSync(draft, file);
	syncFolder(file);
}

function syncFolder(file: string): void {
	// Windows has no handle on a folder to sync; NTFS journals the rename itself.
	if (process.platform === "win32") return;
	const handle = openSync(join(file, ".."), "r");
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}
