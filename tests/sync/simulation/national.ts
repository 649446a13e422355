/**
 * The archive of a simulation: the real server on a real PostgreSQL. One database serves every seed, emptied between
 * them; its backup is a second copy of every table, and bringing it back begins another incarnation.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { createDiskFiles } from "../../../archive/server/blobs/disk.ts";
import { blobName } from "../../../archive/server/blobs/uploads.ts";
import { eraseSubject } from "../../../archive/server/erase/decide.ts";
import { eraseAll } from "../../../archive/server/erase/finish.ts";
import { addBrand, drawCode } from "../../../archive/server/gate/enrol.ts";
import { projectAll } from "../../../archive/server/project/projector.ts";
import { type ArchiveServer, createArchive } from "../../../archive/server/server.ts";
import { openPg } from "../../../archive/server/sql/pg.ts";
import type { Row, Sql } from "../../../archive/server/sql/sql.ts";
import { startPostgres } from "../../archive/support/postgres.ts";

export type National = {
	server(): ArchiveServer;
	/** A one-time code for a store of this brand. */
	code(store: string, brand: string): Promise<string>;
	/** Keeps a copy of everything. */
	backUp(): Promise<void>;
	/** Brings the copy back: what came since is gone. Answers false without one. */
	restore(): Promise<boolean>;
	/** Opened anew on the same database, as another instance would. */
	restart(): Promise<void>;
	revoke(dev: string): Promise<void>;
	project(): Promise<void>;
	/** The head office erases a customer. Answers false for one it doesn't know. */
	erase(subject: string): Promise<boolean>;
	/** What the archive does about erased customers behind the requests. */
	carryErasures(): Promise<void>;
	/** The sha256 of a kept picture's file; undefined without one. */
	picture(brand: string, sha: string): Promise<string | undefined>;
	/** Reads with the owner's rights, past row security. */
	rows<R extends Row>(text: string, values?: readonly unknown[]): Promise<R[]>;
	close(): Promise<void>;
};
export type NationalPorts = { now(): number; uuid(): string; bytes(count: number): Uint8Array; sql?(sql: Sql): Sql };
export type Land = { open(ports: NationalPorts, brands: readonly string[]): Promise<National>; stop(): Promise<void> };

/** Disks that live as long as a seed, in memory where the machine has a place for that. */
export const quickDir = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** Starts the database that all seeds of a run share. */
export async function startLand(): Promise<Land> {
	const database = await startPostgres();
	const owner = new pg.Client({
		connectionString: database.url,
		types: { getTypeParser: (oid: number) => (oid === 20 ? Number : pg.types.getTypeParser(oid)) } as never,
	});
	await owner.connect();
	// What is tried here is what the programs do, not what a power cut leaves on the server's disk.
	for (const setting of ["fsync", "synchronous_commit", "full_page_writes"]) {
		await owner.query(`ALTER SYSTEM SET ${setting} = off`);
	}
	await owner.query("SELECT pg_reload_conf()");
	const sql = openPg(database.url, 4);
	return {
		open: (ports, brands) => openNational(ports, brands, owner, sql),
		async stop() {
			await owner.end();
			await sql.close();
			await database.stop();
		},
	};
}

async function tables(owner: pg.Client): Promise<string[]> {
	const found = await owner.query<{ name: string }>(
		`SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`,
	);
	return found.rows.map(({ name }) => name).filter((name) => name !== "migration" && name !== "secret");
}

/** Rows of a seed are few: taking them out is quicker than TRUNCATE, which makes a file anew for each table and index. */
const empty = (names: readonly string[]) =>
	`SET LOCAL session_replication_role = replica; ${names.map((name) => `DELETE FROM public.${name};`).join(" ")}`;

async function openNational(
	{ now, uuid, bytes, sql: wrap }: NationalPorts,
	brands: readonly string[],
	owner: pg.Client,
	shared: Sql,
): Promise<National> {
	// The pool outlives each archive: a seed costs no new connections.
	const sql: Sql = { ...(wrap ? wrap(shared) : shared), close: async () => undefined };
	const dir = mkdtempSync(join(quickDir, "welt-sim-archive-"));
	const files = createDiskFiles(dir);
	const open = () =>
		createArchive({
			clock: { now },
			timers: { after: () => () => undefined },
			random: { bytes },
			ids: { uuid },
			log: { info: () => undefined, warn: () => undefined },
			sql,
			files,
			secret: Buffer.alloc(32, 7),
			page: "https://archive.example/s",
		});
	const known = await tables(owner);
	if (known.length > 0) await owner.query(`BEGIN; ${empty(known)} COMMIT`);
	let server = await open();
	let copied = false;
	for (const [index, brand] of brands.entries()) await addBrand(server.archive, brand, `品牌${index + 1}`);
	const restart = async () => {
		await server.stop();
		// Its power may go while it starts.
		server = await open().catch(open);
	};
	return {
		server: () => server,
		code: (store, brand) => drawCode(server.archive, { code: store, name: `样板店${store}`, brands: [brand] }),
		async backUp() {
			const names = await tables(owner);
			const copies = names.map(
				(name) => `CREATE TABLE IF NOT EXISTS backup.${name} AS TABLE public.${name} WITH NO DATA;
				DELETE FROM backup.${name}; INSERT INTO backup.${name} SELECT * FROM public.${name};`,
			);
			await owner.query(`CREATE SCHEMA IF NOT EXISTS backup; ${copies.join("\n")}`);
			copied = true;
		},
		async restore() {
			if (!copied) return false;
			const names = await tables(owner);
			const back = names.map((name) => `INSERT INTO public.${name} SELECT * FROM backup.${name};`);
			await owner.query(`BEGIN; ${empty(names)} ${back.join("\n")} COMMIT`);
			await owner.query("INSERT INTO incarnation VALUES ($1, $2)", [uuid(), now()]);
			await restart();
			return true;
		},
		restart,
		async revoke(dev) {
			await owner.query("UPDATE device SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL", [dev, now()]);
		},
		project: () => projectAll(server.archive),
		erase: async (subject) => (await eraseSubject(server.archive, subject, "asked")) !== undefined,
		carryErasures: () => eraseAll(server.archive),
		async picture(brand, sha) {
			const name = blobName(brand, sha);
			if ((await files.size(name)) === undefined) return undefined;
			const hash = createHash("sha256");
			for await (const chunk of files.read(name)) hash.update(chunk as Buffer);
			return hash.digest("hex");
		},
		rows: async <R extends Row>(text: string, values: readonly unknown[] = []) =>
			(await owner.query(text, [...values])).rows as R[],
		async close() {
			await server.stop();
			rmSync(dir, { recursive: true, force: true });
		},
	};
}
