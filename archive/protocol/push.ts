/**
 * Push: events of one chain, in order, as lines of text. The first line is the header, every further line one event's
 * canonical text, verbatim: what is hashed is what travels. Sending the same lines twice adds nothing.
 */
import { z } from "zod";
import { chainHead, incarnation, sha256Hex, signature, uuid } from "./fields.ts";
import { maxBatch } from "./version.ts";

export const pushHeader = z.strictObject({
	proto: z.int().min(0),
	/** The device that wrote these events; the one that carries them is in the token. */
	dev: uuid,
	epoch: z.int().min(1),
	/** Sequence number of the first line. */
	from: z.int().min(1),
	/** Hash of the event before it; 64 zeros for the first. */
	prev: sha256Hex,
	count: z.int().min(0).max(maxBatch),
	/** The writer's signature over the head that the last line leads to. */
	sig: signature,
	/** The carrier's clocks, when it carries its own events: tells a wrong clock from a right one. */
	clock: z.strictObject({ now: z.int(), mono: z.int().min(0), boot: uuid }).optional(),
});
export type PushHeader = z.infer<typeof pushHeader>;

/** Why an event was set aside. It keeps its place in the chain, and the log goes on behind it. */
export const outcomes = ["accepted", "deferred", "quarantined"] as const;
export type Outcome = (typeof outcomes)[number];
export const quarantineReasons = ["shape", "brand", "revoked", "too-large"] as const;

export const pushAnswer = z.strictObject({
	/** Highest durable sequence number of this chain. */
	ack: z.int().min(0),
	head: sha256Hex,
	/** Events that were not simply accepted. */
	outs: z.array(z.strictObject({ seq: z.int().min(1), out: z.enum(outcomes), reason: z.string().max(40) })),
	arch: incarnation,
	/** The archive's signature over `receiptStatement`. */
	receipt: z.strictObject({ at: z.int(), sig: signature }),
	/** The archive's time, ms UTC. */
	now: z.int(),
	minProto: z.int().min(1),
});
export type PushAnswer = z.infer<typeof pushAnswer>;

/** 409: the archive needs events from `expect` on (lost reply, restored archive). */
export const pushExpect = z.strictObject({
	code: z.literal("expect"),
	expect: z.int().min(1),
	head: sha256Hex,
	arch: incarnation,
});
/** 409: the same place was written twice (cloned disk, restored image): this device must open another epoch. */
export const pushFork = z.strictObject({
	code: z.literal("fork"),
	fork: z.int().min(1),
	known: chainHead,
	arch: incarnation,
});

/** A push as it travels. `texts` are canonical texts. */
export function writePush(header: PushHeader, texts: readonly string[]): string {
	return [JSON.stringify(header), ...texts, ""].join("\n");
}

/** The header and the untouched lines, or undefined when it is no push. */
export function readPush(body: string): { header: PushHeader; texts: string[] } | undefined {
	const [first = "", ...texts] = body.split("\n");
	if (texts.pop() !== "") return undefined;
	let raw: unknown;
	try {
		raw = JSON.parse(first);
	} catch {
		return undefined;
	}
	const header = pushHeader.safeParse(raw);
	return header.success && header.data.count === texts.length ? { header: header.data, texts } : undefined;
}
