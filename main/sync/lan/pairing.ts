/**
 * Two PCs that don't know each other become siblings: one shows a code, the other types it. Fresh X25519 keys, the code
 * stretched (scrypt) into what is derived from them, and a confirmation each way: who stands in between learns nothing and
 * gets one guess per try; sixty random bits can't be guessed afterwards either. Both prove their signing keys at once.
 */
import { createHmac, hkdfSync, scrypt, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { signatureHolds } from "../../../archive/signing/curves.ts";
import { uuid } from "../../../domain/event/event.ts";
import type { Random } from "../../ports.ts";
import type { DeviceKey } from "../device-key.ts";
import { type Channel, sealChannel, transcriptOf } from "./channel.ts";
import { frameOf, makeOnce, readFrame } from "./greeting.ts";
import { type Link, siblingFrameBytes, strangerFrameBytes } from "./link.ts";

/** `code`: not the one shown there. `closed`: nobody waits for one there. */
export class NotPaired extends Error {
	readonly why: "gone" | "malformed" | "code" | "closed" | "store";
	constructor(why: NotPaired["why"]) {
		super(`not paired: ${why}`);
		this.why = why;
	}
}

const key32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** `store` null: a PC that belongs to no workshop yet. */
export const pairHello = z.strictObject({
	welt: z.literal("pair 1"),
	store: uuid.nullable(),
	dev: uuid,
	key: key32,
	once: key32,
	name: z.string().max(60),
});
export type PairHello = z.infer<typeof pairHello>;
const confirmation = z.strictObject({ mac: z.string().max(60), sig: z.string().max(100) });
const no = z.strictObject({ welt: z.literal("no 1"), why: z.enum(["code", "closed", "store"]) });

/** No letters or digits that look alike. */
const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** `XXXX-XXXX-XXXX`, sixty bits. */
export function drawPairingCode(random: Random): string {
	const letters = [...random.bytes(12)].map((byte) => alphabet[byte % 32] ?? "2").join("");
	return letters.replace(/(.{4})(?=.)/g, "$1-");
}

/** What people type: any case, with or without strokes. */
export const plainCode = (typed: string) => typed.toUpperCase().replace(/[^0-9A-Z]/g, "");

export type Self = { store: string | null; dev: string; name: string; keys: DeviceKey };
export type Paired = { channel: Channel; peer: PairHello };

const stretched = (code: string, salt: Uint8Array): Promise<Buffer> =>
	new Promise((resolve, reject) => {
		const cost = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
		scrypt(plainCode(code), salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key)));
	});

const statement = (transcript: Uint8Array) => `welt pairing 1\n${Buffer.from(transcript).toString("hex")}`;
const macOf = (key: Uint8Array, who: "typed" | "shown") => createHmac("sha256", key).update(who).digest("base64url");

function sameText(a: string, b: string): boolean {
	const [x, y] = [Buffer.from(a), Buffer.from(b)];
	return x.byteLength === y.byteLength && timingSafeEqual(x, y);
}

function hello(self: Self, once: string): Buffer {
	const { store, dev, keys, name } = self;
	return frameOf({ welt: "pair 1", store, dev, key: keys.key, once, name } satisfies PairHello);
}

async function secrets(shared: Uint8Array, code: string, transcript: Buffer) {
	const both = Buffer.concat([shared, await stretched(code, transcript)]);
	return {
		confirm: Buffer.from(hkdfSync("sha256", both, transcript, "welt pairing confirm", 32)),
		shared: Buffer.from(hkdfSync("sha256", both, transcript, "welt pairing channel", 32)),
	};
}

/** The side where the code is typed. Rejects NotPaired. */
export async function pairTyped(link: Link, self: Self, code: string): Promise<Paired> {
	link.accept(strangerFrameBytes);
	const once = makeOnce();
	const said = hello(self, once.text);
	link.send(said);
	const answer = await link.next();
	refuseNo(answer);
	const peer = readFrame(pairHello, answer);
	const shared = peer && once.agree(peer.once);
	if (!answer || !peer || !shared) throw new NotPaired("malformed");
	const transcript = transcriptOf(said, answer);
	const keys = await secrets(shared, code, transcript);
	link.send(frameOf({ mac: macOf(keys.confirm, "typed"), sig: self.keys.sign(statement(transcript)) }));
	const last = await link.next();
	refuseNo(last);
	confirmed(last, keys.confirm, "shown", peer, transcript);
	link.accept(siblingFrameBytes);
	return { channel: sealChannel(link, keys.shared, transcript, true), peer };
}

function refuseNo(frame: Buffer | undefined): void {
	if (!frame) throw new NotPaired("gone");
	const said = readFrame(no, frame);
	if (said) throw new NotPaired(said.why);
}

function confirmed(
	frame: Buffer | undefined,
	key: Uint8Array,
	who: "typed" | "shown",
	peer: PairHello,
	transcript: Buffer,
) {
	const heard = readFrame(confirmation, frame);
	if (!heard) throw new NotPaired(frame ? "malformed" : "gone");
	if (!sameText(heard.mac, macOf(key, who)) || !signatureHolds(peer.key, statement(transcript), heard.sig))
		throw new NotPaired("code");
}

/**
 * The side that shows the code; `first` is the other's first frame. `guess` is called for every confirmation that comes,
 * right or wrong, and answers the code, or undefined when no more tries are left. Rejects NotPaired.
 */
export async function pairShown(
	link: Link,
	first: Buffer,
	self: Self,
	guess: () => string | undefined,
): Promise<Paired> {
	const refuseWith = (why: "code" | "closed" | "store"): never => {
		link.send(frameOf({ welt: "no 1", why }));
		throw new NotPaired(why);
	};
	const peer = readFrame(pairHello, first);
	if (!peer) throw new NotPaired("malformed");
	if (peer.store !== null && peer.store !== self.store) refuseWith("store");
	const once = makeOnce();
	const shared = once.agree(peer.once);
	if (!shared) throw new NotPaired("malformed");
	// A try counts before it is answered: a link that breaks off is no free guess.
	const code = guess() ?? refuseWith("closed");
	const said = hello(self, once.text);
	link.send(said);
	const transcript = transcriptOf(first, said);
	const keys = await secrets(shared, code, transcript);
	try {
		confirmed(await link.next(), keys.confirm, "typed", peer, transcript);
	} catch (error) {
		if (error instanceof NotPaired && error.why === "code") refuseWith("code");
		throw error;
	}
	link.send(frameOf({ mac: macOf(keys.confirm, "shown"), sig: self.keys.sign(statement(transcript)) }));
	link.accept(siblingFrameBytes);
	return { channel: sealChannel(link, keys.shared, transcript, false), peer };
}
