/** A customer whose order went to another workshop: lent with a word in their record, erased there, gone in both. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { eraseAll } from "../../../archive/server/erase/finish.ts";
import { verifyArchive } from "../../../archive/server/verify/verify.ts";
import { receive } from "../../support/fixtures.ts";
import { pay } from "../../support/orders/served.ts";
import { startArchive, type TestArchive } from "../support/archive.ts";
import { accept, dispatch, meet } from "../support/parcels.ts";
import { type Database, startPostgres } from "../support/postgres.ts";
import { openWorkshop, repairSole, type Workshop } from "../support/workshop.ts";

let database: Database;
let archive: TestArchive;
let from: Workshop;
let to: Workshop;

beforeAll(async () => {
	database = await startPostgres();
	archive = await startArchive(database.url);
	from = await openWorkshop(archive, "徐汇店");
	to = await openWorkshop(archive, "浦东店");
});
afterAll(async () => {
	for (const shop of [from, to]) await shop?.dispose();
	await archive?.stop();
	await database?.stop();
});

test("the workshop it went to reads the customer, says so in their record, and erases them for both", async () => {
	const order = receive(from);
	const [jobId = ""] = order.jobIds;
	const kid = `subject:${order.subjectId}` as const;
	await meet(from, to);
	const parcel = dispatch(from, to, order);
	await meet(from, to);
	accept(to, parcel);
	await meet(from, to);
	expect(to.app.vault.keyOf(kid)).toEqual(from.app.vault.keyOf(kid));
	const { entries } = await from.call("order.timeline", { orderId: order.orderId });
	expect(entries.filter(({ type }) => type === "subject.lent")).toMatchObject([
		{ values: { to: { text: "浦东店" } }, reason: { of: "lent", code: "repair" } },
	]);

	const erase = (at: Workshop) => {
		at.as("manager");
		const { version } = at.app.states.get("subject", order.subjectId);
		return at.tryCall("customer.erase", { subjectId: order.subjectId, version, reason: "asked" });
	};
	for (const at of [from, to]) expect(await erase(at)).toMatchObject({ error: { reason: "customer.job-open" } });
	repairSole(to, jobId, "2027-02-10");
	pay(to, order.orderId);
	await meet(to, from);
	expect(await erase(to)).toMatchObject({ ok: true });
	await meet(to, from);
	await eraseAll(archive.archive);
	await meet(to, from);
	for (const { app } of [from, to]) {
		expect([app.vault.keyOf(kid), app.keys.isErased(kid), app.keys.uncleared()]).toEqual([undefined, true, []]);
		expect(app.states.get("subject", order.subjectId).state.erased).toBe(true);
		expect(app.states.get("job", jobId).state.stage).toBe("closed");
		expect(app.sync.rows.listHeld()).toEqual([]);
	}
	expect((await verifyArchive(archive.archive)).faults).toEqual([]);
});
