/** The protocol's two curves by node:crypto, the same at both ends: Ed25519 signs statements, X25519 opens what was sealed for a key. */
import { createPublicKey, diffieHellman, type KeyObject, verify } from "node:crypto";
import type { Box } from "../protocol/trust/sealed.ts";

/** The public half of a key, base64url, 43 characters, as messages carry it. */
export const publicHalf = (key: KeyObject): string => String(createPublicKey(key).export({ format: "jwk" }).x);

/** True when `sig` is the holder of `key`'s signature under `text`; false as well for a key that is none. */
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
	return {
		publicKey: Buffer.from(publicHalf(privateKey), "base64url"),
		agree(peer) {
			const jwk = { kty: "OKP", crv: "X25519", x: Buffer.from(peer).toString("base64url") };
			return diffieHellman({ privateKey, publicKey: createPublicKey({ key: jwk, format: "jwk" }) });
		},
	};
}
