/** A workstation's log, folds, search index and sync desk on a folder, over real HTTP: what a core puts together, without its screens. */
import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import { createLog, type LogIdentity } from "../../../db/log.ts";
import { migrate, readMigrations } from "../../../db/migrate.ts";
import { openWriter, type Writer } from "../../../db/open.ts";
import { createProjectors } from "../../../db/projections/rows.ts";
import { createKeyRows } from "../../../db/queries/keys.ts";
import { createLocalRows } from "../../../db/queries/local.ts";
import { createSearchIndex } from "../../../db/search/index-rows.ts";
import { createHttpLine } from "../../../main/adapters/http-line.ts";
import { systemPorts } from "../../../main/adapters/ports.ts";
import { createSyncDesk, type SyncDesk } from "../../../main/sync/desk.ts";
import type { Line } from "../../../main/sync/line.ts";
import { createVault } from "../../../main/vault/vault.ts";
import { rootDir } from "../data.ts";

export type Replica = {
	db: Writer;
	desk: SyncDesk;
	/** ms from the first asking of `path` to the end of its last answer. */
	spentOn(path: string): number;
	close(): Promise<void>;
};

/** Notes when each endpoint was first asked and last answered. */
function timed(line: Line): { line: Line; spentOn(path: string): number } {
	const spans = new Map<string, { from: number; to: number }>();
	return {
		spentOn(path) {
			const span = spans.get(path);
			return span ? span.to - span.from : Number.NaN;
		},
		line: {
			...line,
			async ask(ask, signal) {
				const path = ask.path.replace(/\?.*/, "");
				const from = performance.now();
				const said = await line.ask(ask, signal);
				spans.set(path, { from: spans.get(path)?.from ?? from, to: performance.now() });
				return said;
			},
		},
	};
}

/** `identity`: for a folder without one, a further PC of a store. */
export function openReplica(dir: string, archive: string, identity?: LogIdentity): Replica {
	const path = join(dir, "welt.db");
	const db = openWriter(path);
	migrate(db, readMigrations(join(rootDir, "db", "migrations")), { path, nowMs: 0 });
	const local = createLocalRows(db);
	if (identity) local.setSetting("identity", identity);
	const known = local.setting<LogIdentity>("identity");
	if (!known) throw new Error("whose log is this?");
	const silent = { info() {}, warn() {}, error: (event: string, fields?: object) => console.error(event, fields) };
	const ports = systemPorts(silent);
	const vault = createVault(randomBytes(32), createKeyRows(db), ports.random);
	const { now, mono } = ports.clock;
	const log = createLog(
		db,
		known,
		{ now, mono, uuid: randomUUID, boot: randomUUID(), seal: vault.seal, stored: () => undefined },
		createProjectors(db, createSearchIndex(db)),
	);
	const { line, spentOn } = timed(createHttpLine(archive));
	const desk = createSyncDesk({
		ports,
		writer: db,
		local,
		vault,
		log,
		line: () => line,
		changed: () => undefined,
		forked: () => undefined,
	});
	return {
		db,
		desk,
		spentOn,
		async close() {
			await desk.stop();
			db.close();
		},
	};
}
