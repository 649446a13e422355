/** Bare workstations of one workshop: a real log on a real file each, without anything above it. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLog, type Log, type LogIdentity } from "../../../db/log.ts";
import { migrate, readMigrations } from "../../../db/migrate.ts";
import { openWriter, type Writer } from "../../../db/open.ts";
import { createProjectors } from "../../../db/projections/rows.ts";
import type { Arrived } from "../../../db/receive.ts";
import { dumpProjections, refoldAll } from "../../../db/refold.ts";
import { rootDir } from "../memory-workstation.ts";

export const storeId = "00000000-0000-7000-8000-000000000099";
export const actorId = "00000000-0000-7000-8000-000000000077";
/** Where all clocks begin, ms UTC. */
export const startMs = Date.parse("2026-11-21T02:00:00Z");

const hex = (n: number, digits: number) => n.toString(16).padStart(digits, "0");

export type Pc = {
	log: Log;
	db: Writer;
	path: string;
	dev: string;
	store: string;
	clock: { ms: number };
	/** A chain this PC has, from its beginning, as it travels. */
	chain(dev: string, epoch?: number): Arrived[];
	/** Chains of its own store, which it may hand on. */
	chains(): { dev: string; epoch: number }[];
	/** Every row and state as text. */
	dump(): string;
	/** The same after everything was dropped and folded anew. */
	refolded(): string;
	/** The same file opened anew. */
	restart(): Pc;
};

export type Workshop = {
	/** @param epoch another life of the same PC @param store of another workshop */
	open(no: number, epoch?: number, store?: string): Pc;
	/** All of them go; their files are used again. */
	clear(): void;
	dispose(): void;
};

/** Empties a file, so that the next history needs no new one. */
function wipe(db: Writer): void {
	const tables =
		"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migration'";
	db.pragma("foreign_keys = OFF");
	db.transaction(() => {
		for (const name of db.prepare(`${tables} AND name NOT LIKE 'search_index%'`).pluck().all())
			db.exec(`DELETE FROM ${name}`);
	})();
	db.pragma("foreign_keys = ON");
}

export function openWorkshop(): Workshop {
	const dir = mkdtempSync(join(tmpdir(), "welt-pcs-"));
	const template = join(dir, "empty.db");
	const spare: { db: Writer; path: string }[] = [];
	let open: Pc[] = [];
	let files = 0;
	let ids = 0;
	const uuid = () => {
		ids += 1;
		return `${hex(ids, 8)}-0000-7000-8000-0000000000aa`;
	};
	function freshFile(): { db: Writer; path: string } {
		if (!existsSync(template)) {
			const db = openWriter(template);
			migrate(db, readMigrations(join(rootDir, "db", "migrations")), { path: template, nowMs: startMs });
			db.close();
		}
		files += 1;
		const path = join(dir, `${files}.db`);
		copyFileSync(template, path);
		return { db: openWriter(path), path };
	}
	return {
		open(no, epoch = 1, store = storeId) {
			const { db, path } = spare.pop() ?? freshFile();
			const identity = { store, dev: `00000000-0000-7000-8000-0000000001${hex(no, 2)}`, epoch };
			const pc = openPc(db, path, identity, uuid);
			open.push(pc);
			return pc;
		},
		clear() {
			for (const { db, path } of open) {
				wipe(db);
				spare.push({ db, path });
			}
			open = [];
			ids = 0;
		},
		dispose() {
			for (const { db } of [...open, ...spare]) if (db.open) db.close();
			rmSync(dir, { recursive: true, force: true });
		},
	};
}

function openPc(db: Writer, path: string, identity: LogIdentity, uuid: () => string): Pc {
	const { store, dev } = identity;
	db.pragma("synchronous = OFF");
	const clock = { ms: startMs };
	const projectors = createProjectors(db);
	const log = createLog(
		db,
		{ ...identity },
		{
			now: () => clock.ms,
			mono: () => 0,
			uuid,
			boot: storeId,
			seal: () => {
				throw new Error("nothing personal here");
			},
			stored: () => undefined,
		},
		projectors,
	);
	const links = db.prepare(
		`SELECT e.text, lower(hex(e.hash)) AS hash FROM event e JOIN chain c ON c.n = e.chain
		WHERE c.dev = ? AND c.epoch = ? ORDER BY e.seq`,
	);
	const dump = () => [...dumpProjections(db, projectors)].join("\n");
	return {
		log,
		db,
		path,
		dev,
		store,
		clock,
		chain: (of, life = 1) => links.all(of, life) as Arrived[],
		chains: () =>
			db.prepare("SELECT dev, epoch FROM chain WHERE NOT partial ORDER BY n").all() as { dev: string; epoch: number }[],
		dump,
		refolded() {
			refoldAll(db, { mono: () => 0 });
			return dump();
		},
		restart() {
			db.close();
			const again = openPc(openWriter(path), path, identity, uuid);
			again.clock.ms = clock.ms;
			return again;
		},
	};
}
