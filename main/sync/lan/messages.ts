/** What siblings say to each other inside the sealed channel: one JSON object a frame. Unknown fields are let through. */
import { z } from "zod";
import { sha256Hex, uuid } from "../../../domain/event/event.ts";

const place = z.int().min(0);
/** `[dev, epoch, seq, hash of the event at seq]` */
const reach = z.tuple([uuid, z.int().positive(), place, sha256Hex]);
const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);
const kid = z.string().max(80);
export const keysAtOnce = 500;
/** What this program understands beyond the first messages. */
export const known = ["parts", "lease"];

export const lanMessage = z.discriminatedUnion("t", [
	/** First of all, both ways. `port`: where it listens, null when it doesn't. */
	z.object({
		t: z.literal("about"),
		name: z.string().max(60),
		port: z.int().min(1).max(65_535).nullable(),
		/** Messages its program understands beyond the first ones; nobody sends others what they don't know. */
		knows: z.array(z.string().max(20)).max(20).optional(),
	}),
	/** The version vector, or the part of it that moved. */
	z.object({ t: z.literal("have"), chains: z.array(reach).max(5_000) }),
	/** The next piece of this chain, please. */
	z.object({ t: z.literal("want"), dev: uuid, epoch: z.int().positive(), after: place }),
	/** Events in chain order, the last one signed by the chain's writer. */
	z.object({
		t: z.literal("events"),
		dev: uuid,
		epoch: z.int().positive(),
		/** Canonical text, hash, and 1 where the archive set it aside. */
		lines: z
			.array(z.tuple([z.string(), sha256Hex, z.int().min(0).max(1)]))
			.min(1)
			.max(1_000),
		seq: place,
		sig: z.string().max(100),
	}),
	/** Keys of customers and orders; what was destroyed is simply not in the answer. */
	z.object({ t: z.literal("keys-want"), kids: z.array(kid).max(keysAtOnce) }),
	z.object({ t: z.literal("keys"), keys: z.array(z.tuple([kid, base64])).max(keysAtOnce) }),
	/** A picture's ciphertext by hash, in pieces. `total` 0: not here. */
	z.object({ t: z.literal("blob-want"), sha: sha256Hex, from: place }),
	z.object({ t: z.literal("blob"), sha: sha256Hex, from: place, total: place, bytes: base64 }),
	/** What seals files on a stick, the newest last. */
	z.object({ t: z.literal("secrets"), secrets: z.array(z.tuple([z.int().positive(), base64])).max(20) }),
	/** To a PC that belongs to no workshop yet: which one it joins, its number there, and how its people sign in. */
	z.object({
		t: z.literal("welcome"),
		store: uuid,
		station: z.int().min(1).max(99),
		pins: z.array(z.tuple([uuid, base64, base64])).max(500),
		badges: z.array(z.tuple([uuid, base64, z.int()])).max(500),
	}),
	/** `parts`: up to which place of its own log, in this epoch, it has parts of other stores' chains. */
	z.object({ t: z.literal("parts-have"), epoch: z.int().positive(), upTo: place }),
	/** Those behind this place of yours, please. */
	z.object({ t: z.literal("parts-want"), after: place }),
	/** Canonical text and hash each, in the order they were stored; read up to `upTo` with them. */
	z.object({
		t: z.literal("parts"),
		epoch: z.int().positive(),
		lines: z.array(z.tuple([z.string(), sha256Hex])).max(1_000),
		upTo: place,
	}),
	/** `lease`: so long ago the archive answered this PC, whose lease stands, and all it brought was spoken of. */
	z.object({ t: z.literal("lease"), silentMs: place }),
	z.object({ t: z.literal("ping") }),
	z.object({ t: z.literal("pong") }),
]);
export type LanMessage = z.infer<typeof lanMessage>;
export type MessageOf<T extends LanMessage["t"]> = Extract<LanMessage, { t: T }>;
