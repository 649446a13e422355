/** The network cut at every byte of a push, of a page of a pull and of a passport, on the way there and back. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectAll } from "../../../archive/server/project/projector.ts";
import { LineDown } from "../../../main/sync/line.ts";
import { startArchive, type TestArchive } from "../support/archive.ts";
import { type Device, enrolDevice, newDevice, sendPush, signIn } from "../support/writer.ts";
import { type BreakablePostgres, startBreakable } from "./support/database.ts";
import { type Fault, type FaultyLine, startProxy } from "./support/proxy.ts";
import { expectWhole, newCode, openShop, type Shop, storedOf, storeOf, textsOf } from "./support/shop.ts";

let database: BreakablePostgres;
let archive: TestArchive;
let proxy: FaultyLine;
let shop: Shop;
const storeCode = "42001";

beforeAll(async () => {
	database = await startBreakable();
	archive = await startArchive(database.url);
	proxy = await startProxy(await archive.app.listen({ port: 0, host: "127.0.0.1" }));
	shop = await openShop(proxy.url, await newCode(archive.archive, archive.brands[0] ?? "", storeCode));
	await shop.takeIn();
	await shop.settle();
});
afterAll(async () => {
	await shop?.dispose();
	await proxy?.close();
	await archive?.stop();
	await database?.stop();
});

/** Thousands of connections, on whatever machine. */
const patience = 240_000;
const ways = ["request", "answer"] as const;

/** Half a question changes nothing over there: then a cut is mostly followed by the next one. */
const every = { request: 16, answer: 1 };

/** Cuts each such exchange one byte later than the last, until it is longer. `fails` runs into it, `works` follows. */
async function cutEverywhere(path: string, fails: () => Promise<void>, works: () => Promise<void>): Promise<number> {
	let cuts = 0;
	for (const of of ways) {
		for (let after = 0; ; after++) {
			const before = proxy.met();
			const cut: Fault = { how: "cut", of, after };
			proxy.fault = (request) => (request.includes(path) ? cut : undefined);
			await fails();
			proxy.fault = () => undefined;
			if (proxy.met() === before) break;
			cuts += 1;
			if (after % every[of] === 0) await works();
		}
	}
	return cuts;
}

/** Only what is cut here is asked for; a round ends with the next question. */
const roundOf = (path: string) => async () => {
	shop.only = (asked) => asked.startsWith(path) || asked === "/v1/nonce" || asked === "/v1/sign-in";
	await shop.app.sync.engine.run();
	shop.only = undefined;
};

test(
	"a push: the next try goes on, whatever the archive had got; each event is there once, in order",
	async () => {
		const { rows } = shop.app.sync;
		const round = roundOf("/v1/push");
		const cuts = await cutEverywhere(
			"/v1/push",
			async () => {
				if (rows.countWaiting() === 0) shop.shelve();
				await round();
			},
			async () => {
				expect(rows.countWaiting()).toBe(1);
				await round();
				expect(rows.countWaiting()).toBe(0);
			},
		);
		expect(cuts).toBeGreaterThan(1_500);
		await shop.takeIn();
		await shop.settle();
		await expectWhole(archive.archive, shop);
	},
	patience,
);

test(
	"a page of a pull: nothing of it counts until all of it is there; the cursor never passes what was taken",
	async () => {
		const sibling: Device = newDevice(storeOf(shop));
		await enrolDevice(archive, sibling, [archive.brands[0] ?? ""], storeCode);
		const token = await signIn(archive, sibling);
		const feed = `store:${storeOf(shop)}`;
		const round = roundOf("/v1/pull");
		const cursor = () => shop.app.sync.rows.findCursor(feed)?.pos ?? 0;
		let stood = cursor();
		let sent = stood;
		const cuts = await cutEverywhere(
			"/v1/pull",
			async () => {
				if (cursor() === sent) {
					const { seq } = sibling.write();
					await sendPush(archive, token, sibling.push(seq, seq));
					sent += 1;
				}
				stood = cursor();
				await round();
			},
			async () => {
				expect(cursor()).toBe(stood);
				await round();
				expect(cursor()).toBe(stood + 1);
			},
		);
		expect(cuts).toBeGreaterThan(1_000);
		await shop.takeIn();
		await shop.settle();
		const theirs = textsOf(shop).filter((text) => text.includes(`"dev":"${sibling.dev}"`));
		expect(theirs).toEqual(sibling.lines.map(({ text }) => text));
		expect([...textsOf(shop)].sort()).toEqual([...(await storedOf(archive.archive, storeOf(shop)))].sort());
		expect(shop.app.sync.rows.listHeld()).toEqual([]);
	},
	patience,
);

test(
	"a passport: half of one is none, and the next asking has it whole",
	async () => {
		const [brand = ""] = archive.brands;
		const other = newDevice();
		await enrolDevice(archive, other, [brand], "42002");
		const { id } = other.write();
		other.write({ agg: `item:${id}`, type: "item.code_added", body: { kind: "serial", value: "SN-CUT" } });
		await sendPush(archive, await signIn(archive, other), other.push(1, 2));
		await projectAll(archive.archive);
		const { passports, rows } = shop.app.sync;
		const asked = { kind: "serial", value: "SN-CUT" } as const;
		const forget = () => {
			passports.rows.drop(`item:${id}`);
			rows.dropCursor(`item:${id}`);
		};
		const cuts = await cutEverywhere(
			"/v1/passport",
			async () => {
				forget();
				const outcome = await passports.ask(asked).catch((error: unknown) => error);
				if (outcome instanceof Error) expect(outcome).toBeInstanceOf(LineDown);
			},
			async () => {
				expect(rows.findCursor(`item:${id}`)).toBeUndefined();
				expect(await passports.ask(asked)).toEqual({ kind: "item", item: id });
				expect(rows.findCursor(`item:${id}`)?.pos).toBe(2);
			},
		);
		expect(cuts).toBeGreaterThan(1_000);
	},
	patience,
);
