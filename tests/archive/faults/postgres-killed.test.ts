/** PostgreSQL loses its power at every statement of a request: the archive stays up, says no meanwhile, goes on by itself. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectAll } from "../../../archive/server/project/projector.ts";
import { openPg } from "../../../archive/server/sql/pg.ts";
import type { Sql } from "../../../archive/server/sql/sql.ts";
import { startArchive, type TestArchive } from "../support/archive.ts";
import { takePhoto } from "../support/quoted.ts";
import { type BreakablePostgres, startBreakable } from "./support/database.ts";
import { type FaultyLine, startProxy } from "./support/proxy.ts";
import { expectWhole, newCode, openShop, type Shop, storedOf, storeOf, textsOf } from "./support/shop.ts";

let database: BreakablePostgres;
let archive: TestArchive;
let proxy: FaultyLine;
let shop: Shop;

/** Numbers every statement of the server and the moments before and after each commit; at one of them the power goes. */
const power = {
	/** Points still to pass; undefined: nobody counts. */
	left: undefined as number | undefined,
	gone: false,
	async point() {
		if (power.left === undefined) return;
		power.left -= 1;
		if (power.left !== 0) return;
		power.gone = true;
		await database.kill();
	},
	async back() {
		await database.start();
		power.gone = false;
	},
};

function numbered(inner: Sql): Sql {
	return {
		...inner,
		async transaction(brands, work) {
			const value = await inner.transaction(brands, async (tx) => {
				const done = await work({
					async rows(text, values) {
						await power.point();
						return tx.rows(text, values);
					},
				});
				await power.point();
				return done;
			});
			await power.point();
			return value;
		},
	};
}

beforeAll(async () => {
	database = await startBreakable();
	archive = await startArchive(database.url, { sql: numbered(openPg(database.url)) });
	proxy = await startProxy(await archive.app.listen({ port: 0, host: "127.0.0.1" }));
	shop = await openShop(proxy.url, await newCode(archive.archive, archive.brands[0] ?? ""));
	await shop.takeIn();
	await shop.settle();
});
afterAll(async () => {
	await shop?.dispose();
	await proxy?.close();
	await archive?.stop();
	await database?.stop();
});

const status = async (path: string) => (await archive.app.inject(path)).statusCode;

/** From the next such request on its `at`-th point is the last one. Answers false when it has fewer. */
async function killedAt(path: string, at: number, round: () => Promise<void>): Promise<boolean> {
	proxy.fault = (request) => {
		power.left = request.includes(path) ? at : undefined;
		return undefined;
	};
	await round();
	power.left = undefined;
	proxy.fault = () => undefined;
	return power.gone;
}

/** The counter works on without a database over there; then it is back, and nobody has to do anything. */
async function comesBack(): Promise<void> {
	expect(await status("/health")).toBe(200);
	while ((await status("/health/ready")) !== 503);
	const waiting = shop.app.sync.rows.countWaiting();
	await shop.takeIn();
	await shop.round();
	expect(shop.app.sync.engine.state()).toMatchObject({ line: "unreachable", reason: "internal" });
	expect(shop.app.sync.rows.countWaiting()).toBeGreaterThan(waiting);
	await power.back();
	await shop.settle();
}

describe("the power goes at every statement", { timeout: 240_000 }, () => {
	test("of a push: nothing acknowledged is lost, nothing is there twice", async () => {
		let points = 0;
		for (let at = 1; ; at++) {
			await shop.takeIn();
			const before = textsOf(shop).length;
			if (!(await killedAt("/v1/push", at, shop.round))) break;
			points += 1;
			await comesBack();
			expect((await storedOf(archive.archive, storeOf(shop))).length).toBeGreaterThan(before);
		}
		expect(points).toBeGreaterThan(10);
		await shop.settle();
		await expectWhole(archive.archive, shop);
	});

	test("of a pull and of a picture's upload: both go on from where they were", async () => {
		// A pull reads the feed of every item that is here as well: some of its many statements.
		for (const [path, step] of [
			["/v1/pull", 4],
			["/upload/", 2],
		] as const) {
			let points = 0;
			for (let at = 1; ; at += step) {
				const order = await shop.takeIn();
				takePhoto(shop, order, "before", Buffer.from(`a picture ${path} ${at}`));
				if (!(await killedAt(path, at, shop.round))) break;
				points += 1;
				await comesBack();
			}
			expect(points).toBeGreaterThan(2);
		}
		await shop.settle();
		for (let rounds = 0; rounds < 3; rounds++) {
			shop.clock.pass(3_600_000);
			await shop.settle();
		}
		const waits = shop.app.writer.prepare("SELECT count(*) FROM blob_transfer WHERE state = 'up'").pluck().get();
		expect(waits).toBe(0);
		await expectWhole(archive.archive, shop);
	});

	test("of what the projector does: each feed has every event once", async () => {
		await projectAll(archive.archive);
		let points = 0;
		// A drop-off is some hundreds of statements: every fifteenth.
		for (let at = 1; ; at += 15) {
			await shop.takeIn();
			await shop.settle();
			power.left = at;
			const failed = await projectAll(archive.archive).then(
				() => false,
				() => true,
			);
			power.left = undefined;
			if (!power.gone) break;
			await power.back();
			// Behind the last commit it is nobody's failure any more.
			if (at < 40) expect(failed).toBe(true);
			points += 1;
		}
		expect(points).toBeGreaterThan(2);
		await expectWhole(archive.archive, shop);
	});
});
