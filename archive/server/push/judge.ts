/**
 * Looks at pushed lines before any database is asked: their hashes in chain order, and for each whether it is an event
 * of this protocol. What is misshapen is set aside with a reason; it keeps its place, nothing behind it waits.
 */
import { createHash } from "node:crypto";
import { isCanonical } from "../../../domain/event/canonical.ts";
import { eventHash, type Sha256 } from "../../../domain/event/chain.ts";
import { eventSchema } from "../../../domain/event/event.ts";
import type { Outcome, PushHeader } from "../../protocol/push.ts";
import { maxEventBytes } from "../../protocol/version.ts";

export const sha256: Sha256 = (...parts) => {
	const hash = createHash("sha256");
	for (const part of parts) hash.update(part);
	return hash.digest("hex");
};

export type Judged = {
	seq: number;
	text: string;
	hash: string;
	out: Outcome;
	reason: string | null;
	/** The brand it names; null = the house brand. */
	brand: string | null;
	/** Its own clocks; wall is null when the event can't be read. */
	wall: number | null;
	boot: string | null;
};

/** `brands`: those the store may write for. */
export function judge(
	header: PushHeader,
	store: string,
	texts: readonly string[],
	brands: ReadonlySet<string>,
): Judged[] {
	let prev = header.prev;
	return texts.map((text, index) => {
		const seq = header.from + index;
		const hash = eventHash(sha256, prev, text);
		const judged = judgeOne(text, { ...header, store, seq, prev }, brands);
		prev = hash;
		return { seq, text, hash, ...judged };
	});
}

type Place = { store: string; dev: string; epoch: number; seq: number; prev: string };

function judgeOne(text: string, place: Place, brands: ReadonlySet<string>): Omit<Judged, "seq" | "text" | "hash"> {
	const aside = (reason: string) => ({ out: "quarantined" as const, reason, brand: null, wall: null, boot: null });
	if (text.length > maxEventBytes) return aside("too-large");
	const event = parse(text);
	if (!event) return aside("shape");
	const { store, dev, epoch, seq, prev } = place;
	const here =
		event.store === store && event.dev === dev && event.epoch === epoch && event.seq === seq && event.prev === prev;
	if (!here) return aside("shape");
	const { brand, wall, boot } = event;
	if (brand !== null && !brands.has(brand)) return { ...aside("brand"), wall, boot };
	return { out: "accepted", reason: null, brand, wall, boot };
}

function parse(text: string) {
	try {
		const raw: unknown = JSON.parse(text);
		const event = eventSchema.safeParse(raw);
		return event.success && isCanonical(raw, text) ? event.data : undefined;
	} catch {
		return undefined;
	}
}
