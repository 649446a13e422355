/**
 * What makes a refold quick, and undoes itself: settings for rows that can be made again, and indexes built once at the
 * end instead of row by row. Used by refold.ts only.
 */
import type { Writer } from "./open.ts";
import type { Projector } from "./projections/projector.ts";

/** Set while a refold is under way; holds the indexes to be built again. */
const markName = "refold";
const mib = 1024 * 1024;

/** True when a refold was cut off: the projections are not whole. */
export function isRefoldUnfinished(db: Writer): boolean {
	return findMark(db) !== undefined;
}

function findMark(db: Writer): string[] | undefined {
	const value = db.prepare("SELECT value FROM settings WHERE name = ?").pluck().get(markName) as string | undefined;
	return value === undefined ? undefined : (JSON.parse(value) as string[]);
}

/** Sets the mark as a refold that was cut off leaves it: the next opening folds everything. */
export function askForRefold(db: Writer): void {
	db.prepare("INSERT OR IGNORE INTO settings (name, value) VALUES (?, '[]')").run(markName);
}

export function removeMark(db: Writer): void {
	db.prepare("DELETE FROM settings WHERE name = ?").run(markName);
}

/**
 * Nothing in the projections is personal, so freed pages need no wiping; a power cut costs a refold, which the mark asks
 * for. The search index gathers more in memory before it writes.
 */
export function inBulk<T>(db: Writer, work: () => T): T {
	const set = (bulk: boolean) => {
		db.pragma(`secure_delete = ${bulk ? "OFF" : "ON"}`);
		db.pragma(`synchronous = ${bulk ? "NORMAL" : "FULL"}`);
		db.pragma(`wal_autocheckpoint = ${bulk ? 16_000 : 1_000}`);
		db.exec(`INSERT INTO search_index (search_index, rank) VALUES ('hashsize', ${bulk ? 32 * mib : mib})`);
	};
	set(true);
	try {
		return work();
	} finally {
		set(false);
	}
}

/**
 * Sets the mark and empties the projections, inside the caller's transaction. Indexes go where rows are replaced by their
 * primary key; a table whose rows are looked up by another column keeps them.
 */
export function clearProjections(db: Writer, projectors: ReadonlyMap<string, Projector>): void {
	const tables = [...projectors.values()].flatMap(({ keyed }) => keyed);
	const marks = tables.map(() => "?").join(", ");
	const indexes = db
		.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (${marks})`)
		.all(...tables) as { name: string; sql: string }[];
	// An earlier, cut-off refold may have dropped some already.
	const wanted = [...new Set([...(findMark(db) ?? []), ...indexes.map(({ sql }) => sql)])];
	db.prepare("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)").run(markName, JSON.stringify(wanted));
	for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`);
	for (const projector of projectors.values()) projector.clear();
}

/** Builds the indexes that `clearProjections` dropped. Inside the caller's transaction. */
export function rebuildIndexes(db: Writer): void {
	const there = new Set(db.prepare("SELECT sql FROM sqlite_schema WHERE type = 'index'").pluck().all());
	for (const sql of findMark(db) ?? []) if (!there.has(sql)) db.exec(sql);
}
