/**
 * Two paired PCs greet: fresh X25519 keys, then each signs the conversation with the key the other knows from the
 * store's own record. Called for each new link; whoever is not on the record gets no further than its first frame.
 */
import { z } from "zod";
import { greetingStatement } from "../../../archive/protocol/statement.ts";
import { signatureHolds } from "../../../archive/signing/curves.ts";
import { uuid } from "../../../domain/event/event.ts";
import { type DeviceKey, sealCrypto } from "../device-key.ts";
import { type Channel, sealChannel, transcriptOf } from "./channel.ts";
import { type Link, siblingFrameBytes, strangerFrameBytes } from "./link.ts";

/** A link that came to nothing, and why, in a word for log and screen. */
export class NoGreeting extends Error {
	readonly why: "gone" | "malformed" | "unknown" | "clone" | "forged" | "store";
	constructor(why: NoGreeting["why"]) {
		super(`no greeting: ${why}`);
		this.why = why;
	}
}

const key32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const greeting = z.strictObject({ welt: z.literal("greet 1"), store: uuid, dev: uuid, once: key32 });
export const refusal = z.strictObject({ welt: z.literal("no 1"), why: z.enum(["unknown", "clone", "store"]) });
const proof = z.strictObject({ sig: z.string().max(100) });

export type Who = {
	store: string;
	dev: string;
	keys: DeviceKey;
	/** The key of a PC paired with this store; undefined for a stranger. */
	keyOf(dev: string): string | undefined;
};

export function frameOf(message: unknown): Buffer {
	return Buffer.from(JSON.stringify(message));
}

export function readFrame<T>(schema: z.ZodType<T>, frame: Uint8Array | undefined): T | undefined {
	if (!frame) return undefined;
	try {
		return schema.safeParse(JSON.parse(Buffer.from(frame).toString("utf8"))).data;
	} catch {
		return undefined;
	}
}

/** A fresh X25519 pair; `agree` answers undefined for a public half that is none. */
export function makeOnce() {
	const box = sealCrypto.makeBox();
	return {
		text: Buffer.from(box.publicKey).toString("base64url"),
		agree(peer: string): Uint8Array | undefined {
			try {
				return box.agree(Buffer.from(peer, "base64url"));
			} catch {
				return undefined;
			}
		},
	};
}

/** Says who we are on a link we opened. Rejects NoGreeting. */
export async function greetFirst(link: Link, who: Who): Promise<{ channel: Channel; dev: string }> {
	link.accept(strangerFrameBytes);
	const once = makeOnce();
	const said = frameOf({ welt: "greet 1", store: who.store, dev: who.dev, once: once.text });
	link.send(said);
	const answer = await link.next();
	if (!answer) throw new NoGreeting("gone");
	const no = readFrame(refusal, answer);
	if (no) throw new NoGreeting(no.why);
	const heard = readFrame(greeting, answer);
	if (!heard) throw new NoGreeting("malformed");
	const key = judge(heard, who);
	const shared = once.agree(heard.once);
	if (!shared) throw new NoGreeting("malformed");
	const transcript = transcriptOf(said, answer);
	return prove(sealChannel(link, shared, transcript, true), transcript, who, heard.dev, key);
}

/** Answers a greeting whose first frame has come. Rejects NoGreeting, after telling the other side what it may know. */
export async function greetBack(link: Link, first: Buffer, who: Who): Promise<{ channel: Channel; dev: string }> {
	const heard = readFrame(greeting, first);
	if (!heard) throw new NoGreeting("malformed");
	let key: string;
	try {
		key = judge(heard, who);
	} catch (error) {
		if (error instanceof NoGreeting) link.send(frameOf({ welt: "no 1", why: error.why }));
		throw error;
	}
	const once = makeOnce();
	const shared = once.agree(heard.once);
	if (!shared) throw new NoGreeting("malformed");
	const said = frameOf({ welt: "greet 1", store: who.store, dev: who.dev, once: once.text });
	link.send(said);
	const transcript = transcriptOf(first, said);
	return prove(sealChannel(link, shared, transcript, false), transcript, who, heard.dev, key);
}

/** The key the other side has to sign with. */
function judge({ store, dev }: z.infer<typeof greeting>, who: Who): string {
	if (dev === who.dev) throw new NoGreeting("clone");
	if (store !== who.store) throw new NoGreeting("store");
	const key = who.keyOf(dev);
	if (key === undefined) throw new NoGreeting("unknown");
	return key;
}

async function prove(channel: Channel, transcript: Buffer, who: Who, dev: string, key: string) {
	const once = transcript.toString("hex");
	channel.send(frameOf({ sig: who.keys.sign(greetingStatement(who.store, who.dev, dev, once)) }));
	const frame = await channel.next();
	if (!frame) throw new NoGreeting("gone");
	const heard = readFrame(proof, frame);
	if (!heard || !signatureHolds(key, greetingStatement(who.store, dev, who.dev, once), heard.sig))
		throw new NoGreeting("forged");
	channel.link.accept(siblingFrameBytes);
	return { channel, dev };
}
