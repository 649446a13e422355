/** Promises of the schema itself: brands never see each other, and every key carries its distribution column. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asServer } from "../../archive/server/sql/sql.ts";
import { startArchive, type TestArchive } from "./support/archive.ts";
import { type Database, startPostgres } from "./support/postgres.ts";
import { enrolDevice, newDevice, sendPush, signIn } from "./support/writer.ts";

let database: Database;
let archive: TestArchive;
let owner: pg.Client;

beforeAll(async () => {
	database = await startPostgres();
	archive = await startArchive(database.url);
	owner = new pg.Client({ connectionString: database.url });
	await owner.connect();
});
afterAll(async () => {
	await owner.end();
	await archive.stop();
	await database.stop();
});

/** Table → distribution column, as the migrations' headings say; reference tables have none. */
function distribution(): Map<string, string> {
	const folder = join(import.meta.dirname, "../../archive/server/sql/migrations");
	const columns = new Map<string, string>();
	for (const name of readdirSync(folder).sort()) {
		let column = "";
		for (const line of readFileSync(join(folder, name), "utf8").split("\n")) {
			column = /^-- distributed by (\w+)/.exec(line)?.[1] ?? (/^-- reference/.test(line) ? "" : column);
			const table = /^CREATE TABLE (\w+) /.exec(line)?.[1];
			if (table && !line.includes("PARTITION OF")) columns.set(table, column);
		}
	}
	return columns;
}

test("every primary key and unique index of a distributed table carries its distribution column", async () => {
	const wanted = distribution();
	const { rows } = await owner.query<{ table: string; columns: string[] }>(`
		SELECT c.relname AS table, array_agg(a.attname::text) AS columns FROM pg_index i
		JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
		JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
		WHERE (i.indisunique OR i.indisprimary) AND NOT c.relispartition GROUP BY c.relname, i.indexrelid`);
	expect(rows.length).toBeGreaterThan(15);
	const missing = rows.filter(({ table, columns }) => wanted.get(table) && !columns.includes(wanted.get(table) ?? ""));
	expect(missing).toEqual([]);
	const tables = new Set(rows.map(({ table }) => table));
	expect([...wanted.keys()].filter((table) => !tables.has(table))).toEqual([]);
});

describe("row security", () => {
	test("is forced on every table with a brand, for a role that can't get round it", async () => {
		const { rows } = await owner.query<{ table: string; forced: boolean }>(`
			SELECT c.relname AS table, c.relrowsecurity AND c.relforcerowsecurity AS forced FROM pg_class c
			JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
			JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'brand'
			WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'store_brand'`);
		expect(rows.length).toBeGreaterThanOrEqual(4);
		expect(rows.filter(({ forced }) => !forced)).toEqual([]);
		const role = await owner.query("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = 'welt_archive'");
		expect(role.rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
		const owned = await owner.query("SELECT 1 FROM pg_class WHERE relowner = 'welt_archive'::regrole");
		expect(owned.rows).toEqual([]);
	});

	test("every table, every verb, the wrong brand: nothing is seen, nothing is touched, nothing gets in", async () => {
		const [mine = "", other = ""] = archive.brands;
		const device = newDevice();
		const item = device.write().id;
		device.write({ agg: `item:${item}`, type: "item.code_added", body: { kind: "serial", value: "S-1" } });
		await enrolDevice(archive, device, [mine], "30001");
		await sendPush(archive, await signIn(archive, device), device.push(1, 2));
		const { projectAll } = await import("../../archive/server/project/projector.ts");
		await projectAll(archive.archive);
		const { rows: tables } = await owner.query<{ table: string; columns: string[] }>(`
			SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns FROM pg_class c
			JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
			JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
			WHERE c.relrowsecurity AND NOT c.relispartition GROUP BY c.relname`);
		for (const { table, columns } of tables) {
			const { rows } = await owner.query(`SELECT count(*)::int AS n FROM ${table} WHERE brand = $1`, [mine]);
			const asOther = async (text: string, values: unknown[] = []) => {
				await owner.query(`BEGIN; ${asServer([other])}`);
				try {
					return await owner.query(text, values);
				} finally {
					await owner.query("ROLLBACK");
				}
			};
			expect((await asOther(`SELECT 1 FROM ${table}`)).rowCount, `select ${table}`).toBe(0);
			expect((await asOther(`UPDATE ${table} SET brand = $1`, [other])).rowCount, `update ${table}`).toBe(0);
			expect((await asOther(`DELETE FROM ${table}`)).rowCount, `delete ${table}`).toBe(0);
			if (rows[0]?.n > 0) {
				const copy = `INSERT INTO ${table} SELECT ${columns.join(", ")} FROM stolen`;
				await owner.query(
					`BEGIN; CREATE TEMP TABLE stolen ON COMMIT DROP AS SELECT * FROM ${table} WHERE brand = '${mine}' LIMIT 1; GRANT SELECT ON stolen TO welt_archive; ${asServer([other])}`,
				);
				await expect(owner.query(copy), `insert ${table}`).rejects.toThrow(/row-level security/);
				await owner.query("ROLLBACK");
			}
		}
		expect(tables.map(({ table }) => table)).toEqual(
			expect.arrayContaining(["event", "item_event", "item_feed", "identifier"]),
		);
	});

	test("a transaction that names no brand sees nothing at all", async () => {
		const rows = await archive.archive.sql.transaction([], (tx) => tx.rows("SELECT 1 FROM event"));
		expect(rows).toEqual([]);
	});
});
