/** "Bought there, refused here" ends: what one workshop did to an item counts in another, with and without a line. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jobEvents } from "../../domain/job/job.ts";
import { type Received, receive } from "../support/fixtures.ts";
import { draftOf, shoesDraft } from "../support/intake/drop-off.ts";
import { openArchive, type TestArchive } from "./support/archive.ts";
import { openWorkshop, repairSole, soleOpen, type Workshop } from "./support/workshop.ts";

let archive: TestArchive;
let xuhui: Workshop;
let pudong: Workshop;
let stranger: Workshop;

beforeAll(async () => {
	archive = await openArchive();
	xuhui = await openWorkshop(archive, "徐汇店");
	pudong = await openWorkshop(archive, "浦东店");
	stranger = await openWorkshop(archive, "别家店", archive.brands[1]);
});
afterAll(async () => {
	for (const workshop of [xuhui, pudong, stranger]) await workshop?.dispose();
	await archive.stop();
});

/** Brought to Xuhui, repaired there and handed back, known to the archive. */
async function repairedInXuhui(): Promise<Received & { serial: string }> {
	const received = receive(xuhui);
	repairSole(xuhui, received.jobIds[0] ?? "", "2027-02-10");
	await xuhui.sync();
	return { ...received, serial: `SN${received.number}0` };
}

const day = 24 * 3_600_000;

describe("an item repaired in another workshop", () => {
	test("is found by its serial or its order's number, with purchase and repair, and nothing about the customer", async () => {
		const { serial, number, itemIds } = await repairedInXuhui();
		expect(await pudong.call("scan.resolve", { text: serial })).toMatchObject({ kind: "new-item" });
		const found = await pudong.call("passport.ask", { text: serial });
		expect(found).toMatchObject({
			state: "fresh",
			item: { itemId: itemIds[0], here: false, boughtOn: "2026-10-20", covered: true, repairs: 1, warranted: true },
		});
		expect(found.item?.last).toMatchObject({ workshop: "徐汇店", handed: true, faults: ["FW01"] });
		const again = await xuhui.call("intake.receive", await draftOf(xuhui, [shoesDraft()]));
		await xuhui.sync();
		const byNumber = await pudong.call("passport.ask", { text: again.number });
		expect(byNumber).toMatchObject({ item: { itemId: again.jobs[0]?.itemId, repairs: 1, last: { handed: false } } });
		const record = await pudong.call("item.record", { itemId: itemIds[0] ?? "" });
		expect(record).toMatchObject({ here: false, item: { version: 0 }, customer: null, jobs: [] });
		expect(record.elsewhere).toMatchObject([{ workshop: "徐汇店", number, faults: ["FW01"], operations: ["O02"] }]);
		expect(record.timeline.map(({ type, workshop }) => [type, workshop])).toContainEqual(["job.handed_over", "徐汇店"]);
		expect(JSON.stringify(record)).not.toMatch(/张晓雯|13812345678/);
		expect(await stranger.call("passport.ask", { text: serial })).toMatchObject({ state: "none", item: null });
	});

	test("is taken in under the id it has, and the repair done there is under warranty here", async () => {
		const { serial, itemIds } = await repairedInXuhui();
		const itemId = itemIds[0] ?? "";
		await pudong.call("passport.ask", { text: serial });
		expect(await pudong.call("passport.adopt", { itemId })).toEqual({ itemId });
		expect(await pudong.call("scan.resolve", { text: serial })).toMatchObject({ kind: "item", item: { itemId } });
		const record = await pudong.call("item.record", { itemId });
		expect(record).toMatchObject({ here: true, purchase: { boughtOn: "2026-10-20" }, elsewhere: [{}] });
		const pieces = record.pieces.map(({ id, kind }) => ({ key: id, kind }));
		const order = await pudong.call("intake.receive", await draftOf(pudong, [shoesDraft({ itemId, pieces })]));
		const jobId = order.jobs[0]?.jobId ?? "";
		// Long after the brand's promise ended, only the repair's own warranty is left.
		const purchase = { channel: "jd", shop: "", boughtOn: "2020-01-01", proof: "invoice", orderNumber: "" };
		const { version } = (await pudong.call("item.record", { itemId })).item;
		await pudong.call("item.setPurchase", { itemId, version, purchase: { ...purchase, priceFen: null, proofs: [] } });
		const finding = soleOpen(pudong.app.ports.ids.uuid());
		pudong.app.log.append(pudong.staff.inspector, [jobEvents["job.finding_added"].make(`job:${jobId}`, { finding })]);
		pudong.as("inspector");
		const [judged] = (await pudong.call("job.get", { jobId })).findings;
		pudong.as("clerk");
		expect(judged).toMatchObject({ coverage: { covered: true, basis: "work", untilOn: "2027-02-10" } });
	});

	test("answers from what is stored when the line is down, and says how old that is", async () => {
		const { serial } = await repairedInXuhui();
		await pudong.call("passport.ask", { text: serial });
		const at = pudong.clock.now;
		pudong.clock.pass(3 * day);
		pudong.as("clerk");
		pudong.down = true;
		const stored = await pudong.call("passport.ask", { text: serial });
		expect(stored).toMatchObject({ state: "stored", answeredAt: new Date(at).toISOString(), item: { repairs: 1 } });
		const unknown = await pudong.call("passport.ask", { text: "SN-NEVER-SEEN" });
		expect(unknown).toEqual({ state: "unreachable", answeredAt: null, item: null });
		pudong.down = false;
	});

	test("is followed while it is here: what the other workshop adds arrives by itself", async () => {
		const { serial, itemIds } = await repairedInXuhui();
		const itemId = itemIds[0] ?? "";
		await pudong.call("passport.ask", { text: serial });
		await pudong.call("passport.adopt", { itemId });
		const { pieces } = await pudong.call("item.record", { itemId });
		const known = { itemId, pieces: pieces.map(({ id, kind }) => ({ key: id, kind })) };
		await pudong.call("intake.receive", await draftOf(pudong, [shoesDraft(known)]));
		await pudong.sync();
		const { store } = pudong.app.log.identity;
		const followed = await archive.archive.sql.transaction(archive.brands, (tx) =>
			tx.rows<{ feed: string; until: number }>("SELECT feed, until FROM interest WHERE store = $1", [store]),
		);
		expect(followed).toContainEqual({ feed: `item:${itemId}`, until: archive.clock.at + 90 * day });
		const { version } = xuhui.app.states.get("item", itemId);
		await xuhui.call("item.addCode", { itemId, version, code: { kind: "tag", value: "TAG-LATER" } });
		await xuhui.sync();
		await pudong.sync();
		const { codes } = await pudong.call("item.record", { itemId });
		expect(codes).toContainEqual({ kind: "tag", value: "TAG-LATER" });
	});
});

describe("an item taken in without a line", () => {
	test("becomes one with the archive's when the line is back; ids stay, both histories show", async () => {
		const { serial, itemIds } = await repairedInXuhui();
		pudong.down = true;
		const codes = [{ kind: "serial" as const, value: serial }];
		const order = await pudong.call("intake.receive", await draftOf(pudong, [shoesDraft({ codes })]));
		const { itemId = "", jobId = "" } = order.jobs[0] ?? {};
		await pudong.sync();
		pudong.down = false;
		await pudong.sync();
		await pudong.sync();
		expect(pudong.app.states.get("item", itemId).state).toMatchObject({ id: itemId, mergedInto: itemIds[0] });
		expect(pudong.app.states.get("job", jobId).state.item).toBe(itemId);
		const record = await pudong.call("item.record", { itemId });
		expect(record).toMatchObject({ item: { itemId: itemIds[0] }, openJobId: jobId, mergedFrom: itemId });
		expect(record.elsewhere).toHaveLength(1);
		expect(await pudong.call("scan.resolve", { text: serial })).toMatchObject({ kind: "item", jobId });
		// The other workshop reads the double under its own item too.
		await xuhui.call("passport.ask", { text: serial });
		expect((await xuhui.call("item.record", { itemId: itemIds[0] ?? "" })).elsewhere).toMatchObject([
			{ workshop: "浦东店" },
		]);
	});

	test("of another brand under the same serial waits for a person", async () => {
		const { serial, itemIds } = await repairedInXuhui();
		pudong.down = true;
		const codes = [{ kind: "serial" as const, value: serial }];
		const drop = await draftOf(pudong, [shoesDraft({ codes, brand: "别的牌子" })]);
		const itemId = (await pudong.call("intake.receive", drop)).jobs[0]?.itemId ?? "";
		pudong.down = false;
		await pudong.sync();
		await pudong.sync();
		const record = await pudong.call("item.record", { itemId });
		expect(record).toMatchObject({ item: { itemId }, double: { itemId: itemIds[0] } });
		const { version } = record.item;
		expect(await pudong.call("passport.merge", { itemId, version, into: itemIds[0] ?? "" })).toEqual({
			itemId: itemIds[0],
		});
		expect((await pudong.call("item.record", { itemId })).double).toBeNull();
	});
});
