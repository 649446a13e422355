/** The migration runner on real files: what it applies, what it refuses, what a crash leaves behind. */
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Migration, migrate, readMigrations } from "../../db/migrate.ts";
import { openStore, openWriter, type Writer } from "../../db/open.ts";
import { rootDir } from "../support/memory-workstation.ts";
import { endOf, startChild } from "./child.ts";

const shipped = readMigrations(join(rootDir, "db", "migrations"));
const nowMs = Date.parse("2026-11-21T02:00:00Z");

let dir = "";
let path = "";
beforeEach(() => {
	dir = mkdtempSync(join(tmpdir(), "welt-migrate-"));
	path = join(dir, "welt.db");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const step = (name: string, sql: string): Migration => ({
	name,
	sql,
	sha256: createHash("sha256").update(sql).digest("hex"),
});
const run = (list: readonly Migration[], stopAfter?: string) => {
	const db = openWriter(path);
	try {
		return migrate(db, list, { path, nowMs, ...(stopAfter ? { stopAfter } : {}) });
	} finally {
		db.close();
	}
};
const look = <T>(work: (db: Writer) => T): T => {
	const db = openWriter(path);
	try {
		return work(db);
	} finally {
		db.close();
	}
};
const ledger = () => look((db) => db.prepare("SELECT name FROM migration ORDER BY n").pluck().all());

const parent = step("0000_a.sql", "CREATE TABLE parent (id INTEGER PRIMARY KEY); INSERT INTO parent VALUES (1), (2);");
const child = step(
	"0001_b.sql",
	"CREATE TABLE child (id INTEGER PRIMARY KEY, p INTEGER NOT NULL REFERENCES parent(id) ON DELETE CASCADE);\n--> statement-breakpoint\nINSERT INTO child VALUES (10, 1), (11, 2);",
);

describe("an empty file", () => {
	test("comes to the shipped head at once, and a second start has nothing to do", () => {
		expect(run(shipped)).toEqual(shipped.map(({ name }) => name));
		expect(ledger()).toEqual(shipped.map(({ name }) => name));
		expect(run(shipped)).toEqual([]);
		expect(readdirSync(dir)).toEqual(["welt.db"]);
	});

	test("opens for reading and writing with its safety settings in force", () => {
		const store = openStore(path, (db) => void migrate(db, shipped, { path, nowMs }));
		expect(store.writer.pragma("synchronous", { simple: true })).toBe(2);
		expect(store.writer.pragma("foreign_keys", { simple: true })).toBe(1);
		expect(store.reader.prepare("SELECT COUNT(*) FROM event").pluck().get()).toBe(0);
		expect(() => store.reader.exec("DELETE FROM settings")).toThrow(/readonly/);
		store.close();
	});
});

describe("each shipped step", () => {
	test.each(shipped.map(({ name }, at) => [name, at] as const))("%s keeps the rows that were there", (name, at) => {
		const before = shipped[at - 1];
		if (before) {
			run(shipped.slice(0, at), before.name);
			look((db) => {
				db.exec("INSERT INTO settings VALUES ('kept', '\"行\"')");
				db.exec("INSERT INTO chain (n, dev, epoch, last_seq, last_hash) VALUES (1, 'dev', 1, 1, x'00')");
				db.exec("INSERT INTO aggregate VALUES (1, 'store:a', 1, 'k', '{}')");
				db.exec("INSERT INTO event (id, chain, seq, aggregate, hash, text) VALUES ('e', 1, 1, 1, x'00', '{}')");
			});
		}
		expect(run(shipped, name)).toContain(name);
		look((db) => {
			expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
			expect(db.pragma("foreign_key_check")).toEqual([]);
			if (before) {
				expect(db.prepare("SELECT value FROM settings WHERE name = 'kept'").pluck().get()).toBe('"行"');
				expect(db.prepare("SELECT COUNT(*) FROM event").pluck().get()).toBe(1);
			}
		});
	});
});

describe("refuses", () => {
	test("a file newer than the program, without touching it", () => {
		run([parent, child]);
		expect(() => run([parent])).toThrow(
			expect.objectContaining({ code: "version-too-old", reason: "storage.newer-file" }),
		);
		expect(ledger()).toEqual(["0000_a.sql", "0001_b.sql"]);
	});

	test("a ledger that is not a prefix of the shipped list: other content, other order, one slipped in before", () => {
		run([parent, child]);
		const other = step("0000_a.sql", "CREATE TABLE parent (id INTEGER PRIMARY KEY);");
		const late = step("0000_late.sql", "CREATE TABLE late (id INTEGER);");
		for (const list of [
			[other, child],
			[child, parent],
			[parent, late, child],
		]) {
			expect(() => run(list)).toThrow(expect.objectContaining({ reason: "storage.migrations-differ" }));
		}
	});

	test("a step that fails, and leaves the file as it was", () => {
		run([parent]);
		const bad = step("0001_bad.sql", "CREATE TABLE half (id INTEGER); INSERT INTO nowhere VALUES (1);");
		expect(() => run([parent, bad])).toThrow(/nowhere/);
		expect(ledger()).toEqual(["0000_a.sql"]);
		expect(look((db) => db.prepare("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'half'").pluck().get())).toBe(0);
		expect(run([parent, child])).toEqual(["0001_b.sql"]);
	});

	test("a step that breaks a link between rows", () => {
		run([parent, child]);
		const orphan = step("0002_orphan.sql", "DELETE FROM parent WHERE id = 1;");
		expect(() => run([parent, child, orphan])).toThrow(
			expect.objectContaining({ reason: "storage.migration-broke-links" }),
		);
		expect(look((db) => db.prepare("SELECT COUNT(*) FROM parent").pluck().get())).toBe(2);
	});
});

describe("a table that is built anew", () => {
	const rebuild = step(
		"0002_rebuild.sql",
		"CREATE TABLE parent_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '');\n--> statement-breakpoint\nINSERT INTO parent_new (id) SELECT id FROM parent;\n--> statement-breakpoint\nDROP TABLE parent;\n--> statement-breakpoint\nALTER TABLE parent_new RENAME TO parent;",
	);

	test("does not take the rows that point to it along", () => {
		run([parent, child, rebuild]);
		look((db) => {
			expect(db.prepare("SELECT COUNT(*) FROM child").pluck().get()).toBe(2);
			expect(db.pragma("foreign_keys", { simple: true })).toBe(1);
			expect(() => db.exec("INSERT INTO child VALUES (12, 99)")).toThrow(/FOREIGN KEY/);
		});
	});

	test("leaves a copy of the file as it was before the first pending step, and none for a new file", () => {
		run([parent]);
		expect(readdirSync(dir)).toEqual(["welt.db"]);
		run([parent, child, rebuild]);
		const copy = `${path}.before-0001_b`;
		expect(existsSync(copy)).toBe(true);
		const db = openWriter(copy);
		expect(db.prepare("SELECT name FROM migration").pluck().all()).toEqual(["0000_a.sql"]);
		expect(db.prepare("SELECT COUNT(*) FROM parent").pluck().get()).toBe(2);
		db.close();
	});
});

test("killed in the middle of a step: the next start finds the file as before, and finishes", async () => {
	run([parent]);
	const started = startChild("migrate-half.ts", [path]);
	await started.line("half");
	started.process.kill("SIGKILL");
	await endOf(started.process);
	look((db) => {
		expect(db.prepare("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'child'").pluck().get()).toBe(0);
		expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
	});
	expect(ledger()).toEqual(["0000_a.sql"]);
	expect(run([parent, child])).toEqual(["0001_b.sql"]);
	expect(look((db) => db.prepare("SELECT COUNT(*) FROM child").pluck().get())).toBe(2);
});
