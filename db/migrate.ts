/**
 * Our own migration runner. drizzle's skips a migration merged late and wraps all in one transaction, where SQLite
 * ignores foreign_keys=OFF and a table rebuild deletes child rows. Here: a ledger with hashes, the applied list must be
 * an exact prefix of the shipped one, a copy of the file before the first pending one, both checks before each commit.
 */
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { refuse } from "../domain/errors.ts";
import type { Writer } from "./open.ts";

export type Migration = { name: string; sql: string; sha256: string };

/** The shipped migrations, oldest first. */
export function readMigrations(dir: string): Migration[] {
	const names = readdirSync(dir).filter((f) => /^\d{4}_.*\.sql$/.test(f));
	return names.sort().map((name) => {
		const sql = readFileSync(join(dir, name), "utf8").replaceAll("\r\n", "\n");
		return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
	});
}

function readLedger(db: Writer): { name: string; sha256: string }[] {
	db.exec(`CREATE TABLE IF NOT EXISTS migration (
		n INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, applied_at INTEGER NOT NULL)`);
	return db.prepare("SELECT name, sha256 FROM migration ORDER BY n").all() as { name: string; sha256: string }[];
}

/** The migrations still to run. Refuses a file written by newer code and a ledger that is not a prefix of ours. */
export function pendingMigrations(db: Writer, shipped: readonly Migration[]): Migration[] {
	const applied = readLedger(db);
	applied.forEach((row, i) => {
		const ours = shipped[i];
		if (!ours) refuse("version-too-old", "storage.newer-file", { applied: applied.length, shipped: shipped.length });
		if (ours.name !== row.name || ours.sha256 !== row.sha256) {
			refuse("storage-damaged", "storage.migrations-differ", { at: row.name });
		}
	});
	return shipped.slice(applied.length);
}

function applyOne(db: Writer, migration: Migration, nowMs: number): void {
	db.pragma("foreign_keys = OFF");
	try {
		db.exec("BEGIN IMMEDIATE");
		for (const part of migration.sql.split("--> statement-breakpoint")) if (part.trim()) db.exec(part);
		const broken = db.pragma("foreign_key_check") as unknown[];
		if (broken.length > 0) refuse("storage-damaged", "storage.migration-broke-links", { migration: migration.name });
		const integrity = db.pragma("integrity_check(1)", { simple: true });
		if (integrity !== "ok") refuse("storage-damaged", "storage.damaged", { migration: migration.name });
		db.prepare("INSERT INTO migration (name, sha256, applied_at) VALUES (?, ?, ?)").run(
			migration.name,
			migration.sha256,
			nowMs,
		);
		db.exec("COMMIT");
	} catch (error) {
		if (db.inTransaction) db.exec("ROLLBACK");
		throw error;
	} finally {
		db.pragma("foreign_keys = ON");
	}
}

/**
 * Brings the file to the shipped head. `path` is copied beside itself as `<path>.before-<migration>` first, unless the
 * file is new; the copy is kept until the next upgrade. `stopAfter` lets tests stop at any version.
 */
export function migrate(
	db: Writer,
	shipped: readonly Migration[],
	options: { path: string; nowMs: number; stopAfter?: string },
): string[] {
	const isNew = db.pragma("schema_version", { simple: true }) === 0;
	const pending = pendingMigrations(db, shipped);
	const first = pending[0];
	if (!first) return [];
	if (!isNew && options.path !== ":memory:") {
		db.pragma("wal_checkpoint(TRUNCATE)");
		const copy = `${options.path}.before-${first.name.replace(/\.sql$/, "")}`;
		if (existsSync(copy)) rmSync(copy);
		copyFileSync(options.path, copy);
	}
	const done: string[] = [];
	for (const migration of pending) {
		applyOne(db, migration, options.nowMs);
		done.push(migration.name);
		if (migration.name === options.stopAfter) break;
	}
	return done;
}
