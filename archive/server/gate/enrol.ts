/**
 * Enrolment: the head office draws a one-time code for a store, a workstation turns it in together with its public key.
 * The store's own uuid was made at its set-up and stays; its official code attaches to it here.
 */
import { createHash } from "node:crypto";
import type { z } from "zod";
import type { EnrolAnswer, enrolRequest } from "../../protocol/enrol.ts";
import { enrolStatement } from "../../protocol/statement.ts";
import { codeLifeMs } from "../../protocol/version.ts";
import { signatureHolds } from "../../signing/curves.ts";
import type { Archive } from "../archive.ts";
import { refuse } from "../refuse.ts";
import type { Tx } from "../sql/sql.ts";
import { archiveDevice } from "./archive-device.ts";
import { makeBoxKey, namedKey } from "./keys.ts";

export type NewStore = { code: string; name: string /** The house brand first. */; brands: readonly string[] };
type CodeRow = { store_code: string; store_name: string; brands: string[]; until: number; used_by: string | null };

const hashOf = (code: string) => createHash("sha256").update(`enrol ${code}`).digest();
// No letter or digit that is read as another over the telephone.
const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** `XXXX-XXXX-XXXX`, good for ten minutes and one workstation. */
export async function drawCode(archive: Archive, store: NewStore): Promise<string> {
	const picked = [...archive.random.bytes(12)].map((byte) => letters[byte % letters.length]).join("");
	const code = `${picked.slice(0, 4)}-${picked.slice(4, 8)}-${picked.slice(8)}`;
	await archive.sql.transaction([], (tx) =>
		tx.rows("INSERT INTO enrol_code (hash, store_code, store_name, brands, until) VALUES ($1, $2, $3, $4, $5)", [
			hashOf(code),
			store.code,
			store.name,
			[...store.brands],
			archive.clock.now() + codeLifeMs,
		]),
	);
	return code;
}

/** A brand, with the key pair its customers' keys are wrapped for. */
export async function addBrand(archive: Archive, id: string, name: string): Promise<void> {
	const { x } = (await namedKey(archive, `brand:${id}`, makeBoxKey)).export({ format: "jwk" });
	await archive.sql.transaction([], (tx) =>
		tx.rows("INSERT INTO brand (id, name, box_key) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", [id, name, x]),
	);
}

/** Turning in the same code again by the same device answers the same: the first reply may have been lost. */
export async function enrol(archive: Archive, asked: z.output<typeof enrolRequest>): Promise<EnrolAnswer> {
	const { code, dev, key, boxKey, name, sig } = asked;
	if (!signatureHolds(key, enrolStatement(code, asked.store, dev), sig))
		refuse("sign-in", "the signature does not hold");
	return archive.sql.transaction([], async (tx) => {
		const now = archive.clock.now();
		const [row] = await tx.rows<CodeRow>("SELECT * FROM enrol_code WHERE hash = $1 FOR UPDATE", [hashOf(code)]);
		if (!row || (row.used_by !== null && row.used_by !== dev)) refuse("not-found", "no such code, or used already");
		if (row.used_by === null && row.until < now) refuse("not-found", "this code is too old");
		const store = await openStore(tx, asked, row);
		await tx.rows("UPDATE enrol_code SET used_by = $2 WHERE hash = $1", [hashOf(code), dev]);
		const [known] = await tx.rows<{ store: string; key: string }>("SELECT store, key FROM device WHERE id = $1", [dev]);
		if (known && (known.store !== store || known.key !== key)) {
			refuse("forbidden", "this device is enrolled with another key");
		}
		await tx.rows(
			"INSERT INTO device (id, store, key, box_key, name, enrolled_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
			[dev, store, key, boxKey, name, now],
		);
		return answer(archive, tx, store);
	});
}

/** The store this device belongs to: its own, made at its set-up, or the one that is there when it joins. */
async function openStore(tx: Tx, { store, boxKey }: z.output<typeof enrolRequest>, row: CodeRow): Promise<string> {
	const [there] = await tx.rows<{ id: string }>("SELECT id FROM store WHERE code = $1", [row.store_code]);
	if (there && store !== null && there.id !== store) {
		refuse("forbidden", "this store's code belongs to another workshop's records");
	}
	const id = there?.id ?? store ?? refuse("not-found", "there is no such store to join");
	const [named] = await tx.rows<{ code: string }>("SELECT code FROM store WHERE id = $1", [id]);
	// Whoever knows a store's id must not get into it with a code drawn for another.
	if (named && named.code !== row.store_code) refuse("forbidden", "these records belong to another store's code");
	const [house] = row.brands;
	await tx.rows(
		"INSERT INTO store (id, code, name, house, box_key) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
		[id, row.store_code, row.store_name, house, boxKey],
	);
	for (const brand of row.brands) {
		await tx.rows("INSERT INTO store_brand (store, brand) VALUES ($1, $2) ON CONFLICT DO NOTHING", [id, brand]);
	}
	return id;
}

async function answer(archive: Archive, tx: Tx, store: string): Promise<EnrolAnswer> {
	const brands = await tx.rows<{ id: string; name: string; box_key: string; code: string }>(
		`SELECT b.id, b.name, b.box_key, s.code FROM store s JOIN store_brand sb ON sb.store = s.id JOIN brand b ON b.id = sb.brand
		WHERE s.id = $1 ORDER BY b.id <> s.house, b.id`,
		[store],
	);
	return {
		arch: archive.incarnation,
		store,
		archiveKey: archive.signer.publicKey,
		archiveDev: archiveDevice(`store:${store}`),
		brands: brands.map(({ id, name }) => ({ id, name })),
		boxKeys: Object.fromEntries(brands.map(({ id, box_key }) => [id, box_key])),
		storeCode: brands[0]?.code ?? "",
		page: archive.page,
	};
}
