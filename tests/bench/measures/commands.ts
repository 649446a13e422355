/** One durable command of the real core beside raw better-sqlite3 single-row FULL commits, alternated in the same run. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { openWriter } from "../../../db/open.ts";
import { jobEvents } from "../../../domain/job/job.ts";
import type { BenchCore } from "../core.ts";
import { people } from "../made/words.ts";
import { atLeastShare, type Result } from "../result.ts";

const rounds = 5;
const perRound = 400;

export function measureCommands({ app }: BenchCore, dir: string): Result[] {
	const path = join(dir, "raw.db");
	const raw = openWriter(path);
	raw.exec("CREATE TABLE t (id INTEGER PRIMARY KEY, body TEXT NOT NULL)");
	const insert = raw.prepare("INSERT INTO t (body) VALUES (?)");
	const body = "x".repeat(600);
	const jobs = app.reader
		.prepare("SELECT id FROM jobs WHERE stage = 'repair' ORDER BY id LIMIT 50")
		.pluck()
		.all() as string[];
	const actor = people[1]?.id ?? "";
	let rawMs = 0;
	let ownMs = 0;
	let done = 0;
	for (let round = 0; round < rounds; round++) {
		let started = performance.now();
		for (let i = 0; i < perRound; i++) insert.run(body);
		rawMs += performance.now() - started;
		started = performance.now();
		for (let i = 0; i < perRound; i++) {
			const id = jobs[done % jobs.length] ?? "";
			done += 1;
			app.log.append(actor, [jobEvents["job.shelved"].make(`job:${id}`, { shelf: `A${done % 40}` })]);
		}
		ownMs += performance.now() - started;
	}
	raw.close();
	rmSync(path, { force: true });
	const count = rounds * perRound;
	const perSecond = (ms: number) => (count / ms) * 1000;
	return [atLeastShare("durable-command", perSecond(ownMs), "commands/s", perSecond(rawMs), "raw FULL commits/s", 0.4)];
}
