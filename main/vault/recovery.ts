/**
 * The workstation's key, locked by the recovery sheet's secret. The locked copy lies in this PC's rows and in every
 * backup; the secret is on paper only. Opening it proves that somebody holds the sheet.
 */
import { hkdfSync } from "node:crypto";
import { openBytes, sealBytes } from "./seal.ts";

const info = "welt recovery sheet";

function keyOf(secret: Uint8Array): Uint8Array {
	// 160 random bits need no slow derivation.
	return new Uint8Array(hkdfSync("sha256", secret, new Uint8Array(0), info, 32));
}

/** `master`: 32 bytes, `iv`: 12 random bytes. */
export function lockMaster(secret: Uint8Array, master: Uint8Array, iv: Uint8Array): Buffer {
	return sealBytes(keyOf(secret), iv, master, info);
}

/** The workstation's key; undefined when the secret is not the sheet's it was locked with. */
export function unlockMaster(secret: Uint8Array, locked: Uint8Array): Buffer | undefined {
	return openBytes(keyOf(secret), locked, info);
}
