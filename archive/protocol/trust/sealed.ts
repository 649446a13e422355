/**
 * How a customer's key is sealed for whoever holds an X25519 key: a fresh key pair each time, HKDF, AES-256-GCM. Bound to
 * the key's name and its holder, so that a copy for one is of no use as another. The primitives are injected by each side;
 * the form is one: `ephemeral key 32 | iv 12 | key 32 | tag 16`.
 */

/** One X25519 key pair. */
export type Box = {
	/** 32 bytes. */
	publicKey: Uint8Array;
	/** The secret shared with the holder of `peer`; throws for a key that is none. */
	agree(peer: Uint8Array): Uint8Array;
};

export type SealCrypto = {
	makeBox(): Box;
	/** HKDF-SHA256, 32 bytes. */
	derive(shared: Uint8Array, salt: Uint8Array, info: string): Uint8Array;
	/** AES-256-GCM: `iv | ciphertext | tag`. */
	seal(key: Uint8Array, iv: Uint8Array, plain: Uint8Array, aad: string): Uint8Array;
	open(key: Uint8Array, sealed: Uint8Array, aad: string): Uint8Array | undefined;
};

const publicBytes = 32;
const sealedBytes = publicBytes + 12 + 32 + 16;
const labelOf = (kid: string, holder: string) => `welt key 1\n${kid}\n${holder}`;

/** `key`: 32 bytes; `boxKey`: the holder's public half, base64url; `iv`: 12 random bytes. Answers base64url. */
export function sealKey(
	crypto: SealCrypto,
	key: Uint8Array,
	kid: string,
	holder: string,
	boxKey: string,
	iv: Uint8Array,
): string {
	const recipient = Buffer.from(boxKey, "base64url");
	const { publicKey, agree } = crypto.makeBox();
	const label = labelOf(kid, holder);
	const secret = crypto.derive(agree(recipient), Buffer.concat([publicKey, recipient]), label);
	return Buffer.concat([publicKey, crypto.seal(secret, iv, key, label)]).toString("base64url");
}

/** The 32 bytes; undefined when it was sealed for somebody or something else, or a byte was changed. */
export function openKey(
	crypto: SealCrypto,
	sealed: string,
	kid: string,
	holder: string,
	box: Box,
): Uint8Array | undefined {
	const bytes = Buffer.from(sealed, "base64url");
	if (bytes.length !== sealedBytes) return undefined;
	const ephemeral = bytes.subarray(0, publicBytes);
	const label = labelOf(kid, holder);
	try {
		const secret = crypto.derive(box.agree(ephemeral), Buffer.concat([ephemeral, box.publicKey]), label);
		return crypto.open(secret, bytes.subarray(publicBytes), label);
	} catch {
		return undefined;
	}
}
