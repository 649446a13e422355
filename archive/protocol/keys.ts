/**
 * Keys of customers, beside the log and never in it: each is wrapped for the store and for the brand's archive, and
 * deleting every wrapped copy is erasure. A store of the same brand that serves the customer gets a copy made for it.
 */
import { z } from "zod";
import { aggId } from "../../domain/event/event.ts";
import { base64url, feedId, uuid } from "./fields.ts";

/** `for`: `store:<uuid>` or `brand:<uuid>`, whose X25519 key opens it. */
export const wrappedKey = z.strictObject({
	kid: aggId,
	for: z.string().regex(/^(store|brand):[0-9a-f-]{36}$/),
	/** Ephemeral public key, iv, ciphertext and tag, in one. */
	sealed: base64url,
});
export type WrappedKey = z.infer<typeof wrappedKey>;

export const putKeys = z.strictObject({ keys: z.array(wrappedKey).max(500) });
export const putKeysAnswer = z.strictObject({ stored: z.int(), erased: z.array(aggId) });
/** Asks for keys of an item's record, for the store that asks; each access is recorded at the archive. */
export const askKeys = z.strictObject({
	feed: feedId,
	reason: z.enum(["repair", "complaint", "subject-request"]),
	actor: uuid,
});
export const askKeysAnswer = z.strictObject({ keys: z.array(wrappedKey), erased: z.array(aggId) });
/** Keys this store made itself, for a PC of it that has not got them; sealed for that PC. */
export const ownKeys = z.strictObject({ kids: z.array(aggId).min(1).max(500) });
