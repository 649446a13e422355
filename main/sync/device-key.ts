/**
 * This workstation's keys towards the archive: Ed25519 signs its log's heads and its sign-ins, X25519 opens customer
 * keys wrapped for the store. Made at enrolment, kept sealed under the workstation's key, never sent.
 */
import { createPrivateKey, generateKeyPairSync, hkdfSync, type KeyObject, sign } from "node:crypto";
import type { SealCrypto } from "../../archive/protocol/trust/sealed.ts";
import { boxOf, publicHalf } from "../../archive/signing/curves.ts";
import { openBytes, sealBytes } from "../vault/seal.ts";

export type DeviceKey = {
	/** Public halves, base64url. */
	key: string;
	boxKey: string;
	box: KeyObject;
	sign(text: string): string;
};
/** PKCS8 DER in base64: what is sealed and kept. */
export type StoredKeys = { signing: string; box: string };

const der = (key: KeyObject) => key.export({ format: "der", type: "pkcs8" }).toString("base64");
const privateOf = (stored: string) =>
	createPrivateKey({ key: Buffer.from(stored, "base64"), format: "der", type: "pkcs8" });

export function makeKeys(): StoredKeys {
	return {
		signing: der(generateKeyPairSync("ed25519").privateKey),
		box: der(generateKeyPairSync("x25519").privateKey),
	};
}

export function openKeys(stored: StoredKeys): DeviceKey {
	const signing = privateOf(stored.signing);
	const box = privateOf(stored.box);
	return {
		key: publicHalf(signing),
		boxKey: publicHalf(box),
		box,
		sign: (text) => sign(null, Buffer.from(text), signing).toString("base64url"),
	};
}

/** What sealing a customer's key is made of, on this side. */
export const sealCrypto: SealCrypto = {
	makeBox: () => boxOf(generateKeyPairSync("x25519").privateKey),
	derive: (shared, salt, info) => new Uint8Array(hkdfSync("sha256", shared, salt, info, 32)),
	seal: sealBytes,
	open: openBytes,
};
