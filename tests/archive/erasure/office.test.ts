/** A customer erased by the head office, whatever breaks on the way, and what an older backup of the database brings back. */
import { createReadStream } from "node:fs";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Archive } from "../../../archive/server/archive.ts";
import { blobName } from "../../../archive/server/blobs/uploads.ts";
import { eraseByCommand } from "../../../archive/server/command/erase.ts";
import { eraseSubject } from "../../../archive/server/erase/decide.ts";
import { eraseAll, findLeftovers } from "../../../archive/server/erase/finish.ts";
import { verifyArchive } from "../../../archive/server/verify/verify.ts";
import { orderEvents } from "../../../domain/order/order.ts";
import type { Trace } from "../../support/erased.ts";
import type { ReadyWorkstation } from "../../support/fixtures.ts";
import { pay, type Served, serve } from "../../support/orders/served.ts";
import { repairSole } from "../support/workshop.ts";
import { kidOf, openWorld, person, type World } from "./world.ts";

let world: World;
let archive: Archive;
let owner: pg.Client;
let counter: ReadyWorkstation;
let bench: ReadyWorkstation;
let hunted: Trace[] = [];
beforeAll(async () => {
	world = await openWorld();
	({ counter, bench, owner } = world);
	archive = world.archive.archive;
});
afterAll(() => world?.dispose());

test("erases by a command, in every workshop that knows the customer; says why not while something is open", async () => {
	const customer = await serve(counter, person, { until: "received" });
	await world.rounds(counter, bench);
	const erase = (words: Record<string, string>) => eraseByCommand(archive, words);
	const subject = customer.subjectId;
	await expect(erase({ subject })).rejects.toThrow(`handed back: order ${customer.number}`);
	await expect(erase({ subject, reason: "whim" })).rejects.toThrow("erase needs");
	await expect(erase({ subject: "01890000-0000-7000-8000-000000000000" })).rejects.toThrow("knows no subject");
	expect(counter.app.vault.keyOf(kidOf(customer))).toBeDefined();

	repairSole(counter, customer.jobId, "2027-02-10");
	await world.rounds(counter);
	await expect(erase({ subject })).rejects.toThrow("not settled");
	pay(counter, customer.orderId);
	await world.rounds(counter);
	hunted = await world.hunt(customer);
	expect(await erase({ subject, reason: "purpose-met" })).toEqual({
		subject,
		already: false,
		stores: 1,
		pictures: 1,
	});
	expect(await erase({ subject })).toMatchObject({ already: true });
	await world.rounds(counter, bench);
	for (const { app } of [counter, bench]) {
		expect(app.vault.keyOf(kidOf(customer))).toBeUndefined();
		expect(app.states.get("subject", subject).state.erased).toBe(true);
	}
	expect((await world.search(hunted)).found).toEqual([]);
	expect((await verifyArchive(archive)).faults).toEqual([]);
});

test("a picture whose upload ends after the erasure goes as well, and one that came before its event", async () => {
	const { uploads, brand } = world;
	const { app } = bench;
	const sign = (customer: Served) => {
		const ref = app.blobs.put(kidOf(customer), "image/jpeg", "signature", customer.picture, app.ports.clock.now());
		const signed = orderEvents["order.signed"].make(
			`order:${customer.orderId}`,
			{ what: "hand-over", how: "screen" },
			{ blobs: [ref] },
		);
		app.log.append(bench.staff.clerk, [signed]);
		return ref.sha;
	};
	const [one, two] = [await serve(counter, person), await serve(counter, person)];
	await world.rounds(counter, counter, bench, bench);
	const first = sign(one);
	uploads.before = () => eraseSubject(archive, one.subjectId, "asked");
	await bench.app.sync.engine.run();
	expect(await archive.files.size(blobName(brand, first))).toBeGreaterThan(0);
	await eraseAll(archive);
	expect(await archive.files.size(blobName(brand, first))).toBeUndefined();

	const second = sign(two);
	await eraseSubject(archive, two.subjectId, "asked");
	await archive.files.write(blobName(brand, second), createReadStream(app.blobs.path(second)));
	const { store } = app.log.identity;
	await owner.query("INSERT INTO blob VALUES (decode($1, 'hex'), $2, $3, 1, 1)", [second, brand, store]);
	await world.rounds(bench);
	expect(await archive.files.size(blobName(brand, second))).toBeUndefined();
	await world.rounds(counter, bench);
	expect((await verifyArchive(archive)).faults).toEqual([]);
});

test("PostgreSQL torn away at every transaction, files that can't be removed: the next round ends it, told once", async () => {
	const customers: Served[] = [];
	const steps = 12;
	for (let n = 0; n <= steps; n++) customers.push(await serve(counter, person));
	await world.rounds(counter, counter, counter, counter);
	const { sql, files: store } = archive;
	let reached = 0;
	for (const [at, customer] of customers.entries()) {
		let count = 0;
		const torn: typeof archive = {
			...archive,
			sql: {
				...sql,
				transaction: (brands, work) =>
					sql.transaction(brands, async (tx) => {
						const value = await work(tx);
						count += 1;
						// The server ends every connection before the commit.
						if (count === at)
							await owner.query(
								"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()",
							);
						return value;
					}),
			},
			files: {
				...store,
				remove: (name) => (at === 0 ? Promise.reject(new Error("the disk is away")) : store.remove(name)),
			},
		};
		const done = await eraseSubject(torn, customer.subjectId, "asked").then(
			() => true,
			() => false,
		);
		if (!done) reached += 1;
		await eraseSubject(archive, customer.subjectId, "asked");
		expect(await archive.files.size(blobName(world.brand, customer.sha)), `step ${at}`).toBeUndefined();
		const { rows } = await owner.query<{ n: string }>(
			"SELECT count(*) AS n FROM event WHERE strpos(text, $1) > 0 AND strpos(text, 'subject.erased') > 0",
			[customer.subjectId],
		);
		expect(rows[0]?.n, `step ${at}`).toBe("1");
	}
	expect(reached).toBeGreaterThan(6);
	const { rows: open } = await owner.query("SELECT 1 FROM erasure WHERE done_at IS NULL");
	expect(open).toEqual([]);
	await world.rounds(counter);
	for (const customer of customers) expect(counter.app.vault.keyOf(kidOf(customer))).toBeUndefined();
	expect((await verifyArchive(archive)).faults).toEqual([]);
}, 60_000);

test("a key that an older backup of the database brought back is found and goes again", async () => {
	const customer = await serve(counter, person);
	await world.rounds(counter, counter, counter);
	const { rows } = await owner.query("SELECT * FROM customer_key WHERE kid = $1", [kidOf(customer)]);
	await eraseSubject(archive, customer.subjectId, "asked");
	const [key] = rows;
	const values = [key.kid, key.brand, key.holder, key.store, key.sealed, key.put_at];
	await owner.query("INSERT INTO customer_key VALUES ($1, $2, $3, $4, $5, $6)", values);
	expect((await verifyArchive(archive)).faults).toMatchObject([{ kind: "erasure", at: kidOf(customer) }]);
	await findLeftovers(archive);
	await eraseAll(archive);
	expect((await verifyArchive(archive)).faults).toEqual([]);
});
