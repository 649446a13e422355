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
} from "node:crypto";
import { publicHalf } from "../../signing/curves.ts";
import type { ArchivePorts } from "../ports.ts";

export type Signer = {
	/** base64url, 43 characters. */
	publicKey: string;
	publicKeyObject: KeyObject;
	privateKey: KeyObject;
	sign(text: string): string;
};

export function signerOf(privateKey: KeyObject): Signer {
	const publicKeyObject = createPublicKey(privateKey);
	return {
		privateKey,
		publicKeyObject,
		publicKey: publicHalf(privateKey),
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
