/**
 * Takes a push: one transaction on one shard. Lock the chain's head; drop what is known (and notice a fork); give the
 * rest the feed's next places; insert; move both heads; commit; only then acknowledge. Sent twice, it adds nothing.
 */
import type { z } from "zod";
import { zeroHash } from "../../../domain/event/chain.ts";
import type { ChainHead } from "../../protocol/fields.ts";
import { addToChecksum } from "../../protocol/pull.ts";
import type { PushAnswer, PushHeader, pushAnswer } from "../../protocol/push.ts";
import { headStatement, receiptStatement } from "../../protocol/statement.ts";
import { oldestProtocol } from "../../protocol/version.ts";
import { signatureHolds } from "../../signing/curves.ts";
import type { Archive } from "../archive.ts";
import { archiveDevice } from "../gate/archive-device.ts";
import type { Caller } from "../gate/tokens.ts";
import { checksumNumber, checksumText } from "../pull/store-feed.ts";
import { refuse } from "../refuse.ts";
import { only, type Tx } from "../sql/sql.ts";
import { correctedAt, learnSkews } from "./clocks.ts";
import { type Judged, judge } from "./judge.ts";

type Writer = { store: string; key: string; revoked_at: number | null };
type Head = { seq: number; hash: string };

/** `texts`: canonical texts as they came. The caller may carry the log of any device of its own store. */
export async function takePush(
	archive: Archive,
	caller: Caller,
	header: PushHeader,
	texts: readonly string[],
): Promise<PushAnswer> {
	if (texts.some((text) => text.includes("\u0000"))) refuse("malformed", "a text of an event never holds NUL");
	const judged = judge(header, caller.store, texts, new Set(caller.brands));
	const last = judged.at(-1);
	const { dev, epoch } = header;
	const led: ChainHead = { dev, epoch, seq: header.from - 1 + texts.length, hash: last?.hash ?? header.prev };
	const now = archive.clock.now();
	const done = await archive.sql.transaction(caller.brands, async (tx) => {
		const writer = await findWriter(archive, tx, caller.store, dev);
		if (!writer || writer.store !== caller.store) refuse("forbidden", "no device of this store wrote that");
		if (!signatureHolds(writer.key, headStatement(led), header.sig))
			refuse("forbidden", "the writer's signature does not hold");
		// Whoever carries it: what a sibling signed is the sibling's.
		if (writer.revoked_at !== null) {
			for (const one of judged) Object.assign(one, { out: "quarantined", reason: "revoked" });
		}
		return store(tx, archive, caller, header, judged, now);
	});
	if (done.grewTo !== undefined) archive.grew(`store:${caller.store}`, done.grewTo);
	const head = { dev, epoch, seq: done.head.seq, hash: done.head.hash };
	return {
		ack: head.seq,
		head: head.hash,
		outs: judged.flatMap(({ seq, out, reason }) => (out === "accepted" ? [] : [{ seq, out, reason: reason ?? "" }])),
		arch: archive.incarnation,
		receipt: { at: now, sig: archive.signer.sign(receiptStatement(archive.incarnation, head, now)) },
		now,
		minProto: oldestProtocol,
	} satisfies z.input<typeof pushAnswer>;
}

/** A device of the store, or the archive itself: what it wrote before it was restored comes back through a workstation. */
async function findWriter(archive: Archive, tx: Tx, store: string, dev: string): Promise<Writer | undefined> {
	if (dev === archiveDevice(`store:${store}`)) return { store, key: archive.signer.publicKey, revoked_at: null };
	const [writer] = await tx.rows<Writer>("SELECT store, key, revoked_at FROM device WHERE id = $1", [dev]);
	return writer;
}

async function lockHead(tx: Tx, store: string, { dev, epoch }: PushHeader): Promise<Head> {
	await tx.rows("INSERT INTO chain_head VALUES ($1, $2, $3, 0, $4) ON CONFLICT DO NOTHING", [
		store,
		dev,
		epoch,
		Buffer.from(zeroHash, "hex"),
	]);
	const row = only(
		await tx.rows<{ seq: number; hash: Buffer }>(
			"SELECT seq, hash FROM chain_head WHERE store = $1 AND dev = $2 AND epoch = $3 FOR UPDATE",
			[store, dev, epoch],
		),
	);
	return { seq: row.seq, hash: row.hash.toString("hex") };
}

/** Refuses `fork` when a place that is taken is written again with something else. */
async function compareOverlap(
	tx: Tx,
	archive: Archive,
	store: string,
	header: PushHeader,
	judged: readonly Judged[],
	head: Head,
) {
	const { dev, epoch, from, prev } = header;
	const pushed = new Map([[from - 1, prev], ...judged.map(({ seq, hash }) => [seq, hash] as const)]);
	const upTo = Math.min(head.seq, from - 1 + judged.length);
	const known = await tx.rows<{ seq: number; hash: Buffer }>(
		"SELECT seq, hash FROM event WHERE store = $1 AND dev = $2 AND epoch = $3 AND seq BETWEEN $4 AND $5 ORDER BY seq",
		[store, dev, epoch, from - 1, upTo],
	);
	const differs = known.find(({ seq, hash }) => pushed.get(seq) !== hash.toString("hex"));
	const first = from === 1 && prev !== zeroHash ? 1 : differs?.seq;
	if (first !== undefined) {
		const at = { dev, epoch, seq: head.seq, hash: head.hash };
		refuse("fork", "this place of the chain was written twice", {
			fork: Math.max(1, first),
			known: at,
			arch: archive.incarnation,
		});
	}
}

async function store(
	tx: Tx,
	archive: Archive,
	caller: Caller,
	header: PushHeader,
	judged: readonly Judged[],
	now: number,
) {
	const { dev, epoch, from } = header;
	const head = await lockHead(tx, caller.store, header);
	if (from > head.seq + 1) {
		refuse("expect", "events before these are missing", {
			expect: head.seq + 1,
			head: head.hash,
			arch: archive.incarnation,
		});
	}
	await compareOverlap(tx, archive, caller.store, header, judged, head);
	const fresh = judged.filter(({ seq }) => seq > head.seq);
	const last = fresh.at(-1);
	if (!last) return { head, grewTo: undefined };
	const n = await takePlaces(tx, caller.store, fresh);
	const skews = await learnSkews(
		tx,
		caller.store,
		header,
		fresh.flatMap(({ boot }) => boot ?? []),
		now,
	);
	const [house] = caller.brands;
	const ats = fresh.map(({ wall, boot }) => correctedAt(wall, boot === null ? undefined : skews.get(boot), now));
	await tx.rows(
		`INSERT INTO event (store, pos, arr, brand, dev, epoch, seq, hash, ats, out, reason, text)
		SELECT $1, $2 + i, $3, b, $4, $5, s, decode(h, 'hex'), a, o, r, t
		FROM unnest($6::uuid[], $7::bigint[], $8::text[], $9::bigint[], $10::text[], $11::text[], $12::text[]) WITH ORDINALITY u (b, s, h, a, o, r, t, i)`,
		[
			caller.store,
			n - fresh.length,
			now,
			dev,
			epoch,
			fresh.map(({ brand, out }) => (out === "accepted" ? (brand ?? house) : house)),
			fresh.map(({ seq }) => seq),
			fresh.map(({ hash }) => hash),
			ats,
			fresh.map(({ out }) => out),
			fresh.map(({ reason }) => reason),
			fresh.map(({ text }) => text),
		],
	);
	const hash = Buffer.from(last.hash, "hex");
	await tx.rows("UPDATE chain_head SET seq = $4, hash = $5 WHERE store = $1 AND dev = $2 AND epoch = $3", [
		caller.store,
		dev,
		epoch,
		last.seq,
		hash,
	]);
	await tx.rows("INSERT INTO signed_head VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING", [
		caller.store,
		dev,
		epoch,
		last.seq,
		hash,
		header.sig,
		n,
	]);
	return { head: { seq: last.seq, hash: last.hash }, grewTo: n };
}

/** The feed's next places, dense: the row stays locked until commit, so nobody sees a gap. Answers the last one. */
async function takePlaces(tx: Tx, store: string, fresh: readonly Judged[]): Promise<number> {
	await tx.rows("INSERT INTO store_feed VALUES ($1, 0, 0) ON CONFLICT DO NOTHING", [store]);
	const feed = only(
		await tx.rows<{ n: number; chk: string }>("SELECT n, chk FROM store_feed WHERE store = $1 FOR UPDATE", [store]),
	);
	const chk = fresh.reduce((sum, { hash }) => addToChecksum(sum, hash), checksumText(feed.chk));
	const n = feed.n + fresh.length;
	await tx.rows("UPDATE store_feed SET n = $2, chk = $3 WHERE store = $1", [store, n, checksumNumber(chk)]);
	return n;
}
