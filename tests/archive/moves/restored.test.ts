/** An archive put back to before an order was sent away: the workshops bring it back what it lost, and agree as before. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyArchive } from "../../../archive/server/verify/verify.ts";
import { receive } from "../../support/fixtures.ts";
import { startArchive, type TestArchive } from "../support/archive.ts";
import { accept, dispatch, jobAt, meet, refolds, shelve, stateOf, storeOf } from "../support/parcels.ts";
import { type Database, startPostgres } from "../support/postgres.ts";
import { openWorkshop, type Workshop } from "../support/workshop.ts";

let database: Database;
let archive: TestArchive;
let again: TestArchive;
let owner: pg.Client;
let xuhui: Workshop;
let pudong: Workshop;

beforeAll(async () => {
	database = await startPostgres();
	archive = await startArchive(database.url);
	owner = new pg.Client({ connectionString: database.url });
	await owner.connect();
	xuhui = await openWorkshop(archive, "徐汇店");
	pudong = await openWorkshop(archive, "浦东店");
});
afterAll(async () => {
	for (const workshop of [xuhui, pudong]) await workshop?.dispose();
	await owner.end();
	await archive.stop();
	await again?.stop();
	await database.stop();
});

async function tables(): Promise<string[]> {
	const found = await owner.query<{ name: string }>(
		`SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
		WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname NOT IN ('migration', 'secret')`,
	);
	return found.rows.map(({ name }) => name);
}

async function backUp(): Promise<void> {
	const copies = (await tables()).map((name) => `CREATE TABLE backup.${name} AS TABLE public.${name};`);
	await owner.query(`CREATE SCHEMA backup; ${copies.join(" ")}`);
}

/** Another life of it answers from then on. */
async function restore(): Promise<void> {
	const back = (await tables()).map((name) => `DELETE FROM ${name}; INSERT INTO ${name} SELECT * FROM backup.${name};`);
	await owner.query(`BEGIN; SET LOCAL session_replication_role = replica; ${back.join(" ")} COMMIT`);
	await owner.query("INSERT INTO incarnation VALUES ($1, $2)", [randomUUID(), archive.clock.at + 1]);
	again = await startArchive(database.url);
	Object.assign(archive, { app: again.app, archive: again.archive });
}

test("an order sent and accepted since the backup stands in both workshops and at the archive as before", async () => {
	const received = receive(xuhui, { jobs: 2 });
	const [jobId = ""] = received.jobIds;
	await meet(xuhui, pudong);
	await backUp();
	const sent = dispatch(xuhui, pudong, received);
	await meet(xuhui, pudong);
	accept(pudong, sent);
	shelve(pudong, jobId, "P3");
	await meet(pudong, xuhui);
	const before = stateOf(xuhui, received);
	await restore();
	shelve(pudong, jobId, "P4");
	for (let round = 0; round < 3; round++) await meet(xuhui, pudong);
	for (const workshop of [xuhui, pudong]) {
		expect(workshop.app.sync.enrolment()?.arch).toBe(again.archive.incarnation);
		expect(jobAt(workshop, jobId)).toMatchObject({ custody: { store: storeOf(pudong) }, shelf: "P4" });
		expect(workshop.app.sync.rows.listHeld()).toEqual([]);
		expect(refolds(workshop)).toBe(true);
	}
	expect(stateOf(pudong, received)).toBe(stateOf(xuhui, received));
	expect(stateOf(xuhui, received)).not.toBe(before);
	expect((await verifyArchive(archive.archive)).faults).toEqual([]);
});
