/**
 * A passport asked for where five million events lie. Ten thousand are pushed and projected as in life; the rest are
 * copies of those rows under other stores, chains, items and codes, laid in by the database itself.
 */
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { identifierKinds } from "../../../../archive/protocol/passport.ts";
import { at } from "../../../../main/sync/archive-client.ts";
import { newDevice } from "../../../archive/support/writer.ts";
import type { National } from "../../../support/archive-command.ts";
import { seededRandom } from "../../made/random.ts";
import { atMost, percentile, type Result } from "../../result.ts";
import { clientOf, settle } from "./workshops.ts";

const limitMs = 50;
const asked = 1_000;
const atOnce = 20;

/** Each statement copies every row of the first store `$2 - $1 + 1` times. */
const copies = [
	`INSERT INTO event SELECT md5(store::text || k)::uuid, pos, arr, brand, md5(dev::text || k)::uuid, epoch, seq, hash, ats, out,
		reason, text FROM event, generate_series($1::int, $2::int) k WHERE store = $3`,
	`INSERT INTO item_event SELECT md5(item::text || k)::uuid, pos, brand, md5(store::text || k)::uuid, src, hash, arr, ats, out, text
		FROM item_event, generate_series($1::int, $2::int) k WHERE store = $3`,
	`INSERT INTO item_feed (item, brand, n, chk) SELECT md5(f.item::text || k)::uuid, f.brand, f.n, f.chk
		FROM item_feed f, generate_series($1::int, $2::int) k
		WHERE f.item IN (SELECT item FROM item_event WHERE store = $3)`,
	`INSERT INTO identifier SELECT value || '-' || k, kind, brand, md5(item::text || k)::uuid
		FROM identifier, generate_series($1::int, $2::int) k WHERE item IN (SELECT item FROM item_event WHERE store = $3)`,
];

/** Answers how many events lie there then, and how many copies there are. `store`: whose feed was pushed. */
async function layIn(database: string, store: string, events: number): Promise<{ there: number; times: number }> {
	const client = new pg.Client({ connectionString: database });
	await client.connect();
	const count = async (sql: string) => Number((await client.query(sql, [store])).rows[0].n);
	while (
		(await count(
			"SELECT n - coalesce((SELECT pos FROM projected WHERE store = $1), 0) AS n FROM store_feed WHERE store = $1",
		)) > 0
	)
		await wait(100);
	const pushed = await count("SELECT n FROM store_feed WHERE store = $1");
	const times = Math.ceil(events / pushed) - 1;
	await client.query("SET synchronous_commit = off");
	for (let first = 1; first <= times; first += atOnce) {
		const words = [first, Math.min(times, first + atOnce - 1), store];
		for (const sql of copies) await client.query(sql, words);
	}
	for (const table of ["event", "item_event", "item_feed", "identifier"]) await client.query(`VACUUM ANALYZE ${table}`);
	const there = Number((await client.query("SELECT count(*) AS n FROM event")).rows[0].n);
	const size = await client.query("SELECT pg_database_size(current_database()) AS n");
	console.error(`${there} events, ${(Number(size.rows[0].n) / 1024 ** 3).toFixed(1)} GB of tables and indexes`);
	await client.end();
	return { there, times };
}

async function codesOf(database: string, store: string): Promise<{ kind: string; value: string }[]> {
	const client = new pg.Client({ connectionString: database });
	await client.connect();
	const { rows } = await client.query(
		`SELECT kind, value FROM identifier
		WHERE item IN (SELECT item FROM item_event WHERE store = $1) AND kind = ANY ($2) ORDER BY value`,
		[store, identifierKinds],
	);
	await client.end();
	return rows;
}

/** `store`: its feed was pushed before, and nobody else's. */
export async function measurePassports(national: National, store: string, events: number): Promise<Result[]> {
	const { there, times } = await layIn(national.database, store, events);
	const codes = await codesOf(national.database, store);
	const workshop = newDevice();
	await settle(national.database, [workshop], 29_999);
	const client = clientOf(workshop, national.url);
	const random = seededRandom(5);
	const samples: number[] = [];
	for (let n = 0; n < asked; n++) {
		const { kind, value } = codes[random.below(codes.length)] ?? { kind: "", value: "" };
		const code = encodeURIComponent(`${value}-${1 + random.below(times)}`);
		const started = performance.now();
		const said = await client.ask({ method: "GET", path: `${at("passport").path}?kind=${kind}&value=${code}&known=0` });
		samples.push(performance.now() - started);
		if (!said.body.startsWith("p\t")) throw new Error(`no passport for ${kind}`);
	}
	return [atMost("passport-p95", percentile(samples, 0.95), "ms", limitMs, `ms, ${there} events stored`)];
}
