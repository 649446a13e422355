/**
 * One item's or one customer's whole record, as it stands in the archive. A customer's is opened with the key sealed for
 * the brand, and that access becomes an event in every store that knows them, before anything is handed out. An item's
 * record leaves customers sealed. Called by `npm run archive:export`; a search through the log, not for daily use.
 */
import { createDecipheriv } from "node:crypto";
import { customerEvents } from "../../../domain/customer/customer.ts";
import type { BlobRef, JsonObject, WeltEvent } from "../../../domain/event/event.ts";
import { openKey } from "../../protocol/trust/sealed.ts";
import { boxOf } from "../../signing/curves.ts";
import type { Archive } from "../archive.ts";
import { lockArchiveChain, writeAsArchive } from "../gate/archive-chain.ts";
import { makeBoxKey, namedKey } from "../gate/keys.ts";
import { sealCrypto } from "../keys/box.ts";
import { allBrands, foldOf } from "../page/find.ts";
import type { Tx } from "../sql/sql.ts";

export type RecordEntry = {
	store: string;
	workshop: string;
	/** When it happened, corrected, and when it arrived: ISO UTC. */
	at: string;
	arrivedAt: string;
	event: WeltEvent;
	/** The personal part, opened. */
	personal?: JsonObject;
};
export type Exported = {
	about: string;
	exportedAt: string;
	archive: string;
	entries: RecordEntry[];
	/** Pictures that belong to it, by their name in the archive. */
	pictures: BlobRef[];
};

type Row = { store: string; workshop: string; arr: number; ats: number; text: string };
type Key = { kid: string; brand: string; sealed: string };

const iso = (ms: number) => new Date(ms).toISOString();

/** Undefined when the archive knows nothing about it. `subject:<uuid>` or `item:<uuid>`. */
export async function exportRecord(
	archive: Archive,
	about: `${"subject" | "item"}:${string}`,
): Promise<Exported | undefined> {
	const brands = await archive.sql.transaction([], allBrands);
	const isPerson = about.startsWith("subject:");
	const found = await archive.sql.transaction(brands, async (tx) => {
		const rows = isPerson ? await rowsOfSubject(tx, about) : await rowsOfItem(tx, about.slice(5));
		const entries = rows.map(({ arr, ats, text, ...row }) => {
			return { ...row, at: iso(ats), arrivedAt: iso(arr), event: JSON.parse(text) as WeltEvent };
		});
		const keys = await tx.rows<Key>(
			"SELECT DISTINCT kid, brand, sealed FROM customer_key WHERE kid = $1 AND holder LIKE 'brand:%'",
			[about],
		);
		const grown = isPerson && entries.length > 0 ? await writeDown(archive, tx, about, entries) : [];
		return { entries, keys, grown };
	});
	for (const { feed, n } of found.grown) archive.grew(feed, n);
	if (found.entries.length === 0) return undefined;
	const opened = isPerson ? await open(archive, about, found.entries, found.keys) : found.entries;
	const pictures = opened.flatMap(({ event }) => event.blobs);
	return { about, exportedAt: iso(archive.clock.now()), archive: archive.incarnation, entries: opened, pictures };
}

/** What other items turned out to be this one belongs to it as well. */
function rowsOfItem(tx: Tx, item: string): Promise<Row[]> {
	return tx.rows<Row>(
		`SELECT e.store, s.name AS workshop, e.arr, e.ats, e.text FROM item_event e JOIN store s ON s.id = e.store
		WHERE e.out = 'accepted' AND e.item IN (SELECT $1::uuid UNION SELECT item FROM item_feed WHERE merged_into = $1)
		ORDER BY e.ats, e.item, e.pos`,
		[item],
	);
}

/** Events about the customer, sealed with their key, or of an order or job that names them. */
export async function rowsOfSubject(tx: Tx, about: string): Promise<Row[]> {
	const id = about.slice(8);
	const select = `SELECT e.store, s.name AS workshop, e.arr, e.ats, e.text FROM event e JOIN store s ON s.id = e.store
		WHERE e.out = 'accepted' AND`;
	const named = await tx.rows<Row>(`${select} strpos(e.text, $1) > 0 ORDER BY e.ats, e.store, e.pos`, [id]);
	const aggs = named
		.map(({ text }) => JSON.parse(text) as WeltEvent)
		.filter(({ type }) => type === "order.opened" || type === "job.received")
		.map(({ agg }) => `"agg":"${agg}"`);
	if (aggs.length === 0) return named;
	return tx.rows<Row>(
		`${select} (strpos(e.text, $1) > 0 OR EXISTS (SELECT FROM unnest($2::text[]) a WHERE strpos(left(e.text, 120), a) > 0))
		ORDER BY e.ats, e.store, e.pos`,
		[id, aggs],
	);
}

async function writeDown(archive: Archive, tx: Tx, about: string, entries: readonly RecordEntry[]) {
	const grown: { feed: string; n: number }[] = [];
	const events = entries.map(({ event }) => event);
	for (const store of [...new Set(entries.map((entry) => entry.store))].sort()) {
		const [row] = await tx.rows<{ house: string }>("SELECT house FROM store WHERE id = $1", [store]);
		const seen = foldOf(
			about,
			events.filter((event) => event.store === store),
		).events;
		const chain = await lockArchiveChain(tx, store);
		let n = 0;
		for (const field of ["name", "phone", "address"] as const) {
			const viewed = customerEvents["subject.viewed"].make(about as `subject:${string}`, { field, reason: "export" });
			n = await writeAsArchive(archive, tx, chain, viewed, { seen, house: row?.house ?? "" });
		}
		grown.push({ feed: `store:${store}`, n });
	}
	return grown;
}

async function open(archive: Archive, about: string, entries: readonly RecordEntry[], keys: readonly Key[]) {
	const plain: Uint8Array[] = [];
	for (const { kid, brand, sealed } of keys) {
		const box = boxOf(await namedKey(archive, `brand:${brand}`, makeBoxKey));
		const key = openKey(sealCrypto, sealed, kid, `brand:${brand}`, box);
		if (key) plain.push(key);
	}
	return entries.map((entry): RecordEntry => {
		if (entry.event.pii?.kid !== about) return entry;
		for (const key of plain) {
			const personal = openPersonal(entry.event, key);
			if (personal) return { ...entry, personal };
		}
		return entry;
	});
}

/** Undefined without the right key: after erasure there is none. */
function openPersonal({ id, pii }: WeltEvent, key: Uint8Array): JsonObject | undefined {
	if (!pii) return undefined;
	try {
		const sealed = Buffer.from(pii.ct, "base64");
		const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(pii.iv, "base64"));
		decipher.setAAD(Buffer.from(id));
		decipher.setAuthTag(sealed.subarray(-16));
		const text = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString("utf8");
		return JSON.parse(text) as JsonObject;
	} catch {
		return undefined;
	}
}
