/** Disks that are full: of the PC while it reads its feed, of the archive's pictures and its database. Told in words, nothing dropped. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDiskFiles } from "../../../archive/server/blobs/disk.ts";
import type { FileStorePort } from "../../../archive/server/blobs/files.ts";
import { openPg } from "../../../archive/server/sql/pg.ts";
import type { Sql } from "../../../archive/server/sql/sql.ts";
import { createBlobTransfers } from "../../../db/queries/exchange/blob-transfers.ts";
import { draftOf } from "../../support/intake/drop-off.ts";
import { startArchive, type TestArchive } from "../support/archive.ts";
import { type Database, startPostgres } from "../support/postgres.ts";
import { takePhoto } from "../support/quoted.ts";
import { enrolDevice, newDevice, sendPush, signIn } from "../support/writer.ts";
import { expectWhole, newCode, openShop, type Shop, storedOf, storeOf, textsOf } from "./support/shop.ts";

let database: Database;
let archive: TestArchive;
let shop: Shop;
const dir = mkdtempSync(join(tmpdir(), "welt-full-"));
const storeCode = "49001";
/** What has no room left. */
const full = { files: false, rows: false };

/** As the system and PostgreSQL say it. */
const noSpace = (code: string) => Object.assign(new Error("no space left on device"), { code });

function smallDisk(): FileStorePort {
	const files = createDiskFiles(dir);
	const { uploads } = files;
	const write = uploads.write.bind(uploads);
	uploads.write = async (stream, ...rest) => {
		if (!full.files) return write(stream, ...rest);
		stream.resume();
		throw noSpace("ENOSPC");
	};
	return files;
}

function smallTables(inner: Sql): Sql {
	return {
		...inner,
		transaction: (brands, work) =>
			inner.transaction(brands, (tx) =>
				work({
					rows(text, values) {
						if (full.rows && text.startsWith("INSERT INTO event")) throw noSpace("53100");
						return tx.rows(text, values);
					},
				}),
			),
	};
}

beforeAll(async () => {
	database = await startPostgres();
	archive = await startArchive(database.url, { files: smallDisk(), sql: smallTables(openPg(database.url)) });
	const base = await archive.app.listen({ port: 0, host: "127.0.0.1" });
	shop = await openShop(base, await newCode(archive.archive, archive.brands[0] ?? "", storeCode));
	await shop.takeIn();
	await shop.settle();
});
afterAll(async () => {
	await shop?.dispose();
	await archive?.stop();
	await database?.stop();
	rmSync(dir, { recursive: true, force: true });
});

test("the archive's disk for pictures: each waits and is tried again, events go up meanwhile, the counter takes photos on", async () => {
	full.files = true;
	const transfers = createBlobTransfers(shop.app.writer);
	const shas: string[] = [];
	for (let n = 0; n < 2; n++) {
		const order = await shop.takeIn();
		takePhoto(shop, order, "before", randomBytes(300_000));
		shas.push(
			...(shop.app.writer.prepare("SELECT sha FROM blob_transfer WHERE state = 'up'").pluck().all() as string[]),
		);
		await shop.round();
		expect(shop.app.sync.rows.countWaiting()).toBe(0);
	}
	expect(shas.length).toBeGreaterThan(1);
	for (const sha of shas) expect(transfers.find(sha)?.state).toBe("up");
	full.files = false;
	for (let tries = 0; shas.some((sha) => transfers.find(sha)?.state !== "sent"); tries++) {
		expect(tries).toBeLessThan(10);
		shop.clock.pass(3_600_000);
		await shop.round();
	}
	await shop.settle();
	await expectWhole(archive.archive, shop);
});

test("the archive's database: a push is refused, never half taken, and comes whole when there is room", async () => {
	full.rows = true;
	await shop.takeIn();
	const stored = await storedOf(archive.archive, storeOf(shop));
	for (let n = 0; n < 3; n++) {
		await shop.takeIn();
		await shop.round();
		expect(shop.app.sync.engine.state()).toMatchObject({ line: "unreachable", reason: "internal" });
	}
	expect(await storedOf(archive.archive, storeOf(shop))).toEqual(stored);
	full.rows = false;
	await shop.settle();
	await expectWhole(archive.archive, shop);
});

test("the PC's disk while its feed comes: told in words, the outbox and the cursor stay, and it goes on once there is room", async () => {
	const sibling = newDevice(storeOf(shop));
	await enrolDevice(archive, sibling, [archive.brands[0] ?? ""], storeCode);
	for (let n = 0; n < 600; n++) sibling.write();
	await sendPush(archive, await signIn(archive, sibling), sibling.push(1, 600));
	await shop.takeIn();
	const { writer, sync } = shop.app;
	const feed = `store:${storeOf(shop)}`;
	const [waiting, cursor, had] = [sync.rows.countWaiting(), sync.rows.findCursor(feed)?.pos, textsOf(shop)];
	shop.only = (path) => path.startsWith("/v1/pull") || path === "/v1/nonce" || path === "/v1/sign-in";
	const draft = await draftOf(shop);
	writer.pragma(`max_page_count = ${Number(writer.pragma("page_count", { simple: true }))}`);
	await shop.app.sync.engine.run();
	// Its own outbox goes first; where the line takes it, the feed comes next.
	shop.only = undefined;
	await shop.app.sync.engine.run();
	expect(sync.engine.state().line).toBe("unreachable");
	expect(sync.rows.findCursor(feed)?.pos).toBe(cursor);
	expect(textsOf(shop)).toEqual(had);
	expect(sync.rows.countWaiting()).toBeLessThanOrEqual(waiting);
	const refused: unknown[] = [];
	for (let n = 0; n < 200 && refused.length === 0; n++) {
		const { version } = shop.app.store();
		shop.as("manager");
		const answer = await shop.tryCall("store.set", { version, changes: { address: `${n} `.padEnd(190, "路") } });
		if (!answer.ok) refused.push(answer.error);
	}
	expect(refused[0]).toMatchObject({ code: "storage-full", reason: "storage.full" });
	writer.pragma("max_page_count = 1000000");
	shop.as("clerk");
	expect(await shop.call("intake.receive", draft)).toMatchObject({ orderId: draft.orderId });
	await shop.settle();
	expect(textsOf(shop)).toEqual(expect.arrayContaining(sibling.lines.map(({ text }) => text)));
	expect([...textsOf(shop)].sort()).toEqual([...(await storedOf(archive.archive, storeOf(shop)))].sort());
});
