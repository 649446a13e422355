/**
 * Entry of `npm run refold -- [--data=DIR]`: drops every projection and search index and folds them anew from the log,
 * while no Welt has the folder open. The last line on stdout is one JSON object with the counts.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { databaseName } from "../../db/backup/manifest.ts";
import { migrate, readMigrations } from "../../db/migrate.ts";
import { openStore } from "../../db/open.ts";
import { refoldAll } from "../../db/refold.ts";
import { Refusal, refuse } from "../../domain/errors.ts";
import { defaultDataFolder } from "../adapters/data-folder.ts";
import { lockData } from "../adapters/data-lock.ts";
import { systemClock } from "../adapters/ports.ts";
import { restoreSentence } from "../adapters/restore-sentence.ts";

const root = join(import.meta.dirname, "../..");

async function run(): Promise<void> {
	const { values } = parseArgs({ options: { data: { type: "string" } } });
	const data = resolve(values.data ?? defaultDataFolder());
	const path = join(data, databaseName);
	if (!existsSync(path)) refuse("not-found", "storage.cannot-open", { path });
	const lock = await lockData(data);
	try {
		const shipped = readMigrations(join(root, "db", "migrations"));
		const store = openStore(path, (db) => void migrate(db, shipped, { path, nowMs: systemClock.now() }));
		try {
			const report = (done: number, total: number) => console.error(`${done} / ${total}`);
			console.log(JSON.stringify({ data, ...refoldAll(store.writer, { mono: systemClock.mono, report }) }));
		} finally {
			store.close();
		}
	} finally {
		await lock.release();
	}
}

try {
	await run();
} catch (cause) {
	console.error(cause instanceof Refusal ? restoreSentence(cause) : String(cause));
	process.exitCode = 1;
}
