/** AES-256-GCM as the vault uses it: `iv(12) | ciphertext | tag(16)` in one buffer. Pure but for node:crypto. */
import { createCipheriv, createDecipheriv } from "node:crypto";

const ivBytes = 12;
const tagBytes = 16;

export function sealBytes(key: Uint8Array, iv: Uint8Array, plain: Uint8Array, aad: string): Buffer {
	const cipher = createCipheriv("aes-256-gcm", key, iv);
	cipher.setAAD(Buffer.from(aad));
	return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined when the key is not the one it was sealed with, or a byte was changed. */
export function openBytes(key: Uint8Array, sealed: Uint8Array, aad: string): Buffer | undefined {
	if (sealed.byteLength < ivBytes + tagBytes) return undefined;
	const iv = sealed.subarray(0, ivBytes);
	const body = sealed.subarray(ivBytes, sealed.byteLength - tagBytes);
	const decipher = createDecipheriv("aes-256-gcm", key, iv);
	decipher.setAAD(Buffer.from(aad));
	decipher.setAuthTag(sealed.subarray(sealed.byteLength - tagBytes));
	try {
		return Buffer.concat([decipher.update(body), decipher.final()]);
	} catch {
		return undefined;
	}
}
