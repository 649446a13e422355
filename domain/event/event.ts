/**
 * The event: one immutable fact of the trade, as it stands in every log for ever.
 * Written by db/log.ts, read by every fold. The shape is fixed: a log cannot be migrated backwards.
 * Nothing here decides or folds; see the concept folders (order, job, item …) for what events mean.
 */
import { z } from "zod";

export const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

/** `kind:uuid`; kinds are open (order, job, item, subject, person, store, station …). */
export const aggId = z.string().regex(/^[a-z][a-z-]*:[0-9a-z:.-]+$/);
export type AggId = z.infer<typeof aggId>;

/** A picture, signature or document an event owns; the file is ciphertext named by its own hash. */
export const blobRef = z.object({
	/** sha256 of the ciphertext, hex: the file's name. */
	sha: sha256Hex,
	/** Key id: `subject:<uuid>` (signature, proof of purchase) or `order:<uuid>` (pictures of the item). */
	kid: aggId,
	mime: z.string().max(100),
	/** Size of the plaintext. */
	bytes: z.number().int().nonnegative(),
	/** What it shows: before, after, finding, step, signature, proof, answer … */
	role: z.string().max(40),
});
export type BlobRef = z.infer<typeof blobRef>;

/** AES-256-GCM under the subject's key; additional data = the event's id. */
export const piiEnvelope = z.object({
	kid: aggId,
	/** 12 bytes, base64. */
	iv: z.string(),
	/** Ciphertext and 16-byte tag, base64, of the canonical text of the personal part. */
	ct: z.string(),
});
export type PiiEnvelope = z.infer<typeof piiEnvelope>;

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
export type JsonObject = { [key: string]: JsonValue };

/** An event is always read from text: what is inside its body is JSON already, and its type's own schema looks there. */
const bodyObject = z.custom<JsonObject>(
	(value) => typeof value === "object" && value !== null && !Array.isArray(value),
);

/** Read loosely: unknown fields are kept, because a newer workstation may have written them. */
export const eventSchema = z.looseObject({
	id: uuid,
	store: uuid,
	brand: uuid.nullable(),
	dev: uuid,
	epoch: z.number().int().positive(),
	/** 1..n, gapless per (dev, epoch). */
	seq: z.number().int().positive(),
	/** Hash of the event before it on this device and epoch; 64 zeros for the first. */
	prev: sha256Hex,
	/** Hybrid logical clock, `ms-counter`, both zero-padded so that text order is time order. */
	hlc: z.string().regex(/^\d{15}-\d{6}$/),
	/** Wall clock, ms UTC: for display and clocks, never for order. */
	wall: z.number().int(),
	boot: uuid,
	/** ms since that boot. */
	mono: z.number().int().nonnegative(),
	/** Person's id; the station's own id for what it does by itself. */
	actor: uuid,
	agg: aggId,
	refs: z.array(aggId),
	type: z.string().max(60),
	v: z.number().int().positive(),
	/** Events this one was decided on; needed by every `*.decided` and stage event. */
	base: z.array(uuid).optional(),
	body: bodyObject,
	pii: piiEnvelope.optional(),
	blobs: z.array(blobRef),
});

export type WeltEvent<T extends string = string, B = JsonObject> = {
	id: string;
	store: string;
	brand: string | null;
	dev: string;
	epoch: number;
	seq: number;
	prev: string;
	hlc: string;
	wall: number;
	boot: string;
	mono: number;
	actor: string;
	agg: AggId;
	refs: AggId[];
	type: T;
	v: number;
	base?: string[];
	body: B;
	pii?: PiiEnvelope;
	blobs: BlobRef[];
};

/** What `decide` answers: an event before the log gives it id, place in the chain and time. */
export type NewEvent<T extends string = string, B = object> = {
	agg: AggId;
	refs?: AggId[];
	type: T;
	v: number;
	base?: string[];
	body: B;
	/** Clear personal part; the log seals it under `kid` before anything is stored. */
	personal?: { kid: AggId; value: JsonObject };
	blobs?: BlobRef[];
};

/** The kind before the colon: `order`, `job` … */
export function aggKind(agg: AggId): string {
	return agg.slice(0, agg.indexOf(":"));
}

/** The id after the colon. */
export function aggKey(agg: AggId): string {
	return agg.slice(agg.indexOf(":") + 1);
}
