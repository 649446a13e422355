/** What sealing a customer's key is made of, on the archive's side: HKDF and AES-256-GCM by node:crypto. */
import { createCipheriv, createDecipheriv, generateKeyPairSync, hkdfSync } from "node:crypto";
import type { SealCrypto } from "../../protocol/trust/sealed.ts";
import { boxOf } from "../../signing/curves.ts";

export const sealCrypto: SealCrypto = {
	makeBox: () => boxOf(generateKeyPairSync("x25519").privateKey),
	derive: (shared, salt, info) => new Uint8Array(hkdfSync("sha256", shared, salt, info, 32)),
	seal(key, iv, plain, aad) {
		const cipher = createCipheriv("aes-256-gcm", key, iv);
		cipher.setAAD(Buffer.from(aad));
		return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
	},
	/** Throws for what was not sealed with this key; the protocol's reader answers undefined then. */
	open(key, sealed, aad) {
		const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12));
		decipher.setAAD(Buffer.from(aad));
		decipher.setAuthTag(sealed.subarray(-16));
		return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
	},
};
