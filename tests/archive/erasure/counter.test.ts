/**
 * A customer erased at the counter: two PCs of the workshop, another workshop that was lent the key, a real archive. After
 * that every file and every row is searched for what must be gone.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Archive } from "../../../archive/server/archive.ts";
import { blobName } from "../../../archive/server/blobs/uploads.ts";
import { exportRecord } from "../../../archive/server/export/record.ts";
import { noteInterest } from "../../../archive/server/passport/interest.ts";
import { makeSnapshot } from "../../../archive/server/snapshot/make.ts";
import { verifyArchive } from "../../../archive/server/verify/verify.ts";
import { restoreBackup } from "../../../db/backup/restore.ts";
import { readMigrations } from "../../../db/migrate.ts";
import { orderEvents } from "../../../domain/order/order.ts";
import { search, type Trace } from "../../support/erased.ts";
import { appOf, type ReadyWorkstation } from "../../support/fixtures.ts";
import { openWorkstation, rootDir } from "../../support/memory-workstation.ts";
import { type Served, serve } from "../../support/orders/served.ts";
import type { Workshop } from "../support/workshop.ts";
import { kidOf, openWorld, person, type World } from "./world.ts";

let world: World;
let archive: Archive;
let counter: ReadyWorkstation;
let bench: ReadyWorkstation;
let far: Workshop;
let hunted: Trace[] = [];
beforeAll(async () => {
	world = await openWorld();
	({ counter, bench, far } = world);
	archive = world.archive.archive;
});
afterAll(() => world?.dispose());

let customer: Served;

test("is read on each of them; the lending is told in the customer's record", async () => {
	customer = await serve(counter, person);
	await world.rounds(counter);
	await world.rounds(bench);
	await world.rounds(bench);
	expect(bench.app.directory.find(customer.subjectId)?.name).toBe(person.name);
	expect(() => bench.app.blobs.read(customer.sha)).toThrow("media.not-here-yet");
	await world.rounds(bench);
	expect(bench.app.blobs.read(customer.sha).bytes.equals(customer.picture)).toBe(true);

	await far.app.sync.passports.ask({ kind: "order", value: customer.number });
	const { dev, store } = far.app.log.identity;
	await noteInterest(archive, { dev, store, brands: [world.brand], revoked: false }, [`item:${customer.itemId}`]);
	for (const _twice of [1, 2])
		expect(await far.app.sync.borrow(customer.itemId, "repair", far.staff.clerk)).toBeGreaterThan(0);
	expect(far.app.vault.keyOf(kidOf(customer))).toEqual(counter.app.vault.keyOf(kidOf(customer)));
	await world.rounds(counter);
	const { entries } = await counter.call("order.timeline", { orderId: customer.orderId });
	const lent = entries.filter(({ type }) => type === "subject.lent");
	expect(lent).toMatchObject([{ values: { to: { text: "浦东店" } }, reason: { of: "lent", code: "repair" } }]);
	expect(counter.app.sync.rows.listHeld()).toEqual([]);
});

test("can't be hidden from the search while they are here", async () => {
	hunted = await world.hunt(customer);
	const { found } = await world.search(hunted);
	for (const where of ["welt.db", "PostgreSQL"])
		expect(
			found.some((each) => each.startsWith(where)),
			where,
		).toBe(true);
});

test("erased at the counter: every copy goes everywhere, a backup from before brings none back", async () => {
	counter.app.backups.start();
	await counter.app.backups.idle();
	const old = counter.app.backups.state().last?.folder ?? "";
	await makeSnapshot(archive, counter.app.log.identity.store, [world.brand]);
	counter.as("manager");
	const { version } = counter.app.states.get("subject", customer.subjectId);
	await counter.call("customer.erase", { subjectId: customer.subjectId, version, reason: "asked" });
	await world.rounds(counter);
	await world.rounds(bench, far, counter);
	await makeSnapshot(archive, counter.app.log.identity.store, [world.brand]);
	for (const { app } of [counter, bench, far]) {
		expect([app.vault.keyOf(kidOf(customer)), app.keys.isErased(kidOf(customer)), app.keys.uncleared()]).toEqual([
			undefined,
			true,
			[],
		]);
		expect(app.sync.rows.listHeld()).toEqual([]);
	}
	expect(bench.app.directory.find(customer.subjectId)).toBeUndefined();
	expect(await archive.files.size(blobName(world.brand, customer.sha))).toBeUndefined();

	// The backup from before: restored on a new PC, the customer goes again with the first answer of the archive.
	const to = join(mkdtempSync(join(tmpdir(), "welt-restored-")), "data");
	const master = (await counter.keys.load()) ?? Buffer.alloc(32);
	await restoreBackup({
		...{ from: old, to, part: `${to}.part`, stationNumber: 7, unlock: () => master, saveKey: async () => undefined },
		shipped: readMigrations(join(rootDir, "db", "migrations")),
		ports: { now: () => counter.clock.now, mono: () => 0, uuid: counter.app.ports.ids.uuid },
	});
	const restored = await openWorkstation({
		dir: to,
		keys: counter.keys,
		seed: 933,
		start: counter.clock.now,
		line: () => world.line,
	});
	const app = appOf(restored);
	expect(app.directory.find(customer.subjectId)?.name).toBe(person.name);
	await app.sync.engine.run();
	expect([app.vault.keyOf(kidOf(customer)), app.keys.uncleared()]).toEqual([undefined, []]);
	expect(search(to, hunted).found).toEqual([]);
	await restored.dispose();
	// Old backups themselves go after 35 days, by the rule of their rotation.
	rmSync(old, { recursive: true });
});

test("nothing is left in any file, log or row; chains verify; the record stands without the person", async () => {
	counter.app.backups.start();
	await counter.app.backups.idle();
	expect(counter.app.backups.state().trouble).toBeNull();
	const { found, files: looked } = await world.search(hunted);
	expect(found).toEqual([]);
	expect(looked).toBeGreaterThan(12);
	const { faults, looked: verified } = await verifyArchive(archive);
	expect(faults).toEqual([]);
	expect(verified.erased).toBe(1);
	const record = await exportRecord(archive, kidOf(customer));
	const types = record?.entries.map(({ event }) => event.type) ?? [];
	for (const type of ["order.opened", "order.paid", "job.handed_over", "subject.erased"]) expect(types).toContain(type);
	expect(record?.entries.some((entry) => entry.personal)).toBe(false);
	const { entries } = await bench.call("order.timeline", { orderId: customer.orderId });
	expect(entries.find(({ type }) => type === "subject.erased")).toMatchObject({ reason: { code: "asked" } });
	expect(JSON.stringify(entries)).not.toMatch(/欧阳|13764209518|婆婆/);
});

test("what a PC without a line still signed for them is erased as it arrives", async () => {
	const late = await serve(counter, person);
	await world.rounds(counter, bench, bench);
	// Unplugged, the bench adds a second signature under the same key.
	const { app } = bench;
	const ref = app.blobs.put(kidOf(late), "image/jpeg", "signature", late.picture, app.ports.clock.now());
	app.log.append(bench.staff.clerk, [
		orderEvents["order.signed"].make(`order:${late.orderId}`, { what: "hand-over", how: "screen" }, { blobs: [ref] }),
	]);
	hunted = await world.hunt(late);
	counter.as("manager");
	const { version } = counter.app.states.get("subject", late.subjectId);
	await counter.call("customer.erase", { subjectId: late.subjectId, version, reason: "consent-withdrawn" });
	await world.rounds(counter);
	// It sends its event and picture before it hears.
	await world.rounds(bench, counter, bench);
	expect(await archive.files.size(blobName(world.brand, ref.sha))).toBeUndefined();
	expect(app.blobs.sealedBytes(ref.sha)).toBeUndefined();
	for (const pc of [counter, bench]) expect(pc.app.local.blobsOf(kidOf(late))).toEqual([]);
	expect((await world.search(hunted)).found).toEqual([]);
	expect((await verifyArchive(archive)).faults).toEqual([]);
});
