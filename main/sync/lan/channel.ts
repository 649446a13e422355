/**
 * A sealed channel over a link: AES-256-GCM with a key for each direction and a counter as nonce that never travels, so
 * that a frame that is forged, doubled, left out or moved doesn't open. One that doesn't open ends the link.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync } from "node:crypto";
import type { Link } from "./link.ts";

export type Channel = {
	readonly link: Link;
	send(plain: Uint8Array): void;
	/** The next frame's content; undefined once the link is gone. Rejects with {@link BrokenSeal}. */
	next(): Promise<Buffer | undefined>;
	close(): void;
};

/** A frame that the other side didn't seal like this. */
export class BrokenSeal extends Error {}

const tagBytes = 16;
export const sealBytesPerFrame = tagBytes;

/** What both sides said so far, in order: everything derived or signed later holds for this conversation only. */
export function transcriptOf(...frames: readonly Uint8Array[]): Buffer {
	const hash = createHash("sha256");
	for (const frame of frames) hash.update(`${frame.byteLength}:`).update(frame);
	return hash.digest();
}

function nonce(count: number): Buffer {
	const bytes = Buffer.alloc(12);
	bytes.writeBigUInt64BE(BigInt(count), 4);
	return bytes;
}

/** @param dialed the side that opened the link */
export function sealChannel(link: Link, shared: Uint8Array, transcript: Uint8Array, dialed: boolean): Channel {
	const keys = Buffer.from(hkdfSync("sha256", shared, transcript, "welt lan 1", 64));
	const halves = [keys.subarray(0, 32), keys.subarray(32)] as const;
	const [mine, theirs] = dialed ? halves : [halves[1], halves[0]];
	let sent = 0;
	let read = 0;
	return {
		link,
		send(plain) {
			const cipher = createCipheriv("aes-256-gcm", mine, nonce(sent));
			sent += 1;
			link.send(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
		},
		async next() {
			const frame = await link.next();
			if (!frame) return undefined;
			if (frame.byteLength < tagBytes) throw new BrokenSeal("shorter than its seal");
			const decipher = createDecipheriv("aes-256-gcm", theirs, nonce(read));
			read += 1;
			decipher.setAuthTag(frame.subarray(frame.byteLength - tagBytes));
			const plain = decipher.update(frame.subarray(0, frame.byteLength - tagBytes));
			try {
				return Buffer.concat([plain, decipher.final()]);
			} catch {
				throw new BrokenSeal("not sealed by the sibling, or not its next frame");
			}
		},
		close: () => link.close(),
	};
}
