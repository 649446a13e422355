/**
 * The archive's own keys: Ed25519 signs receipts, tokens and its own events. Made at the first start, kept in the
 * database wrapped with the secret that is not in it; every instance reads the same ones.
 */
import {
	createCipheriv,
	createDecipheriv,
	createPrivateKey,
	createPublicKey,
	generateKeyPairSync,
	type KeyObject,
	sign,
	verify,
} from "node:crypto";
import type { ArchivePorts } from "../ports.ts";

export type Signer = {
	/** base64url, 43 characters. */
	publicKey: string;
	publicKeyObject: KeyObject;
	privateKey: KeyObject;
	sign(text: string): string;
};

const raw = (key: KeyObject) => String(key.export({ format: "jwk" }).x);

/** An Ed25519 public key as protocol messages carry it; undefined when it is none. */
export function readPublicKey(x: string): KeyObject | undefined {
	try {
		return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
	} catch {
		return undefined;
	}
}

export function signatureHolds(publicKey: string, text: string, sig: string): boolean {
	const key = readPublicKey(publicKey);
	return key !== undefined && verify(null, Buffer.from(text), key, Buffer.from(sig, "base64url"));
}

export function signerOf(privateKey: KeyObject): Signer {
	const publicKeyObject = createPublicKey(privateKey);
	return {
		privateKey,
		publicKeyObject,
		publicKey: raw(publicKeyObject),
		sign: (text) => sign(null, Buffer.from(text), privateKey).toString("base64url"),
	};
}

export function wrapSecret(secret: Uint8Array, iv: Uint8Array, plain: Uint8Array): Buffer {
	const cipher = createCipheriv("aes-256-gcm", secret, iv);
	return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

export function unwrapSecret(secret: Uint8Array, sealed: Uint8Array): Buffer {
	const decipher = createDecipheriv("aes-256-gcm", secret, sealed.subarray(0, 12));
	decipher.setAuthTag(sealed.subarray(-16));
	return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
}

/** A named private key of the archive, made when there is none. `make` answers PKCS8 DER. */
export async function namedKey(ports: ArchivePorts, name: string, make: () => Uint8Array): Promise<KeyObject> {
	const { sql, secret, random } = ports;
	const sealed = await sql.transaction([], async (tx) => {
		const made = wrapSecret(secret, random.bytes(12), make());
		await tx.rows("INSERT INTO secret (name, sealed) VALUES ($1, $2) ON CONFLICT DO NOTHING", [name, made]);
		const [row] = await tx.rows<{ sealed: Buffer }>("SELECT sealed FROM secret WHERE name = $1", [name]);
		return row?.sealed ?? made;
	});
	return createPrivateKey({ key: unwrapSecret(secret, sealed), format: "der", type: "pkcs8" });
}

export const makeSigningKey = (): Uint8Array =>
	generateKeyPairSync("ed25519").privateKey.export({ format: "der", type: "pkcs8" });
export const makeBoxKey = (): Uint8Array =>
	generateKeyPairSync("x25519").privateKey.export({ format: "der", type: "pkcs8" });
