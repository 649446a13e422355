/** A real PostgreSQL for a test file: the embedded one in a temporary folder, or a database of its own on `TEST_PG_URL`. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type Embedded, startEmbedded } from "../../../archive/server/command/embedded.ts";

export type Database = Embedded;

export async function startPostgres(): Promise<Database> {
	const outside = process.env.TEST_PG_URL;
	if (outside) return onOutside(outside);
	const dir = mkdtempSync(join(tmpdir(), "welt-pg-"));
	// Started as root, the server runs as a user of its own, which must get through to its folder.
	chmodSync(dir, 0o755);
	const { url, stop } = await startEmbedded(dir);
	return {
		url,
		async stop() {
			await stop();
			rmSync(dir, { recursive: true, force: true });
		},
	};
}

async function onOutside(url: string): Promise<Database> {
	const name = `welt_${process.pid}_${Math.floor(performance.now())}`;
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	await client.query(`CREATE DATABASE ${name}`);
	const own = new URL(url);
	own.pathname = `/${name}`;
	return {
		url: own.href,
		async stop() {
			await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
			await client.end();
		},
	};
}
