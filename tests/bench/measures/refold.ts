/** Refold of the whole log, every projection and the search index, beside better-sqlite3's bulk insert of the same rows. */
import { join } from "node:path";
import { migrate, readMigrations } from "../../../db/migrate.ts";
import { openWriter } from "../../../db/open.ts";
import { refoldAll } from "../../../db/refold.ts";
import { rootDir } from "../data.ts";
import { atLeastShare, type Result } from "../result.ts";

const bulkRows = 200_000;

/** Rows/s of inserting the log's own rows, with the log's own indexes, in one transaction. */
function bulkRate(from: string, dir: string): number {
	const path = join(dir, "bulk.db");
	const db = openWriter(path);
	migrate(db, readMigrations(join(rootDir, "db", "migrations")), { path, nowMs: 0 });
	db.pragma("foreign_keys = OFF");
	db.prepare("ATTACH ? AS source").run(from);
	const rows = db
		.prepare("SELECT id, chain, seq, aggregate, hash, text, sound FROM source.event ORDER BY pos LIMIT ?")
		.raw()
		.all(bulkRows) as unknown[][];
	db.exec("DETACH source");
	const insert = db.prepare(
		"INSERT INTO event (id, chain, seq, aggregate, hash, text, sound) VALUES (?, ?, ?, ?, ?, ?, ?)",
	);
	const started = performance.now();
	db.transaction(() => {
		for (const row of rows) insert.run(row);
	})();
	const rate = (rows.length / (performance.now() - started)) * 1000;
	db.close();
	return rate;
}

/** `dir`: a folder of its own with a copy of the data. */
export function measureRefold(dir: string): Result[] {
	const path = join(dir, "welt.db");
	const bulk = bulkRate(path, dir);
	const db = openWriter(path);
	const { events, ms } = refoldAll(db, { mono: () => performance.now() });
	db.close();
	return [atLeastShare("refold", (events / ms) * 1000, "events/s", bulk, "bulk insert rows/s", 0.25)];
}
