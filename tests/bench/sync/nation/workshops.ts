/** Workshops of the bench's brand and their questions to the archive, without a database of their own. */
import { generateKeyPairSync } from "node:crypto";
import pg from "pg";
import { createHttpLine } from "../../../../main/adapters/http-line.ts";
import { type ArchiveClient, createArchiveClient } from "../../../../main/sync/archive-client.ts";
import type { Device } from "../../../archive/support/writer.ts";

export type Workshop = Device;

/** As enrolment leaves them: drawing a code for each is another measure's. `code`: of the first of them. */
export async function settle(database: string, all: readonly Workshop[], code = 30_000): Promise<void> {
	const client = new pg.Client({ connectionString: database });
	await client.connect();
	const { id: brand } = (await client.query("SELECT id FROM brand LIMIT 1")).rows[0] as { id: string };
	const boxKey = generateKeyPairSync("x25519").publicKey.export({ format: "jwk" }).x;
	for (const [index, { store, dev, key }] of all.entries()) {
		const row = [store, String(code + index), brand, boxKey];
		await client.query("INSERT INTO store (id, code, name, house, box_key) VALUES ($1, $2, '维修中心', $3, $4)", row);
		await client.query("INSERT INTO store_brand VALUES ($1, $2)", [store, brand]);
		await client.query(
			"INSERT INTO device (id, store, key, name, enrolled_at, box_key) VALUES ($1, $2, $3, '前台', 0, $4)",
			[dev, store, key, boxKey],
		);
	}
	await client.end();
}

export function clientOf({ dev, key, signed }: Workshop, url: string): ArchiveClient {
	const keys = { key, boxKey: "", box: undefined as never, sign: signed };
	return createArchiveClient(createHttpLine(url), { dev, keys }, { now: Date.now }, new AbortController().signal);
}
