/**
 * Keys of customers at the archive: sealed copies for the store that made them and for the brand's archive. A PC of that
 * store gets each sealed anew for itself; another store of the brand gets those of one item's record while it follows
 * that item, and every such access is written down. Deleting the rows is erasure: an erased key is never taken again.
 */
import type { KeyObject } from "node:crypto";
import type { z } from "zod";
import type { askKeys, askKeysAnswer, ownKeys, putKeys, putKeysAnswer, WrappedKey } from "../../protocol/keys.ts";
import { openKey, sealKey } from "../../protocol/trust/sealed.ts";
import { boxOf } from "../../signing/curves.ts";
import type { Archive } from "../archive.ts";
import { makeBoxKey, namedKey } from "../gate/keys.ts";
import type { Caller } from "../gate/tokens.ts";
import { refuse } from "../refuse.ts";
import type { Tx } from "../sql/sql.ts";
import { sealCrypto } from "./box.ts";
import { lentByOrders } from "./lent.ts";
import { tellLent } from "./tell.ts";

type KeyRow = { kid: string; brand: string; sealed: string };
type LentRow = KeyRow & { store: string };

const brandOf = ({ for: holder }: WrappedKey) => holder.slice(holder.indexOf(":") + 1);

/** Keeps sealed copies. A key that is there already stays as it was. Refuses `forbidden` for a foreign holder. */
export async function storeKeys(
	{ sql, clock }: Archive,
	caller: Caller,
	{ keys }: z.output<typeof putKeys>,
): Promise<z.input<typeof putKeysAnswer>> {
	if (caller.revoked) refuse("revoked", "this device was revoked");
	const brands = new Map(
		keys.flatMap((key) => (key.for.startsWith("brand:") ? [[key.kid, brandOf(key)] as const] : [])),
	);
	for (const key of keys) {
		const mine = key.for === `store:${caller.store}` || caller.brands.includes(brandOf(key));
		if (!mine || !brands.has(key.kid)) refuse("forbidden", "a key is sealed for its store and its brand");
	}
	const kids = [...brands.keys()];
	return sql.transaction(caller.brands, async (tx) => {
		const erased = await erasedOf(tx, kids);
		const kept = keys.filter(({ kid }) => !erased.includes(kid));
		const rows = await tx.rows(
			`INSERT INTO customer_key SELECT k, b, h, $1, s, $2 FROM unnest($3::text[], $4::uuid[], $5::text[], $6::text[]) u (k, b, h, s)
			ON CONFLICT DO NOTHING RETURNING kid`,
			[
				caller.store,
				clock.now(),
				kept.map(({ kid }) => kid),
				kept.map(({ kid }) => brands.get(kid)),
				kept.map((key) => key.for),
				kept.map(({ sealed }) => sealed),
			],
		);
		return { stored: rows.length, erased };
	});
}

/** Keys that this store made, and those of orders that were sent to it, sealed for the PC that asks. */
export async function answerOwnKeys(
	archive: Archive,
	caller: Caller,
	{ kids }: z.output<typeof ownKeys>,
): Promise<z.input<typeof askKeysAnswer>> {
	if (caller.revoked) refuse("revoked", "this device was revoked");
	const found = await archive.sql.transaction(caller.brands, async (tx) => {
		const own = await tx.rows<KeyRow>(
			"SELECT kid, brand, sealed FROM customer_key WHERE kid = ANY ($1) AND store = $2 AND holder LIKE 'brand:%'",
			[kids, caller.store],
		);
		const lent = await lentByOrders(archive, tx, caller, kids);
		return { rows: [...own, ...lent.rows], grown: lent.grown, erased: await erasedOf(tx, kids) };
	});
	for (const [store, n] of found.grown) archive.grew(`store:${store}`, n);
	return { keys: await sealAnew(archive, caller, found.rows), erased: found.erased };
}

/** Keys of one item's record, for a store that follows it. Refuses `forbidden` for a feed it does not follow. */
export async function leaseKeys(
	archive: Archive,
	caller: Caller,
	{ feed, reason, actor }: z.output<typeof askKeys>,
): Promise<z.input<typeof askKeysAnswer>> {
	if (caller.revoked) refuse("revoked", "this device was revoked");
	if (!feed.startsWith("item:")) refuse("forbidden", "keys are given for the record of an item");
	const now = archive.clock.now();
	const found = await archive.sql.transaction(caller.brands, async (tx) => {
		const [interest] = await tx.rows<{ until: number }>(
			"SELECT until FROM interest WHERE store = $1 AND feed = $2 AND until > $3",
			[caller.store, feed, now],
		);
		if (!interest) refuse("forbidden", "this store does not follow that item");
		const kids = await kidsOf(tx, feed.slice(5));
		const rows = await tx.rows<LentRow>(
			"SELECT kid, brand, sealed, store FROM customer_key WHERE kid = ANY ($1) AND holder LIKE 'brand:%'",
			[kids],
		);
		const grown = await tellLent(archive, tx, caller, rows, { reason, actor });
		await tx.rows(
			`INSERT INTO key_lease SELECT k, b, $1, $2, $3, $4, $5, $6, $7 FROM unnest($8::text[], $9::uuid[]) u (k, b)
			ON CONFLICT DO NOTHING`,
			[
				...[caller.store, caller.dev, feed, actor, reason, now, interest.until],
				rows.map(({ kid }) => kid),
				rows.map(({ brand }) => brand),
			],
		);
		return { rows, grown, erased: await erasedOf(tx, kids) };
	});
	for (const [store, n] of found.grown) archive.grew(`store:${store}`, n);
	archive.log.info("keys.leased", { dev: caller.dev, reason, count: found.rows.length });
	return { keys: await sealAnew(archive, caller, found.rows), erased: found.erased };
}

/** Erasure at the archive: every sealed copy goes, and none is taken again. */
export async function eraseKey(tx: Tx, kid: string, brand: string, nowMs: number): Promise<void> {
	await tx.rows("INSERT INTO erased_key VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", [kid, brand, nowMs]);
	await tx.rows("DELETE FROM customer_key WHERE kid = $1 AND brand = $2", [kid, brand]);
}

async function erasedOf(tx: Tx, kids: readonly string[]): Promise<string[]> {
	const rows = await tx.rows<{ kid: string }>("SELECT DISTINCT kid FROM erased_key WHERE kid = ANY ($1)", [kids]);
	return rows.map(({ kid }) => kid);
}

/** Every key that events of an item's record name. */
async function kidsOf(tx: Tx, item: string): Promise<string[]> {
	const rows = await tx.rows<{ kid: string | null }>(
		`SELECT DISTINCT text::json -> 'pii' ->> 'kid' AS kid FROM item_event WHERE item = $1 AND out = 'accepted'
		UNION SELECT b ->> 'kid' FROM item_event, json_array_elements(text::json -> 'blobs') b WHERE item = $1 AND out = 'accepted'`,
		[item],
	);
	return rows.flatMap(({ kid }) => kid ?? []);
}

async function sealAnew(archive: Archive, caller: Caller, rows: readonly KeyRow[]): Promise<WrappedKey[]> {
	const [device] = await archive.sql.transaction([], (tx) =>
		tx.rows<{ box_key: string | null }>("SELECT box_key FROM device WHERE id = $1", [caller.dev]),
	);
	const boxKey = device?.box_key ?? refuse("forbidden", "this device enrolled without a key to seal for");
	const boxes = new Map<string, KeyObject>();
	for (const { brand } of rows) {
		if (!boxes.has(brand)) boxes.set(brand, await namedKey(archive, `brand:${brand}`, makeBoxKey));
	}
	const holder = `store:${caller.store}`;
	return rows.flatMap(({ kid, brand, sealed }) => {
		const box = boxes.get(brand);
		const key = box && openKey(sealCrypto, sealed, kid, `brand:${brand}`, boxOf(box));
		// A copy that was never sealed for this archive helps nobody.
		if (!key) return [];
		return [
			{
				kid: kid as WrappedKey["kid"],
				for: holder,
				sealed: sealKey(sealCrypto, key, kid, holder, boxKey, archive.random.bytes(12)),
			},
		];
	});
}
