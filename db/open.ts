/**
 * Opens the workstation's SQLite file: one writing and one reading connection, durable settings read back and checked.
 * Called by main/core.ts, restore and refold. Only services hold the Writer; queries get the Reader.
 */
import { accessSync, constants, existsSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { refuse } from "../domain/errors.ts";
import { translateStorageError, withStorageErrors } from "./storage-errors.ts";

type Connection = Database.Database;
export type Statement = Database.Statement;
declare const reader: unique symbol;
declare const writer: unique symbol;
/** A connection that only reads (enforced by SQLite itself). */
export type Reader = Connection & { readonly [reader]: true };
/** The one connection that writes. */
export type Writer = Connection & { readonly [writer]: true };

export type Store = { reader: Reader; writer: Writer; close(): void };

function setUp(db: Connection, cacheKiB: number): void {
	db.pragma("journal_mode = WAL");
	db.pragma("synchronous = FULL");
	db.pragma("foreign_keys = ON");
	db.pragma("busy_timeout = 5000");
	// 16 MB of log between checkpoints: the same few pages are then written home once instead of four times.
	db.pragma("wal_autocheckpoint = 4000");
	db.pragma("secure_delete = ON");
	db.pragma("temp_store = MEMORY");
	db.pragma(`cache_size = -${cacheKiB}`);
}

/** Settings that keep acknowledged work safe must really be in force. */
function verify(db: Connection): void {
	const wanted = { journal_mode: "wal", synchronous: 2, foreign_keys: 1, secure_delete: 1 };
	for (const [name, value] of Object.entries(wanted)) {
		const actual = db.pragma(name, { simple: true });
		if (actual !== value) refuse("storage-damaged", "storage.settings-refused", { name, actual: String(actual) });
	}
}

/** SQLite only says "unable to open" where the folder lets nobody write; a person needs to know which it is. */
function refuseReadOnly(path: string): void {
	if (path === ":memory:") return;
	try {
		accessSync(dirname(path), constants.W_OK);
		if (existsSync(path)) accessSync(path, constants.W_OK);
	} catch (error) {
		throw translateStorageError(error);
	}
}

/** Opens (or creates) the file for writing, without migrating it. */
export function openWriter(path: string): Writer {
	return withStorageErrors(() => {
		refuseReadOnly(path);
		const db = new Database(path);
		try {
			setUp(db, 16_384);
			verify(db);
		} catch (error) {
			db.close();
			throw error;
		}
		return db as Writer;
	});
}

/** A second connection for reading; the file must exist and be migrated. */
export function openReader(path: string): Reader {
	return withStorageErrors(() => {
		const db = new Database(path, { readonly: true, fileMustExist: true });
		db.pragma("busy_timeout = 5000");
		db.pragma("temp_store = MEMORY");
		db.pragma("cache_size = -32768");
		return db as Reader;
	});
}

/** Writer and reader of a migrated file. */
export function openStore(path: string, migrate: (db: Writer) => void): Store {
	const writerDb = openWriter(path);
	try {
		withStorageErrors(() => migrate(writerDb));
		const readerDb = openReader(path);
		return {
			writer: writerDb,
			reader: readerDb,
			close() {
				if (readerDb.open) readerDb.close();
				if (writerDb.open) writerDb.close();
			},
		};
	} catch (error) {
		writerDb.close();
		throw error;
	}
}
