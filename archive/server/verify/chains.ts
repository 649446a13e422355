/**
 * Walks one store's log: every chain hash by hash from its first event, every event in the place its text names, chain
 * heads and their writers' signatures, the feed without a gap and its checksum. Reads page by page, changes nothing.
 */
import { eventHash, zeroHash } from "../../../domain/event/chain.ts";
import { addToChecksum, emptyChecksum } from "../../protocol/pull.ts";
import { headStatement } from "../../protocol/statement.ts";
import { signatureHolds } from "../../signing/curves.ts";
import type { Archive } from "../archive.ts";
import { archiveDevice } from "../gate/archive-device.ts";
import { checksumText } from "../pull/store-feed.ts";
import { sha256 } from "../push/judge.ts";
import type { Tx } from "../sql/sql.ts";
import type { Report } from "./fault.ts";

const page = 2_000;

type Place = { pos: number; dev: string; epoch: number; seq: number; hash: string; out: string; text: string };
type Head = { dev: string; epoch: number; seq: number; hash: string };

/** Answers how many events it walked. */
export async function verifyStore(archive: Archive, tx: Tx, store: string, report: Report): Promise<number> {
	await verifyFeed(tx, store, report);
	const ends = await verifyChains(tx, store, report);
	await verifyHeads(archive, tx, store, ends.heads, report);
	return ends.count;
}

/** Dense from 1 on, and the sum of its hashes is what the feed says. */
async function verifyFeed(tx: Tx, store: string, report: Report): Promise<void> {
	const [feed] = await tx.rows<{ n: number; chk: string }>("SELECT n, chk FROM store_feed WHERE store = $1", [store]);
	const at = `store:${store}`;
	let pos = 0;
	let chk = emptyChecksum;
	for (;;) {
		const rows = await tx.rows<{ pos: number; hash: string }>(
			`SELECT pos, encode(hash, 'hex') AS hash FROM event WHERE store = $1 AND pos > $2 ORDER BY pos LIMIT ${page}`,
			[store, pos],
		);
		for (const row of rows) {
			if (row.pos !== pos + 1)
				report({ kind: "feed", at: `${at}@${pos + 1}`, what: "this place of the feed is missing" });
			pos = row.pos;
			chk = addToChecksum(chk, row.hash);
		}
		if (rows.length < page) break;
	}
	if ((feed?.n ?? 0) !== pos)
		report({ kind: "feed", at, what: `the feed says it has ${feed?.n ?? 0} places, there are ${pos}` });
	else if (feed && checksumText(feed.chk) !== chk)
		report({ kind: "feed", at, what: "the checksum is not that of the feed's events" });
}

async function verifyChains(tx: Tx, store: string, report: Report) {
	const heads: Head[] = [];
	let count = 0;
	let last: Head | undefined;
	for (;;) {
		const rows: Place[] = await tx.rows<Place>(
			`SELECT pos, dev, epoch, seq, encode(hash, 'hex') AS hash, out, text FROM event
			WHERE store = $1 AND (dev, epoch, seq) > ($2, $3, $4) ORDER BY dev, epoch, seq LIMIT ${page}`,
			[store, last?.dev ?? "00000000-0000-0000-0000-000000000000", last?.epoch ?? 0, last?.seq ?? 0],
		);
		for (const row of rows) {
			const same: boolean = last?.dev === row.dev && last.epoch === row.epoch;
			if (!same && last) heads.push(last);
			const before: Head = same && last ? last : { dev: row.dev, epoch: row.epoch, seq: 0, hash: zeroHash };
			verifyPlace(store, row, before, report);
			last = { dev: row.dev, epoch: row.epoch, seq: row.seq, hash: row.hash };
		}
		count += rows.length;
		if (rows.length < page) break;
	}
	if (last) heads.push(last);
	return { heads, count };
}

function verifyPlace(store: string, row: Place, before: Head, report: Report): void {
	const at = `store ${store}, chain ${row.dev}/${row.epoch}, number ${row.seq} (place ${row.pos})`;
	const fault = (what: string) => report({ kind: "chain", at, what });
	if (row.seq !== before.seq + 1) fault(`the chain goes from ${before.seq} to ${row.seq}`);
	else if (eventHash(sha256, before.hash, row.text) !== row.hash)
		fault("the text does not have the hash it was taken with: it was changed, or the one before it");
	if (row.out !== "accepted") return;
	const { dev, epoch, seq } = row;
	const said = placeIn(row.text);
	if (said?.store !== store || said.dev !== dev || said.epoch !== epoch || said.seq !== seq)
		fault("the text names another place than the one it stands in");
}

function placeIn(text: string): Partial<Head & { store: string }> | undefined {
	try {
		return JSON.parse(text) as Partial<Head & { store: string }>;
	} catch {
		return undefined;
	}
}

/** Heads lead to the last event of their chain; every signature is the writer's own and stands on an event that is there. */
async function verifyHeads(archive: Archive, tx: Tx, store: string, ends: readonly Head[], report: Report) {
	const known = await tx.rows<Head>(
		"SELECT dev, epoch, seq, encode(hash, 'hex') AS hash FROM chain_head WHERE store = $1",
		[store],
	);
	const name = ({ dev, epoch }: Head) => `store ${store}, chain ${dev}/${epoch}`;
	for (const head of known) {
		const end = ends.find(({ dev, epoch }) => dev === head.dev && epoch === head.epoch);
		if ((end?.seq ?? 0) !== head.seq || (end?.hash ?? zeroHash) !== head.hash)
			report({
				kind: "head",
				at: name(head),
				what: `the head stands at ${head.seq}, its last event at ${end?.seq ?? 0}`,
			});
	}
	for (const end of ends) {
		if (!known.some(({ dev, epoch }) => dev === end.dev && epoch === end.epoch))
			report({ kind: "head", at: name(end), what: "there are events and no head" });
	}
	const devices = await tx.rows<{ id: string; key: string }>("SELECT id, key FROM device WHERE store = $1", [store]);
	const keys = new Map(devices.map(({ id, key }) => [id, key]));
	keys.set(archiveDevice(`store:${store}`), archive.signer.publicKey);
	const signed = await tx.rows<Head & { sig: string; stands: string | null }>(
		`SELECT h.dev, h.epoch, h.seq, encode(h.hash, 'hex') AS hash, h.sig, encode(e.hash, 'hex') AS stands FROM signed_head h
		LEFT JOIN event e ON e.store = h.store AND e.dev = h.dev AND e.epoch = h.epoch AND e.seq = h.seq WHERE h.store = $1`,
		[store],
	);
	for (const { sig, stands, ...head } of signed) {
		const at = `${name(head)}, number ${head.seq}`;
		if (!signatureHolds(keys.get(head.dev) ?? "", headStatement(head), sig))
			report({ kind: "head", at, what: "the signature is not the writer's" });
		else if (stands !== head.hash)
			report({ kind: "head", at, what: "the writer signed another event than the one here" });
	}
}
