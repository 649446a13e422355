/** A workstation whose clock is wrong by up to ten years, either way: everything goes on, and what is shown is put right. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectAll } from "../../../archive/server/project/projector.ts";
import { createBlobTransfers } from "../../../db/queries/exchange/blob-transfers.ts";
import { openArchive, type TestArchive } from "../support/archive.ts";
import { takePhoto } from "../support/quoted.ts";
import { enrolDevice, newDevice, sendPush, signIn } from "../support/writer.ts";
import {
	expectWhole,
	newCode,
	openShop,
	type Shop,
	settle,
	storedOf,
	storeOf,
	type TakenIn,
	textsOf,
} from "./support/shop.ts";

let archive: TestArchive;
let base: string;
let calm: Shop;
beforeAll(async () => {
	archive = await openArchive();
	base = await archive.app.listen({ port: 0, host: "127.0.0.1" });
	calm = await openShop(base, await newCode(archive.archive, archive.brands[0] ?? ""), { start: archive.clock.at });
});
afterAll(async () => {
	await calm?.dispose();
	await archive?.stop();
});

const day = 86_400_000;
const year = 365 * day;
let codes = 47_000;

async function asks(shop: Shop, { serial, itemId }: TakenIn): Promise<void> {
	expect(await shop.app.sync.passports.ask({ kind: "serial", value: serial })).toEqual({ kind: "item", item: itemId });
}

test.each([-10 * year, -year, -day, -3_600_000, 3_600_000, day, year, 10 * year])("off by %i ms", async (skew) => {
	const [brand = ""] = archive.brands;
	const code = String(++codes);
	const shop = await openShop(base, await newCode(archive.archive, brand, code), { start: archive.clock.at + skew });
	const order = await shop.takeIn();
	await shop.settle();
	takePhoto(shop, order, "before", Buffer.from(`a picture ${skew}`));
	// Its token ends by its own clock, the archive's by the archive's.
	shop.clock.pass(11 * 60_000);
	await shop.settle();
	const transfers = shop.app.writer.prepare("SELECT sha FROM blob_transfer").pluck().all() as string[];
	for (const sha of transfers) expect(createBlobTransfers(shop.app.writer).find(sha)?.state).toBe("sent");

	const stamps = await archive.archive.sql.transaction(archive.brands, (tx) =>
		tx.rows<{ arr: number; ats: number; wall: number }>(
			"SELECT arr, ats, (text::json ->> 'wall')::bigint AS wall FROM event WHERE store = $1",
			[storeOf(shop)],
		),
	);
	for (const { arr, ats, wall } of stamps) {
		expect(ats).toBeLessThanOrEqual(arr);
		expect(arr - ats).toBeLessThan(3_600_000);
		if (Math.abs(skew) > day) expect(Math.abs(wall - arr)).toBeGreaterThan(day / 2);
	}

	const sibling = newDevice(storeOf(shop));
	await enrolDevice(archive, sibling, [brand], code);
	sibling.write({}, archive.clock.at);
	await sendPush(archive, await signIn(archive, sibling), sibling.push(1, 1));
	await shop.takeIn();
	await shop.settle();
	expect(textsOf(shop)).toContain(sibling.lines[0]?.text);
	expect([...textsOf(shop)].sort()).toEqual([...(await storedOf(archive.archive, storeOf(shop)))].sort());

	const other = await calm.takeIn();
	await settle(calm);
	await projectAll(archive.archive);
	await asks(shop, other);
	await asks(calm, order);
	await shop.dispose();
});

test("a clock that leaps ten years ahead and back again between two rounds", async () => {
	const shop = await openShop(base, await newCode(archive.archive, archive.brands[0] ?? ""), {
		start: archive.clock.at,
	});
	for (const leap of [10 * year, -10 * year, -10 * year, 10 * year]) {
		shop.clock.now += leap;
		await shop.takeIn();
		await shop.settle();
	}
	await expectWhole(archive.archive, shop);
	await shop.dispose();
});
