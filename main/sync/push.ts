/**
 * Sends what the archive doesn't have yet, chain by chain, oldest first. A chain goes from one of its writer's signatures
 * to the next; this workstation signs its own as it goes. Only a receipt that holds moves the mark.
 */
import { type PushAnswer, pushAnswer, pushExpect, pushFork, writePush } from "../../archive/protocol/push.ts";
import { receiptStatement } from "../../archive/protocol/statement.ts";
import { protocolVersion } from "../../archive/protocol/version.ts";
import { signatureHolds } from "../../archive/signing/curves.ts";
import type { ChainRow, SyncRows } from "../../db/queries/sync.ts";
import { zeroHash } from "../../domain/event/chain.ts";
import { type ArchiveClient, ArchiveSaidNo, at } from "./archive-client.ts";
import type { Chains } from "./chains/chains.ts";
import { nextPiece } from "./chains/pieces.ts";
import { LineDown } from "./line.ts";
import type { Proofs } from "./reference/roots.ts";

export type PushDeps = {
	client: ArchiveClient;
	rows: SyncRows;
	chains: Pick<Chains, "giveWay" | "isCurrent">;
	/** Ed25519 of the archive: its receipts are checked with it. */
	archiveKey: string;
	identity: { dev: string };
	clock: { now(): number; mono(): number };
	boot: string;
	/** Carries out `work` in one durable transaction. */
	transact<T>(work: () => T): T;
	/** Which life of the archive answered. */
	seen(arch: string): boolean;
	/** Where its receipts are kept; without it none is. */
	proofs?: Pick<Proofs, "rows" | "lost">;
};

/** Answers how many events the archive took. Rejects LineDown or ArchiveSaidNo. */
export async function pushAll(deps: PushDeps): Promise<number> {
	let sent = 0;
	for (const chain of deps.rows.chains())
		sent += await pushChain(deps, chain).catch((error) => notCarried(deps, chain, error));
	return sent;
}

/** A sibling the archive doesn't know (yet) is no reason to keep back what others wrote. */
function notCarried({ identity }: PushDeps, { dev }: ChainRow, error: unknown): number {
	if (dev !== identity.dev && error instanceof ArchiveSaidNo && error.code === "forbidden") return 0;
	throw error;
}

async function pushChain(deps: PushDeps, chain: ChainRow): Promise<number> {
	const { rows, chains, transact } = deps;
	const { dev, epoch } = chain;
	let acked = chain.acked;
	let sent = 0;
	/** How far the archive's chain goes. */
	let there = 0;
	/** Where the archive asked to begin again; asking for the same place twice leads nowhere. */
	let askedFor: number | undefined;
	for (;;) {
		const piece = nextPiece(rows, chain, acked);
		if (!piece) break;
		const outcome = await send(deps, chain, acked, piece);
		if (outcome === "forked") return sent;
		if (typeof outcome === "number") {
			if (askedFor === outcome) return sent;
			askedFor = outcome;
			acked = outcome - 1;
			transact(() => rows.setAcked(dev, epoch, acked));
			continue;
		}
		there = outcome.ack;
		// Whether what lies behind this piece is the same was not looked at yet.
		const reached = Math.min(outcome.ack, piece.lines.at(-1)?.seq ?? 0);
		// An archive that takes nothing and says so for ever must not keep this PC busy.
		if (reached <= acked) throw new LineDown("an answer that leads nowhere");
		sent += reached - acked;
		acked = reached;
		transact(() => {
			rows.setAcked(dev, epoch, acked);
			keepReceipt(deps, chain, outcome);
			for (const { seq, out, reason } of outcome.outs) {
				const hash = rows.hashAt(dev, epoch, seq);
				if (hash !== undefined) rows.mark(hash, out, reason, null);
			}
		});
	}
	// More of the chain this PC writes than it has written: its disk is an older one, put back or copied.
	if (there > acked && chains.isCurrent(chain)) chains.giveWay(chain, acked + 1, "push");
	return sent;
}

/** Only for what is here as the archive has it: nobody else's branch. */
function keepReceipt({ proofs, rows }: PushDeps, { dev, epoch }: ChainRow, answer: PushAnswer): void {
	const { ack: seq, head: hash, arch, receipt } = answer;
	if (rows.hashAt(dev, epoch, seq) === hash) proofs?.rows.keepReceipt({ dev, epoch, arch, seq, hash, ...receipt });
}

type Piece = NonNullable<ReturnType<typeof nextPiece>>;

/** The archive's answer; or the place it wants events from; or that the chain forked. */
async function send(deps: PushDeps, chain: ChainRow, acked: number, piece: Piece) {
	const { rows, clock, boot, identity, client } = deps;
	const { dev, epoch } = chain;
	const own = dev === identity.dev;
	const header = {
		proto: protocolVersion,
		dev,
		epoch,
		from: acked + 1,
		prev: acked === 0 ? zeroHash : (rows.hashAt(dev, epoch, acked) ?? zeroHash),
		count: piece.lines.length,
		sig: piece.sig,
		...(own ? { clock: { now: clock.now(), mono: Math.floor(clock.mono()), boot } } : {}),
	};
	const body = writePush(
		header,
		piece.lines.map(({ text }) => text),
	);
	try {
		const headers = { "content-type": "application/x-ndjson" };
		const answer = await client.askFor(pushAnswer, { ...at("push"), headers, body });
		const head = { dev, epoch, seq: answer.ack, hash: answer.head };
		const said = receiptStatement(answer.arch, head, answer.receipt.at);
		if (!signatureHolds(deps.archiveKey, said, answer.receipt.sig)) throw new LineDown("a receipt that does not hold");
		deps.seen(answer.arch);
		return answer;
	} catch (error) {
		return refused(deps, chain, error);
	}
}

/** Send again from a place, or a fork. Anything else goes up. */
function refused({ chains, proofs }: PushDeps, chain: ChainRow, error: unknown): number | "forked" {
	if (!(error instanceof ArchiveSaidNo)) throw error;
	const expect = pushExpect.safeParse({ code: error.code, ...error.more });
	if (expect.success) {
		const { expect: from, arch } = expect.data;
		// The same life of it that said it had more: not a backup put back, but a loss nobody told us of.
		if ((proofs?.rows.receiptedUpTo(chain.dev, chain.epoch, arch) ?? 0) >= from) proofs?.lost(chain, from);
		return from;
	}
	const fork = pushFork.safeParse({ code: error.code, ...error.more });
	if (!fork.success) throw error;
	chains.giveWay(chain, fork.data.fork, "push");
	return "forked";
}
