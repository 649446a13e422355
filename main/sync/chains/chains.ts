/**
 * What the exchange does to the chains in this PC's log: takes what the archive's feed holds, gives way where the archive
 * has another branch, goes one step back when the archive's memory has gone back. Called by push and pull; sends nothing.
 */
import type { SignedHead } from "../../../archive/protocol/fields.ts";
import { nextStation } from "../../../db/backup/manifest.ts";
import type { Log, LogIdentity } from "../../../db/log.ts";
import type { LocalRows } from "../../../db/queries/local.ts";
import type { SyncRows } from "../../../db/queries/sync.ts";
import type { ArrivalFault, ChainPlace, RefusedArrival } from "../../../db/receive.ts";
import { type StationState, stationEvents } from "../../../domain/station/station.ts";
import { LineDown } from "../line.ts";
import type { PulledEvent } from "../pull.ts";
import { signChain } from "./pieces.ts";

export type ChainName = { dev: string; epoch: number };

export type ChainsDeps = {
	log: Log;
	rows: SyncRows;
	local: Pick<LocalRows, "setSetting">;
	clock: { now(): number };
	/** This PC's disk was copied or put back: it goes on in another epoch, and people should know. */
	forked(chain: ChainName, from: number): void;
};

export type Chains = ReturnType<typeof createChains>;

/** The archive hands on only what it could read. */
const storeOf = (text: string) => (JSON.parse(text) as { store: string }).store;

/** The archive's branch stands. `own`: a place of this PC's chain that it hasn't written yet is taken at the archive. */
const branched: ReadonlySet<ArrivalFault> = new Set(["fork", "own"]);

export function createChains({ log, rows, local, clock, forked }: ChainsDeps) {
	const isCurrent = ({ dev, epoch }: ChainName) => dev === log.identity.dev && epoch === log.identity.epoch;

	/** Numbers on slips come with the epoch: whoever goes on in the old one keeps the old number. */
	function takeNumber(identity: LogIdentity): void {
		const agg = `station:${identity.dev}` as const;
		const station = log.state<StationState>(agg)?.state;
		if (!station) return;
		const number = nextStation(rows.stationNumbers());
		log.append(identity.dev, [stationEvents["station.opened"].make(agg, { number, label: station.label })]);
	}

	/** From `seq` on the archive has something else in this chain. Nothing is lost: what was here goes on elsewhere. */
	function giveWay(chain: ChainName, seq: number, from: string): void {
		log.transact(() => {
			const left = log.giveWay(chain, seq);
			const heldAt = clock.now();
			for (const { text, hash } of left) rows.hold({ hash, from, reason: "branch", heldAt, text });
			if (chain.dev !== log.identity.dev) return;
			local.setSetting("identity", log.identity);
			takeNumber(log.identity);
		});
		if (chain.dev === log.identity.dev) forked(chain, seq);
	}

	/** Each refusal for a branch is settled by giving way, then everything is handed in again. */
	function receive(feed: string, events: readonly PulledEvent[], into: Log["receive"]) {
		const arrived = events.map(({ mark, text }) => ({ text, hash: mark.hash, aside: mark.out !== "accepted" }));
		const places = new Map<string, number>();
		for (;;) {
			const received = into(arrived);
			if (received.refused.some(({ fault }) => fault === "hash"))
				throw new LineDown("an event that is not what it says");
			const branch = received.refused.find(({ fault }) => branched.has(fault));
			if (!branch?.chain) return received;
			const chain = `${branch.chain.dev}/${branch.chain.epoch}`;
			const at = branchesAt(branch);
			// Each time further back, or the page contradicts itself: this PC must not give way for ever.
			if (at >= (places.get(chain) ?? Number.POSITIVE_INFINITY)) throw new LineDown("a page of two branches");
			places.set(chain, at);
			giveWay(branch.chain, at, feed);
		}
	}

	/** The place from which on the two differ: that of the event itself, unless it hangs on something else than ours. */
	function branchesAt({ chain, expect, fault }: RefusedArrival): number {
		const { seq } = chain as ChainPlace;
		return fault === "fork" && seq === expect ? Math.max(1, seq - 1) : Math.min(seq, expect ?? seq);
	}

	function holdAll(feed: string, events: readonly PulledEvent[], refused: readonly RefusedArrival[]): void {
		const heldAt = clock.now();
		for (const { at, fault } of refused) {
			const event = events[at];
			if (event) rows.hold({ hash: event.mark.hash, from: feed, reason: fault, heldAt, text: event.text });
		}
	}

	return {
		giveWay,
		/** Takes events of the store's feed, in order, inside the reader's transaction. `into`: what stores them, if not the log. */
		take(feed: string, events: readonly PulledEvent[], into: Log["receive"] = log.receive): void {
			for (const { mark } of events) {
				if (mark.out !== "accepted") rows.mark(mark.hash, mark.out, null, mark.ats);
			}
			const { refused, reached } = receive(feed, events, into);
			holdAll(feed, events, refused);
			// What the archive gave it has: nobody here needs to carry it there. Its own work waits for a receipt.
			for (const place of reached) {
				if (!isCurrent(place)) rows.raiseAcked(place.dev, place.epoch, place.seq);
			}
		},
		/**
		 * Takes what other stores wrote, in parts of their chains; answers who they are. Our own store's comes whole, by its
		 * own feed.
		 */
		takeParts(feed: string, events: readonly PulledEvent[]): Set<string> {
			const others = events.filter(({ text }) => storeOf(text) !== log.identity.store);
			holdAll(feed, others, receive(feed, others, log.receiveParts).refused);
			return new Set(others.map(({ text }) => storeOf(text)));
		},
		/** A sibling's signature is checked when its events are carried on; one that doesn't fit its event is of no use. */
		keepHead({ dev, epoch, seq, hash, sig }: SignedHead): void {
			if (rows.hashAt(dev, epoch, seq) === hash) rows.putHead(dev, epoch, { seq, hash, sig });
		},
		/** One step back makes each chain speak up: the archive then says from where it needs it. */
		stepBack(): void {
			for (const { dev, epoch, acked } of rows.chains()) rows.setAcked(dev, epoch, Math.max(0, acked - 1));
		},
		/** This PC vouches for what it wrote, so that anybody may carry it. */
		sign(sign: (text: string) => string): void {
			log.transact(() => {
				for (const chain of rows.chains()) if (chain.dev === log.identity.dev) signChain(rows, chain, sign);
			});
		},
		isCurrent,
	};
}
