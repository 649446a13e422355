/** An order that moves: its whole record is in both workshops' logs, nobody else's; what they do apart is a conflict in both. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noteInterest } from "../../../archive/server/passport/interest.ts";
import { verifyArchive } from "../../../archive/server/verify/verify.ts";
import { jobEvents } from "../../../domain/job/job.ts";
import { receive } from "../../support/fixtures.ts";
import { openArchive, type TestArchive } from "../support/archive.ts";
import {
	accept,
	custody,
	dispatch,
	jobAt,
	meet,
	recall,
	refolds,
	shelve,
	stateOf,
	storeOf,
} from "../support/parcels.ts";
import { quote, takeIn } from "../support/quoted.ts";
import { openWorkshop, type Workshop } from "../support/workshop.ts";

let archive: TestArchive;
let xuhui: Workshop;
let pudong: Workshop;
let third: Workshop;
let stranger: Workshop;

beforeAll(async () => {
	archive = await openArchive();
	xuhui = await openWorkshop(archive, "徐汇店");
	pudong = await openWorkshop(archive, "浦东店");
	third = await openWorkshop(archive, "静安店");
	stranger = await openWorkshop(archive, "别家店", archive.brands[1]);
});
afterAll(async () => {
	for (const workshop of [xuhui, pudong, third, stranger]) await workshop?.dispose();
	await archive.stop();
});

async function verified(): Promise<unknown[]> {
	return (await verifyArchive(archive.archive)).faults;
}

describe("an order sent to another workshop", () => {
	test("is there whole before the parcel is: order, jobs, item, customer, pictures; what is done there comes back", async () => {
		const received = receive(xuhui, { jobs: 2 });
		const [jobId = "", other = ""] = received.jobIds;
		shelve(xuhui, jobId, "A1");
		await xuhui.sync();
		const sent = dispatch(xuhui, pudong, received);
		await xuhui.sync();
		await pudong.sync();
		const { app } = pudong;
		expect(stateOf(pudong, received)).toBe(stateOf(xuhui, received));
		expect(jobAt(pudong, jobId)).toMatchObject({ stage: "inspection", custody: { to: storeOf(pudong) } });
		expect(jobAt(pudong, other)).toMatchObject({ custody: { store: storeOf(xuhui) } });
		expect(app.directory.find(received.subjectId)).toMatchObject({ name: "张晓雯", phone: "13812345678" });
		const sending = app.events.list([`job:${jobId}`]).find(({ type }) => type === "job.dispatched");
		expect(sending && app.vault.open(sending)).toEqual({ words: "客人说轻拿轻放" });
		const [box] = sending?.blobs ?? [];
		expect(() => app.blobs.read(box?.sha ?? "")).toThrow("media.not-here-yet");
		await pudong.sync();
		expect(Buffer.from(app.blobs.read(box?.sha ?? "").bytes).toString()).toBe("a box");

		accept(pudong, sent);
		shelve(pudong, jobId, "P9");
		await meet(pudong, xuhui);
		expect(jobAt(xuhui, jobId)).toMatchObject({ custody: { store: storeOf(pudong) }, shelf: "P9" });
		expect(stateOf(pudong, received)).toBe(stateOf(xuhui, received));
		// What is done there stands in the item's own record too, for whoever of the brand asks.
		const record = await archive.archive.sql.transaction(archive.brands, (tx) =>
			tx.rows<{ store: string }>(
				"SELECT DISTINCT store FROM item_event WHERE item = $1 AND text LIKE '%job.accepted%'",
				[received.itemIds[0]],
			),
		);
		expect(record).toEqual([{ store: storeOf(pudong) }]);

		// In neither of them does the job stand a second time as something done elsewhere.
		for (const workshop of [xuhui, pudong]) {
			workshop.as("clerk");
			expect(await workshop.call("item.record", { itemId: received.itemIds[0] ?? "" })).toMatchObject({
				elsewhere: [],
			});
		}
		const back = dispatch(pudong, xuhui, received);
		await meet(pudong, xuhui);
		accept(xuhui, back);
		await meet(xuhui, pudong);
		expect(jobAt(pudong, jobId)).toMatchObject({ custody: { store: storeOf(xuhui) } });
		expect(stateOf(pudong, received)).toBe(stateOf(xuhui, received));
		for (const workshop of [xuhui, pudong]) expect(refolds(workshop)).toBe(true);
		expect(await verified()).toEqual([]);
	});

	test("is nobody else's: no third workshop of the brand, none of another brand reads it or its keys", async () => {
		const received = receive(xuhui);
		dispatch(xuhui, pudong, received);
		await meet(xuhui, pudong, third, stranger);
		for (const { app } of [third, stranger]) {
			expect(app.states.find("order", received.orderId)).toBeUndefined();
			expect(app.vault.keyOf(`subject:${received.subjectId}`)).toBeUndefined();
			const { dev, store } = app.log.identity;
			const brands = [app.sync.enrolment()?.brands[0]?.id ?? ""];
			const caller = { dev, store, brands, revoked: false };
			const { answerPull } = await import("../../../archive/server/pull/pull.ts");
			const { answerOwnKeys } = await import("../../../archive/server/keys/keys.ts");
			const cursors = [{ feed: `order:${received.orderId}`, after: 0 }];
			await expect(answerPull(archive.archive, caller, cursors, 10)).rejects.toMatchObject({ code: "forbidden" });
			const kids = [`subject:${received.subjectId}`, `order:${received.orderId}`];
			expect((await answerOwnKeys(archive.archive, caller, { kids })).keys).toEqual([]);
		}
		const leases = await archive.archive.sql.transaction(archive.brands, (tx) =>
			tx.rows("SELECT DISTINCT kid, store, feed FROM key_lease WHERE feed = $1 ORDER BY kid", [
				`order:${received.orderId}`,
			]),
		);
		const lent = { store: storeOf(pudong), feed: `order:${received.orderId}` };
		expect(leases).toEqual([
			{ kid: `order:${received.orderId}`, ...lent },
			{ kid: `subject:${received.subjectId}`, ...lent },
		]);
	});

	test("keeps what was only lent for a time; and nobody makes a second key while the first is on its way", async () => {
		const received = receive(xuhui);
		await xuhui.sync();
		const { app, staff } = third;
		const [item = ""] = received.itemIds;
		const kid = `subject:${received.subjectId}` as const;
		const { dev, store } = app.log.identity;
		await app.sync.passports.ask({ kind: "order", value: received.number });
		const caller = { dev, store, brands: archive.brands.slice(0, 1), revoked: false };
		await noteInterest(archive.archive, caller, [`item:${item}`]);
		await app.sync.borrow(item, "repair", staff.clerk);
		expect(app.keys.leased()).toContain(kid);
		dispatch(xuhui, third, received);
		await meet(xuhui, third);
		expect(app.keys.leased()).not.toContain(kid);
		expect(app.vault.keyOf(kid)).toEqual(xuhui.app.vault.keyOf(kid));
		const awaited = `order:${app.ports.ids.uuid()}` as const;
		app.keys.want(awaited);
		expect(() => app.blobs.put(awaited, "image/jpeg", "unboxing", Buffer.from("a"), 1)).toThrow("vault.key-on-its-way");
	});

	test("goes on to a third, which then has the past of both", async () => {
		const received = receive(xuhui);
		const [jobId = ""] = received.jobIds;
		const first = dispatch(xuhui, pudong, received);
		await meet(xuhui, pudong);
		accept(pudong, first);
		shelve(pudong, jobId, "P1");
		await pudong.sync();
		const second = dispatch(pudong, third, received);
		await meet(pudong, third);
		accept(third, second);
		await meet(third, xuhui, pudong);
		for (const workshop of [xuhui, pudong]) expect(stateOf(workshop, received)).toBe(stateOf(third, received));
		expect(jobAt(third, jobId).moves).toHaveLength(2);
		expect(await verified()).toEqual([]);
	});

	test("is quoted there, shown on the customer's page, and their yes is known in both", async () => {
		const taken = await takeIn(xuhui, Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex"));
		const { orderId, jobId, itemId } = taken;
		const { subject: subjectId, number } = xuhui.app.states.get("order", orderId).state;
		const received = { orderId, subjectId, number, jobIds: [jobId], itemIds: [itemId] };
		const sent = dispatch(xuhui, pudong, received);
		await meet(xuhui, pudong);
		accept(pudong, sent);
		quote(pudong, jobId, { validUntil: archive.clock.at + 365 * 86_400_000 });
		await pudong.sync();
		const page = await archive.app.inject({ url: taken.path, headers: { "accept-language": "zh-CN" } });
		expect(page.body).toContain("120.00");
		const quoted = jobAt(pudong, jobId).quotes.at(-1)?.event ?? "";
		const answered = await archive.app.inject({
			...{ method: "POST", url: `${taken.path}/answer` },
			headers: { "content-type": "application/x-www-form-urlencoded" },
			payload: new URLSearchParams({ job: jobId, quote: quoted, answer: "accepted" }).toString(),
		});
		expect(answered.statusCode).toBe(303);
		await meet(xuhui, pudong);
		for (const workshop of [xuhui, pudong]) expect(jobAt(workshop, jobId).stage).toBe("repair");
		expect(stateOf(pudong, received)).toBe(stateOf(xuhui, received));
	});

	test("that never was a workshop's own can't be sent by it", async () => {
		const received = receive(xuhui);
		await xuhui.sync();
		const [jobId = ""] = received.jobIds;
		const body = {
			...{ parcel: third.app.ports.ids.uuid(), to: storeOf(third), toName: "", fromName: "", carrier: "own" },
			...{ waybill: "", seal: "", codeHash: "0".repeat(64) },
		};
		const refs = { refs: [`order:${received.orderId}` as const] };
		third.app.log.append(third.staff.clerk, [jobEvents["job.dispatched"].make(`job:${jobId}`, body, refs)]);
		await meet(third, xuhui);
		expect(third.app.states.find("order", received.orderId)).toBeUndefined();
		dispatch(xuhui, pudong, received);
		await meet(xuhui, pudong, third);
		expect(third.app.states.find("order", received.orderId)).toBeUndefined();
		expect(stateOf(pudong, received)).toBe(stateOf(xuhui, received));
		expect(jobAt(pudong, jobId).moves).toHaveLength(1);
		expect(await verified()).toEqual([]);
	});
});

describe("taken back by one while the other accepts it, the line down", () => {
	test("is a conflict in both, the same in both, nothing lost; one word of a person ends it", async () => {
		const received = receive(xuhui);
		const [jobId = ""] = received.jobIds;
		const sent = dispatch(xuhui, pudong, received);
		await meet(xuhui, pudong);
		for (const workshop of [xuhui, pudong]) workshop.down = true;
		recall(xuhui, sent);
		accept(pudong, sent);
		await meet(xuhui, pudong);
		expect([jobAt(xuhui, jobId).custody, jobAt(pudong, jobId).custody]).toEqual([
			{ store: storeOf(xuhui) },
			{ store: storeOf(pudong) },
		]);
		for (const workshop of [xuhui, pudong]) workshop.down = false;
		await meet(xuhui, pudong);
		expect(stateOf(pudong, received)).toBe(stateOf(xuhui, received));
		expect(jobAt(xuhui, jobId).heads["custody"]).toHaveLength(2);
		expect(
			jobAt(xuhui, jobId)
				.moves[0]?.ends.map(({ how }) => how)
				.sort(),
		).toEqual(["accepted", "recalled"]);
		for (const { app } of [xuhui, pudong]) {
			expect(app.reader.prepare("SELECT conflict FROM jobs WHERE id = ?").pluck().get(jobId)).toBe(1);
			expect(app.sync.rows.listHeld()).toEqual([]);
		}
		const kept = jobAt(pudong, jobId).moves[0]?.ends.find(({ how }) => how === "accepted")?.event ?? "";
		const word = jobEvents["job.custody_resolved"].make(`job:${jobId}`, { kept, reason: "r" }, custody(pudong, jobId));
		pudong.app.log.append(pudong.staff.manager, [word]);
		await meet(pudong, xuhui);
		expect(jobAt(xuhui, jobId).custody).toEqual({ store: storeOf(pudong) });
		expect(stateOf(pudong, received)).toBe(stateOf(xuhui, received));
		for (const workshop of [xuhui, pudong]) expect(refolds(workshop)).toBe(true);
		expect(await verified()).toEqual([]);
	});
});
