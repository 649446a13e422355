/** The per-device hash chain: h = sha256(prev's 32 bytes || canonical text of the event). Hash function injected. */
import type { WeltEvent } from "./event.ts";

/** sha256 over the concatenation of the parts, as lower-case hex. */
export type Sha256 = (...parts: (Uint8Array | string)[]) => string;

export const zeroHash = "0".repeat(64);

/** 0–15; both cases. Every event passes here some times: no text is cut out for it. */
function digit(hex: string, at: number): number {
	const code = hex.charCodeAt(at);
	return code < 58 ? code - 48 : (code | 32) - 87;
}

export function hexBytes(hex: string): Uint8Array {
	const bytes = new Uint8Array(hex.length / 2);
	for (let i = 0; i < bytes.length; i++) bytes[i] = (digit(hex, i * 2) << 4) | digit(hex, i * 2 + 1);
	return bytes;
}

export function eventHash(sha256: Sha256, prev: string, canonical: string): string {
	return sha256(hexBytes(prev), canonical);
}

export type ChainLink = { dev: string; epoch: number; seq: number; prev: string; text: string; hash: string };
export type ChainFault = { dev: string; epoch: number; seq: number; fault: "gap" | "prev" | "hash" };

/** Walks links ordered by (dev, epoch, seq) and yields every fault; none means the chain holds. */
export function* chainFaults(sha256: Sha256, links: Iterable<ChainLink>): Generator<ChainFault> {
	let last: ChainLink | undefined;
	for (const link of links) {
		const same = last !== undefined && last.dev === link.dev && last.epoch === link.epoch;
		const expectSeq = same && last ? last.seq + 1 : 1;
		const expectPrev = same && last ? last.hash : zeroHash;
		const at = { dev: link.dev, epoch: link.epoch, seq: link.seq };
		if (link.seq !== expectSeq) yield { ...at, fault: "gap" };
		else if (link.prev !== expectPrev) yield { ...at, fault: "prev" };
		if (eventHash(sha256, link.prev, link.text) !== link.hash) yield { ...at, fault: "hash" };
		last = link;
	}
}

/** Place of an event in its chain, for messages. */
export function chainPlace(event: Pick<WeltEvent, "dev" | "epoch" | "seq">): string {
	return `${event.dev}/${event.epoch}/${event.seq}`;
}
