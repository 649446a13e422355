/** What the two databases could do at best with the same events: no chain, no signature, no folding, one index. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import pg from "pg";

const batch = 1_000;
const rate = (count: number, started: number) => (count / (performance.now() - started)) * 1000;

/** Rows/s of PostgreSQL, a thousand a statement and transaction, one connection. */
export async function postgresRate(url: string, texts: readonly string[]): Promise<number> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query("DROP TABLE IF EXISTS bench_limit");
		await client.query("CREATE TABLE bench_limit (seq bigint PRIMARY KEY, text text NOT NULL)");
		const started = performance.now();
		for (let at = 0; at < texts.length; at += batch) {
			const some = texts.slice(at, at + batch);
			await client.query("INSERT INTO bench_limit SELECT * FROM unnest($1::bigint[], $2::text[])", [
				some.map((_, n) => at + n),
				some,
			]);
		}
		return rate(texts.length, started);
	} finally {
		await client.query("DROP TABLE IF EXISTS bench_limit");
		await client.end();
	}
}

/** Rows/s of better-sqlite3 in one transaction. */
export function sqliteRate(texts: readonly string[]): number {
	const dir = mkdtempSync(join(tmpdir(), "welt-limit-"));
	const db = new Sqlite(join(dir, "limit.db"));
	try {
		db.pragma("journal_mode = WAL");
		db.pragma("synchronous = FULL");
		db.exec("CREATE TABLE event (seq INTEGER PRIMARY KEY, text TEXT NOT NULL)");
		const insert = db.prepare("INSERT INTO event VALUES (?, ?)");
		const started = performance.now();
		db.transaction(() => {
			for (const [seq, text] of texts.entries()) insert.run(seq, text);
		})();
		return rate(texts.length, started);
	} finally {
		db.close();
		rmSync(dir, { recursive: true, force: true });
	}
}
