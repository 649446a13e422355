/** What a scan waits for is looked up, never read through: each query on its way is asked for its plan. */
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrate, readMigrations } from "../../db/migrate.ts";
import { openWriter, type Writer } from "../../db/open.ts";
import { createCounterReader } from "../../db/queries/counter.ts";
import { createBlobTransfers } from "../../db/queries/exchange/blob-transfers.ts";
import { createMoveRows } from "../../db/queries/exchange/moves.ts";
import { createPassportRows } from "../../db/queries/exchange/passport.ts";
import { createSiblingRows } from "../../db/queries/exchange/siblings.ts";
import { createStatusRows } from "../../db/queries/exchange/status.ts";
import { createJobRows } from "../../db/queries/job-rows.ts";
import { createKeyRows } from "../../db/queries/keys.ts";
import { createStateReader } from "../../db/queries/states.ts";
import { createSyncRows } from "../../db/queries/sync.ts";
import { rootDir } from "../support/memory-workstation.ts";

let dir: string;
let db: Writer;
beforeAll(async () => {
	dir = await mkdtemp(join(tmpdir(), "welt-plans-"));
	const path = join(dir, "welt.db");
	db = openWriter(path);
	migrate(db, readMigrations(join(rootDir, "db", "migrations")), { path, nowMs: 0 });
});
afterAll(() => {
	db.close();
	rmSync(dir, { recursive: true, force: true });
});

/** Tables that grow with the years. A query's own lists and recursion are read through, and are short. */
const large = ["event", "aggregate", "items", "item_codes", "jobs", "orders", "payments", "subjects", "foreign_event"];

/** Every plan line, of the queries `create` prepares, that reads a large table from end to end. */
function readThrough<D extends Database>(create: (db: D) => unknown): string[] {
	const found: string[] = [];
	/** Indexes of the few rows that something holds of. */
	const partial = db
		.prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '%WHERE%'")
		.pluck()
		.all();
	const explain = (sql: string) => {
		const names = [...sql.matchAll(/[@:$]([a-z]\w*)/gi)].map(([, name]) => [name, null]);
		const values = names.length > 0 ? [Object.fromEntries(names)] : [...sql.matchAll(/\?/g)].map(() => null);
		const aliases = new Map(large.map((table) => [table, table]));
		for (const [, table = "", alias = ""] of sql.matchAll(/\b(\w+) (\w{1,2})\b/g)) {
			if (large.includes(table)) aliases.set(alias, table);
		}
		for (const { detail } of db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]) {
			// A search that names no index searches nothing.
			const [, name = ""] = /^(?:SCAN (\w+)|SEARCH (\w+)$)/.exec(detail)?.filter((part) => part !== undefined) ?? [];
			const few = / INDEX (\w+)/.exec(detail)?.[1];
			if (aliases.has(name) && !partial.includes(few)) found.push(`${detail}: ${sql.replaceAll(/\s+/g, " ")}`);
		}
	};
	const spy = new Proxy(db, {
		get(target, key) {
			if (key !== "prepare") return Reflect.get(target, key);
			return (sql: string) => {
				if (/^\s*(WITH|SELECT)/i.test(sql)) explain(sql);
				return target.prepare(sql);
			};
		},
	});
	create(spy as unknown as D);
	return found;
}

describe("no query reads a large table through", () => {
	test("from a code to its record", () => expect(readThrough(createCounterReader)).toEqual([]));
	test("a job's, an order's and an item's jobs", () => {
		const through = readThrough(createJobRows);
		expect(through).toEqual([]);
	});
	test("folded states", () => expect(readThrough(createStateReader)).toEqual([]));
	test("what other workshops know", () => expect(readThrough(createPassportRows)).toEqual([]));
	test("how the exchange with archive and siblings stands", () => {
		expect(readThrough(createSyncRows)).toEqual([]);
		expect(readThrough(createSiblingRows)).toEqual([]);
		// Only where the archive set something aside.
		expect(readThrough(createStatusRows)).toEqual([expect.stringContaining("event_mark m JOIN event e")]);
		expect(readThrough(createBlobTransfers)).toEqual([]);
	});
	test("orders that moved, and customers' keys", () => {
		expect(readThrough(createMoveRows)).toEqual([]);
		expect(readThrough(createKeyRows)).toEqual([]);
	});
	test("and one that would is found", () => {
		expect(readThrough((spy) => spy.prepare("SELECT j.id FROM jobs j WHERE j.codes = ?"))).toHaveLength(1);
	});
});
