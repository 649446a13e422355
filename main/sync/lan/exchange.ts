/**
 * What one PC hands another and takes from it, whatever the way: a link between them or a file on a stick. Chains go in
 * pieces that end at their writer's signature, so that anybody may carry them and nobody can add to another's.
 */
import { headStatement } from "../../../archive/protocol/statement.ts";
import { maxBatch } from "../../../archive/protocol/version.ts";
import { signatureHolds } from "../../../archive/signing/curves.ts";
import type { Log } from "../../../db/log.ts";
import type { Reach, SiblingRows, SignedPiece } from "../../../db/queries/exchange/siblings.ts";
import type { SyncRows } from "../../../db/queries/sync.ts";
import type { ArrivalFault, RefusedArrival } from "../../../db/receive.ts";
import type { ChainName, Chains } from "../chains/chains.ts";
import type { DeviceKey } from "../device-key.ts";

const pieceEvents = maxBatch / 2;
const pieceBytes = 512 * 1024;

export type ExchangeDeps = {
	log: Log;
	rows: SyncRows;
	siblings: SiblingRows;
	chains: Pick<Chains, "giveWay" | "isCurrent" | "sign">;
	clock: { now(): number };
	keys(): DeviceKey;
	/** The key of a PC that is or was one of ours; undefined where the record doesn't say. */
	writerKey(dev: string): string | undefined;
};

/** What an order that moved consists of; nothing else of another store is ever taken from a sibling. */
const ofOrders = /^(?:order|job|item|subject):/;

function aggOf(text: string): string {
	try {
		return String((JSON.parse(text) as { agg?: unknown }).agg);
	} catch {
		return "";
	}
}

export type Piece = ChainName & SignedPiece;
/** Why a piece was not taken. `signature`: its writer didn't sign that. */
export type PieceFault = ArrivalFault | "signature";

export type Exchange = ReturnType<typeof createExchange>;

export function createExchange({ log, rows, siblings, chains, clock, keys, writerKey }: ExchangeDeps) {
	function vouches({ dev, epoch, lines, sig }: Piece): boolean {
		const last = lines.at(-1);
		if (!last) return false;
		const key = dev === log.identity.dev ? keys().key : writerKey(dev);
		return key === undefined || signatureHolds(key, headStatement({ dev, epoch, seq: last.seq, hash: last.hash }), sig);
	}

	/** This PC's disk is an older one, put back: what a sibling has of its chain was written by it, so it goes on elsewhere. */
	function givesWay(piece: Piece, at: number): boolean {
		const mine = chains.isCurrent(piece);
		const acked = rows.chains().find(({ dev, epoch }) => dev === piece.dev && epoch === piece.epoch)?.acked ?? 0;
		if (!mine || at <= acked) return false;
		chains.giveWay(piece, at, `lan:${piece.dev}`);
		return true;
	}

	/** From where on the two differ: the event's own place, unless it hangs on something else than ours. */
	function branchAt({ chain, expect, fault }: RefusedArrival): number {
		const seq = chain?.seq ?? 1;
		return fault === "fork" && seq === expect ? Math.max(1, seq - 1) : Math.min(seq, expect ?? seq);
	}

	return {
		/** Up to where this PC can hand on; signs what it wrote itself first. */
		vouched(): Reach[] {
			chains.sign((text) => keys().sign(text));
			return siblings.vouched();
		},
		ends: () => siblings.ends(),
		/** True when all that is here can be handed on. */
		whole(): boolean {
			chains.sign((text) => keys().sign(text));
			const signed = new Map(siblings.vouched().map(({ dev, epoch, seq }) => [`${dev}/${epoch}`, seq]));
			return siblings.ends().every(({ dev, epoch, seq }) => (signed.get(`${dev}/${epoch}`) ?? 0) >= seq);
		},
		epoch: () => log.identity.epoch,
		newestPart: siblings.newestPart,
		/** Parts of other stores' chains behind a place of this PC's log, and how far that reads. */
		parts(after: number) {
			const lines = siblings.parts(after, pieceEvents, pieceBytes);
			return { lines, upTo: lines.at(-1)?.pos ?? Math.max(after, siblings.newestPart()) };
		},
		/**
		 * Takes such parts, in one transaction; answers how many were new, and how many refused. Nobody here can check who wrote them: the
		 * sibling's own word, given under the key it was paired with, stands for them until the archive says otherwise.
		 */
		takeParts(lines: readonly (readonly [string, string])[]): { stored: number; refused: number } {
			return log.transact(() => {
				// What the archive contradicted has left this log; a sibling that hasn't heard yet must not bring it back.
				const fit = lines.filter(([text, hash]) => ofOrders.test(aggOf(text)) && !rows.isHeld(hash));
				const { stored, refused } = log.receiveParts(fit.map(([text, hash]) => ({ text, hash })));
				return { stored, refused: lines.length - fit.length + refused.length };
			});
		},
		hashAt: rows.hashAt,
		piece(dev: string, epoch: number, after: number): Piece | undefined {
			const found = siblings.piece(dev, epoch, after, pieceEvents, pieceBytes);
			return found && { dev, epoch, ...found };
		},
		/**
		 * Takes a piece whole, with its signature, in one transaction. Answers the fault where nothing could be taken; what
		 * contradicts the log is then kept aside for a person.
		 */
		take(piece: Piece, from: string): PieceFault | undefined {
			if (!vouches(piece)) return "signature";
			return log.transact(() => {
				for (;;) {
					const received = log.receive(
						piece.lines.map(({ text, hash, aside }) => ({ text, hash, aside: aside === 1 })),
					);
					const [refused] = received.refused;
					if (!refused) {
						for (const { hash, aside } of piece.lines) if (aside === 1) rows.mark(hash, "quarantined", null, null);
						const { seq, hash } = piece.lines.at(-1) as { seq: number; hash: string };
						if (rows.hashAt(piece.dev, piece.epoch, seq) === hash)
							rows.putHead(piece.dev, piece.epoch, { seq, hash, sig: piece.sig });
						return undefined;
					}
					const branched = refused.fault === "fork" || refused.fault === "own";
					if (branched && givesWay(piece, branchAt(refused))) continue;
					const line = piece.lines[refused.at];
					if (branched && line) {
						const held = { hash: line.hash, from, reason: refused.fault, heldAt: clock.now(), text: line.text };
						rows.hold(held);
					}
					return refused.fault;
				}
			});
		},
	};
}
