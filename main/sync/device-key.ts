/**
 * This workstation's keys towards the archive: Ed25519 signs its log's heads and its sign-ins, X25519 opens customer
 * keys wrapped for the store. Made at enrolment, kept sealed under the workstation's key, never sent.
 */
import {
	createPrivateKey,
	createPublicKey,
	diffieHellman,
	generateKeyPairSync,
	hkdfSync,
	type KeyObject,
	sign,
	verify,
} from "node:crypto";
import type { Box, SealCrypto } from "../../archive/protocol/trust/sealed.ts";
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
const publicOf = (key: KeyObject) => String(createPublicKey(key).export({ format: "jwk" }).x);

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
		key: publicOf(signing),
		boxKey: publicOf(box),
		box,
		sign: (text) => sign(null, Buffer.from(text), signing).toString("base64url"),
	};
}

/** True when `sig` is the holder of `key`'s signature under `text`. */
export function signatureHolds(key: string, text: string, sig: string): boolean {
	try {
		const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: key }, format: "jwk" });
		return verify(null, Buffer.from(text), publicKey, Buffer.from(sig, "base64url"));
	} catch {
		return false;
	}
}

/** An X25519 private key as the protocol uses it to open what was sealed. */
export function boxOf(privateKey: KeyObject): Box {
	const x = (key: KeyObject) => String(createPublicKey(key).export({ format: "jwk" }).x);
	return {
		publicKey: Buffer.from(x(privateKey), "base64url"),
		agree(peer) {
			const jwk = { kty: "OKP", crv: "X25519", x: Buffer.from(peer).toString("base64url") };
			return diffieHellman({ privateKey, publicKey: createPublicKey({ key: jwk, format: "jwk" }) });
		},
	};
}

/** What sealing a customer's key is made of, on this side. */
export const sealCrypto: SealCrypto = {
	makeBox: () => boxOf(generateKeyPairSync("x25519").privateKey),
	derive: (shared, salt, info) => new Uint8Array(hkdfSync("sha256", shared, salt, info, 32)),
	seal: sealBytes,
	open: openBytes,
};
