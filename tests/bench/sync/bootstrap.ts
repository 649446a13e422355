/**
 * A further PC of a store with years of work: from the head office's code to the last question of its set-up. A real core
 * on an empty folder, a real archive over HTTP; the store's log is laid into PostgreSQL and its snapshot made beforehand.
 */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { addToChecksum, emptyChecksum } from "../../../archive/protocol/pull.ts";
import type { Archive } from "../../../archive/server/archive.ts";
import { createDiskFiles } from "../../../archive/server/blobs/disk.ts";
import { makeSnapshot } from "../../../archive/server/snapshot/make.ts";
import { openPg } from "../../../archive/server/sql/pg.ts";
import type { LogIdentity } from "../../../db/log.ts";
import { openWriter } from "../../../db/open.ts";
import { type National, startNational } from "../../support/archive-command.ts";
import { atMost, type Result } from "../result.ts";
import type { Joined } from "./join.ts";
import { openReplica } from "./replica.ts";

const storeCode = "10001";
const limitMs = 60_000;
const fullEvents = 1_000_000;
const memoryMb = 350;
const silent = { info() {}, warn() {}, error() {} };

type Row = { seq: number; hash: Buffer; text: string };

/** The log as pushes would have left it there. */
async function layIn(national: National, dir: string): Promise<{ store: string; brand: string; events: number }> {
	const writer = openReplica(dir, national.url);
	await writer.desk.enrol(national.url, await national.code(storeCode), "前台");
	await writer.close();
	const db = openWriter(join(dir, "welt.db"));
	const text = db.prepare("SELECT value FROM settings WHERE name = 'identity'").pluck().get() as string;
	const { store, dev } = JSON.parse(text) as LogIdentity;
	const client = new pg.Client({ connectionString: national.database });
	await client.connect();
	const brand = (await client.query("SELECT brand FROM store_brand WHERE store = $1", [store])).rows[0].brand as string;
	const page = db.prepare("SELECT seq, hash, text FROM event WHERE seq > ? ORDER BY seq LIMIT 5000");
	let events = 0;
	let chk: string = emptyChecksum;
	await client.query(`SET app.brands = '${brand}'`);
	for (let rows = page.all(0) as Row[]; rows.length > 0; rows = page.all(events) as Row[]) {
		await client.query(
			`INSERT INTO event (store, pos, arr, brand, dev, epoch, seq, hash, ats, out, text)
			SELECT $1, s, 0, $2, $3, 1, s, h, 0, 'accepted', t FROM unnest($4::bigint[], $5::bytea[], $6::text[]) u (s, h, t)`,
			[store, brand, dev, rows.map((row) => row.seq), rows.map((row) => row.hash), rows.map((row) => row.text)],
		);
		for (const { hash } of rows) chk = addToChecksum(chk, hash.toString("hex"));
		events += rows.length;
	}
	// Item feeds are another measure's.
	await client.query("INSERT INTO projected VALUES ($1, $2)", [store, events]);
	await client.query("INSERT INTO store_feed VALUES ($1, $2, $3)", [store, events, BigInt(`0x${chk}`).toString()]);
	await client.end();
	db.close();
	return { store, brand, events };
}

/** `dir`: a folder of its own with a copy of the data. */
export async function measureSnapshot(dir: string): Promise<Result[]> {
	const national = await startNational();
	try {
		const { store, brand, events } = await layIn(national, dir);
		const code = await national.code(storeCode);
		const sql = openPg(national.database, 2);
		const clock = { now: () => 0 };
		const random = { bytes: (count: number) => randomBytes(count) };
		const files = createDiskFiles(join(national.data, "files"));
		const made = performance.now();
		await makeSnapshot({ sql, clock, random, files, log: silent, incarnation: store } as unknown as Archive, store, [
			brand,
		]);
		await sql.close();
		console.error(`snapshot made in ${((performance.now() - made) / 1000).toFixed(1)} s`);
		const joined = await joinIn(join(dir, "joined"), national, code);
		if (joined.events !== events) throw new Error(`${joined.events} of ${events} arrived`);
		return [
			atMost("snapshot-bootstrap", joined.ms / 1000, "s", (limitMs * events) / fullEvents / 1000, `s for ${events}`),
			atMost("memory-while-syncing", joined.mostBytes / 1024 ** 2, "MB", memoryMb),
		];
	} finally {
		await national.stop();
	}
}

/** In a process of its own, which holds what a workstation holds and nothing of this one's. */
function joinIn(dir: string, national: National, code: string): Promise<Joined> {
	mkdirSync(dir);
	const words = [join(import.meta.dirname, "join.ts"), dir, national.url, code];
	const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
	let said = "";
	child.stdout.on("data", (data) => {
		said += data;
	});
	return new Promise((done, fail) => {
		child.once("exit", (status) => {
			if (status === 0) done(JSON.parse(said) as Joined);
			else fail(new Error(`joining ended with ${status}`));
		});
	});
}
