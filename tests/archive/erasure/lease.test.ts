/** A PC without a line for 90 days: its customers' data is locked; the next answer brings the erasures first and then lifts it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { eraseSubject } from "../../../archive/server/erase/decide.ts";
import { eraseAll } from "../../../archive/server/erase/finish.ts";
import { type Served, serve } from "../../support/orders/served.ts";
import { startArchive, type TestArchive } from "../support/archive.ts";
import { type Database, startPostgres } from "../support/postgres.ts";
import { openWorkshop, type Workshop } from "../support/workshop.ts";

const dayMs = 86_400_000;
const person = { name: "欧阳冠霖", phone: "13764209518", address: "上海市长宁区愚园路1088弄", words: "轻拿轻放" };
const other = { name: "李敏", phone: "13900002222", address: "上海市静安区", words: "急用" };

let database: Database;
let archive: TestArchive;
let shop: Workshop;
let gone: Served;
let kept: Served;
beforeAll(async () => {
	database = await startPostgres();
	archive = await startArchive(database.url);
	shop = await openWorkshop(archive, "徐汇店");
	gone = await serve(shop, person);
	kept = await serve(shop, other);
	await shop.sync();
});
afterAll(async () => {
	await shop?.dispose();
	await archive?.stop();
	await database?.stop();
});

const nameOf = async ({ subjectId }: Served) => (await shop.call("customer.get", { subjectId })).customer.name;
const found = async ({ phone }: typeof person) => (await shop.call("customer.find", { phone })).customers.length;
const phase = () => shop.app.lease.view()?.phase;

/** Days without a line; what was tried meanwhile failed. */
async function silent(days: number): Promise<void> {
	shop.down = true;
	shop.clock.pass(days * dayMs);
	await shop.sync();
}

test("while the archive answers the lease begins anew with each round; 89 days of silence only warn", async () => {
	expect(shop.app.lease.view()).toMatchObject({ phase: "stands", silentMs: 0 });
	await silent(74);
	expect(phase()).toBe("stands");
	await silent(15);
	expect(phase()).toBe("ending");
	expect(await nameOf(gone)).toBe("欧阳*");
	shop.down = false;
	await shop.sync();
	expect(shop.app.lease.view()).toMatchObject({ phase: "stands", silentMs: 0, daysLeft: 90 });
});

test("after 90 days it is locked; work goes on, and a new customer is read", async () => {
	await silent(90);
	expect(phase()).toBe("over");
	expect(await shop.call("sync.state", {})).toMatchObject({ line: "unreachable", lease: { phase: "over" } });
	for (const each of [gone, kept]) expect(await nameOf(each)).toBe("***");
	expect([await found(person), await found(other)]).toEqual([0, 0]);
	const fresh = await serve(shop, { ...other, name: "王芳", phone: "13700003333" });
	expect(await nameOf(fresh)).toBe("王*");
	expect(() => shop.app.blobs.read(gone.sha)).toThrow("customer.locked");
});

test("cut at any question of the round it stays locked until all is in; who was erased meanwhile never shows again", async () => {
	expect(await eraseSubject(archive.archive, gone.subjectId, "asked")).toMatchObject({ already: false });
	await eraseAll(archive.archive);
	let lifted = 0;
	const { renew } = shop.app.lease;
	shop.app.lease.renew = () => {
		lifted += 1;
		expect(phase()).toBe("over");
		expect(shop.app.states.get("subject", gone.subjectId).state.erased).toBe(true);
		expect(shop.app.vault.keyOf(`subject:${gone.subjectId}`)).toBeUndefined();
		renew();
	};
	let cuts = 0;
	for (let through = 0; lifted === 0; through++) {
		let asked = 0;
		Object.defineProperty(shop, "down", { configurable: true, get: () => asked++ >= through });
		await shop.app.sync.engine.run();
		if (lifted === 0) {
			cuts += 1;
			expect(phase()).toBe("over");
			shop.as("clerk");
			expect(await nameOf(kept)).toBe("***");
		}
	}
	expect(cuts).toBeGreaterThan(2);
	shop.app.lease.renew = renew;
	Object.defineProperty(shop, "down", { configurable: true, writable: true, value: false });
	expect(phase()).toBe("stands");
	shop.as("clerk");
	expect(await nameOf(kept)).toBe("李*");
	shop.clock.pass(1);
	expect([await found(person), await found(other)]).toEqual([0, 1]);
	expect((await shop.call("customer.get", { subjectId: gone.subjectId })).customer).toMatchObject({
		...{ name: "", phone: "", erased: true },
	});
});

test("a clock that leaped by years locks until one round, whatever it shows then", async () => {
	shop.clock.now += 3_000 * dayMs;
	expect(phase()).toBe("over");
	await shop.sync();
	expect(phase()).toBe("stands");
	shop.clock.now -= 3_000 * dayMs;
	await shop.sync();
	expect(shop.app.lease.view()).toMatchObject({ phase: "stands", daysLeft: 90 });
	expect(await nameOf(kept)).toBe("李*");
});
