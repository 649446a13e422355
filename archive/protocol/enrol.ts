/** Enrolment by a one-time code, and signing in with the key that was enrolled. */
import { z } from "zod";
import { incarnation, publicKey, signature, uuid } from "./fields.ts";

export const enrolRequest = z.strictObject({
	proto: z.int().min(1),
	/** `XXXX-XXXX-XXXX` as read out by the head office; good for ten minutes, once. */
	code: z.string().max(40),
	/** The store's own id, made at its first workstation's set-up; null when this PC joins a store that is there already. */
	store: uuid.nullable(),
	dev: uuid,
	/** Ed25519: signs heads and sign-ins. Its private half never leaves the workstation. */
	key: publicKey,
	/** X25519 of the store: customer keys are wrapped for it. */
	boxKey: publicKey,
	/** What people call this PC. */
	name: z.string().min(1).max(60),
	sig: signature,
});

export const brandInfo = z.strictObject({ id: uuid, name: z.string().max(60) });
export const enrolAnswer = z.strictObject({
	arch: incarnation,
	store: uuid,
	/** Ed25519 of the archive: signs receipts, tokens and what it writes itself. */
	archiveKey: publicKey,
	/** The archive as a writer of events: its chain per feed is verified with `archiveKey`. */
	archiveDev: uuid,
	/** First is the house brand: what names no other belongs to it. */
	brands: z.array(brandInfo).min(1),
	/** X25519 of each brand's archive, by brand id. */
	boxKeys: z.record(uuid, publicKey),
	storeCode: z.string().regex(/^\d{5}$/),
	/** Where a customer's slip leads: `<page>/<token>`. */
	page: z.url(),
});
export type EnrolAnswer = z.infer<typeof enrolAnswer>;

export const nonceAnswer = z.strictObject({ nonce: z.string().max(80), arch: incarnation });
export const signInRequest = z.strictObject({
	proto: z.int().min(1),
	dev: uuid,
	nonce: z.string().max(80),
	sig: signature,
});
export const signInAnswer = z.strictObject({
	token: z.string().max(2_000),
	until: z.int(),
	arch: incarnation,
	minProto: z.int().min(1),
});
