/**
 * `npm run bench:sync`: 10,000 of the product's own events from a workstation to the archive and on to a second PC of the
 * store, with chains, signatures, row security and folding; beside PouchDB with the same bytes and beside what the two
 * databases can do at best. Ours and theirs take turns; medians are compared; the second PC reads once the archive's item
 * feeds are level with the push. Then the nation: a thousand workshops that come back at once, an order that becomes known
 * in another workshop, and a passport among 5,000,000 events.
 * `-- --rounds=N` (5), `-- --json`, `-- --only=rates|crowd|arrival|passports`, `-- --events=N` for the passports at another scale.
 */
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { LogIdentity } from "../../../db/log.ts";
import { type National, startNational } from "../../support/archive-command.ts";
import { rootDir } from "../data.ts";
import { generate } from "../made/generate.ts";
import { atLeastShare, percentile, type Result } from "../result.ts";
import { digested } from "./digested.ts";
import { postgresRate, sqliteRate } from "./limits.ts";
import { measureArrival } from "./nation/arrival.ts";
import { measureCrowd } from "./nation/crowd.ts";
import { measurePassports } from "./nation/passports.ts";
import { installPeer, peerRound, type Rates } from "./peer.ts";
import { openReplica } from "./replica.ts";

const { values } = parseArgs({
	options: {
		rounds: { type: "string", default: "5" },
		json: { type: "boolean", default: false },
		only: { type: "string" },
		events: { type: "string", default: "5000000" },
	},
});
const rounds = Number(values.rounds);
const events = 10_000;
const scratch = mkdtempSync(join(tmpdir(), "welt-bench-sync-"));

type Made = { dir: string; identity: LogIdentity; texts: string[] };

/** A workstation's folder with that many events, another one each round. */
function makeWriter(round: number): Made {
	const dir = join(scratch, `writer-${round}`);
	generate(dir, rootDir, { events, items: events / 5, customers: events / 25 }, round + 1);
	const replica = openReplica(dir, "http://127.0.0.1:1");
	const texts = replica.db.prepare("SELECT text FROM event ORDER BY pos").pluck().all() as string[];
	const identity = JSON.parse(
		replica.db.prepare("SELECT value FROM settings WHERE name = 'identity'").pluck().get() as string,
	) as LogIdentity;
	replica.db.close();
	return { dir, identity, texts };
}

/** Everything of that folder to the archive, as the store with that code. Answers events/s. */
async function pushIn(national: National, made: Made, code: string): Promise<number> {
	const writer = openReplica(made.dir, national.url);
	await writer.desk.enrol(national.url, await national.code(code), "前台");
	await writer.desk.engine.run();
	if (writer.desk.rows.countWaiting() > 0) throw new Error("not all of it went up");
	const push = (made.texts.length / writer.spentOn("/v1/push")) * 1000;
	await writer.close();
	return push;
}

/** Events/s there, and events/s back into a second PC's rows and search index. */
async function ourRound(national: National, made: Made, round: number): Promise<Rates> {
	const code = String(10_001 + round);
	const push = await pushIn(national, made, code);
	console.error(`item feeds level after ${(await digested(national.database, made.identity.store)).toFixed(1)} s`);
	const dir = join(scratch, `reader-${round}`);
	mkdirSync(dir);
	const reader = openReplica(dir, national.url, { ...made.identity, dev: randomUUID(), epoch: 1 });
	await reader.desk.enrol(national.url, await national.code(code), "工位");
	const started = performance.now();
	await reader.desk.engine.run();
	const pull = (made.texts.length / (performance.now() - started)) * 1000;
	const arrived = reader.db.prepare("SELECT COUNT(*) FROM event").pluck().get();
	const jobs = reader.db.prepare("SELECT COUNT(*) FROM jobs").pluck().get() as number;
	await reader.close();
	if (arrived !== made.texts.length || jobs === 0) throw new Error(`${arrived} of ${made.texts.length} arrived`);
	return { push, pull };
}

function show(result: Result): void {
	const { name, value, unit, denominator, denominatorName, ratio, target, ok } = result;
	if (values.json) console.log(JSON.stringify(result));
	else
		console.log(
			`${ok ? "ok  " : "MISS"} ${name.padEnd(28)} ${value} ${unit} / ${denominator} ${denominatorName} = ${ratio} (${target})`,
		);
}

async function rates(national: National): Promise<Result[]> {
	installPeer();
	const ours: Rates[] = [];
	const peers: Rates[] = [];
	const postgres: number[] = [];
	const sqlite: number[] = [];
	let size = 0;
	for (let round = 0; round < rounds; round++) {
		const made = makeWriter(round);
		size = percentile(
			made.texts.map((text) => Buffer.byteLength(text)),
			0.5,
		);
		const file = join(scratch, "texts");
		writeFileSync(file, made.texts.join("\n"));
		ours.push(await ourRound(national, made, round));
		peers.push(peerRound(file));
		postgres.push(await postgresRate(national.database, made.texts));
		sqlite.push(sqliteRate(made.texts));
	}
	const median = (numbers: number[]) => percentile(numbers, 0.5);
	const push = median(ours.map((each) => each.push));
	const pull = median(ours.map((each) => each.pull));
	console.error(`${rounds} rounds of ${events} events, median event ${size} bytes`);
	return [
		atLeastShare("push-against-pouchdb", push, "events/s", median(peers.map((p) => p.push)), "PouchDB events/s", 2),
		atLeastShare("pull-against-pouchdb", pull, "events/s", median(peers.map((p) => p.pull)), "PouchDB events/s", 3),
		atLeastShare("push-against-postgres", push, "events/s", median(postgres), "batch-1000 insert rows/s", 0.15),
		atLeastShare("pull-against-sqlite", pull, "events/s", median(sqlite), "bulk insert rows/s", 0.08),
	];
}

async function onNational(measure: (national: National) => Promise<Result[]>): Promise<Result[]> {
	const national = await startNational();
	try {
		return await measure(national);
	} finally {
		await national.stop();
	}
}

const groups: Record<string, () => Promise<Result[]>> = {
	rates: () => onNational(rates),
	crowd: () => onNational(measureCrowd),
	arrival: () => onNational(measureArrival),
	passports: () =>
		onNational(async (national) => {
			const made = makeWriter(0);
			await pushIn(national, made, "10001");
			return measurePassports(national, made.identity.store, Number(values.events));
		}),
};

async function main(): Promise<void> {
	try {
		for (const [name, measure] of Object.entries(groups)) {
			if (values.only && values.only !== name) continue;
			const results = await measure();
			results.forEach(show);
			if (results.some(({ ok }) => !ok)) process.exitCode = 1;
		}
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
}

await main();
