/**
 * The archive's migrations: shipped files in order, each once, each in a transaction with its line in the ledger. Safe
 * to start on any number of instances at once. Refuses a database written by newer code.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Sql } from "./sql.ts";

const folder = join(import.meta.dirname, "migrations");

export async function migrateArchive(sql: Sql): Promise<void> {
	const names = readdirSync(folder)
		.filter((name) => /^\d{4}_[a-z-]+\.sql$/.test(name))
		.sort();
	const shipped = names.map((name) => {
		const text = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");
		return { name, text, sha: createHash("sha256").update(text).digest("hex") };
	});
	const ledger = shipped.map(({ name, sha }) => `('${name}', '${sha}')`).join(", ");
	await sql.structure(`
		SELECT pg_advisory_xact_lock(772301);
		CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, sha text NOT NULL);
		DO $check$ BEGIN
			IF EXISTS (SELECT FROM migration m LEFT JOIN (VALUES ${ledger}) s (name, sha) ON s.name = m.name AND s.sha = m.sha WHERE s.name IS NULL) THEN
				RAISE EXCEPTION 'this archive was written by another version of the program';
			END IF;
		END $check$;`);
	for (const { name, text, sha } of shipped) {
		await sql.structure(`
			SELECT pg_advisory_xact_lock(772301);
			DO $migration$ BEGIN
				IF NOT EXISTS (SELECT FROM migration WHERE name = '${name}') THEN
					EXECUTE $body$${text}$body$;
					INSERT INTO migration VALUES ('${name}', '${sha}');
				END IF;
			END $migration$;`);
	}
}

/**
 * Makes this month's partition of the log and the next one's. Called at start and once a day. A month whose first events
 * came before it had one (the machine slept, its clock leapt) stays in the default partition: nothing else depends on it.
 */
export async function ensurePartitions(sql: Sql, nowMs: number): Promise<void> {
	const now = new Date(nowMs);
	for (const ahead of [0, 1]) {
		const from = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1);
		const until = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead + 1, 1);
		const name = `event_${new Date(from).toISOString().slice(0, 7).replace("-", "_")}`;
		await sql.structure(
			`SELECT pg_advisory_xact_lock(772302);
			DO $partition$ BEGIN
				CREATE TABLE IF NOT EXISTS ${name} PARTITION OF event FOR VALUES FROM (${from}) TO (${until});
			EXCEPTION WHEN check_violation THEN NULL;
			END $partition$;`,
		);
	}
}
