/** An order that moves: its whole record is in both workshops' logs, nobody else's; what they do apart is a conflict in both. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyArchive } from "../../archive/server/verify/verify.ts";
import { createProjectors } from "../../db/projections/rows.ts";
import { dumpProjections, refoldAll } from "../../db/refold.ts";
import { decisionBase } from "../../domain/event/decision.ts";
import { jobEvents } from "../../domain/job/job.ts";
import { type Received, receive } from "../support/fixtures.ts";
import { startArchive, type TestArchive } from "./support/archive.ts";
import { type Database, startPostgres } from "./support/postgres.ts";
import { openWorkshop, type Workshop } from "./support/workshop.ts";

let database: Database;
let archive: TestArchive;
let xuhui: Workshop;
let pudong: Workshop;
let third: Workshop;
let stranger: Workshop;

beforeAll(async () => {
	database = await startPostgres();
	archive = await startArchive(database.url);
	xuhui = await openWorkshop(archive, "徐汇店");
	pudong = await openWorkshop(archive, "浦东店");
	third = await openWorkshop(archive, "静安店");
	stranger = await openWorkshop(archive, "别家店", archive.brands[1]);
});
afterAll(async () => {
	for (const workshop of [xuhui, pudong, third, stranger]) await workshop?.dispose();
	await archive.stop();
	await database.stop();
});

type Parcel = { jobId: string; orderId: string; parcel: string; code: string };

const storeOf = ({ app }: Workshop) => app.log.identity.store;
const jobAt = ({ app }: Workshop, jobId: string) => app.states.get("job", jobId).state;
const custody = ({ app }: Workshop, jobId: string) => {
	return { base: decisionBase(app.states.get("job", jobId).state.heads, "custody") };
};

/** With a picture of what was packed and a word to the colleagues, both sealed. */
function dispatch(from: Workshop, to: Workshop, { orderId, jobIds, subjectId }: Received): Parcel {
	const { app, staff } = from;
	const [jobId = ""] = jobIds;
	const sent = { jobId, orderId, parcel: app.ports.ids.uuid(), code: "K7M2P" };
	const photo = app.blobs.put(`order:${orderId}`, "image/jpeg", "packing", Buffer.from("a box"), from.clock.now);
	const body = {
		...{ parcel: sent.parcel, to: storeOf(to), toName: "", fromName: "", carrier: "sf", waybill: "SF1234567890" },
		...{ seal: "S1", codeHash: createHash("sha256").update(sent.code).digest("hex") },
	};
	const personal = { kid: `subject:${subjectId}` as const, value: { words: "客人说轻拿轻放" } };
	app.log.append(staff.clerk, [
		jobEvents["job.dispatched"].make(`job:${jobId}`, body, {
			...custody(from, jobId),
			...{ refs: [`order:${orderId}`], blobs: [photo], personal },
		}),
	]);
	return sent;
}

function accept(at: Workshop, { jobId, orderId, parcel, code }: Parcel): void {
	const body = { parcel, code, sealWhole: true };
	const event = jobEvents["job.accepted"].make(`job:${jobId}`, body, {
		...custody(at, jobId),
		refs: [`order:${orderId}`],
	});
	at.app.log.append(at.staff.clerk, [event]);
}

function recall(at: Workshop, { jobId, orderId, parcel }: Parcel): void {
	const event = jobEvents["job.recalled"].make(
		`job:${jobId}`,
		{ parcel, reason: "not-sent" },
		{
			...custody(at, jobId),
			refs: [`order:${orderId}`],
		},
	);
	at.app.log.append(at.staff.clerk, [event]);
}

const shelve = (at: Workshop, jobId: string, shelf: string) =>
	at.app.log.append(at.staff.clerk, [jobEvents["job.shelved"].make(`job:${jobId}`, { shelf })]);

/** Twice each: what one says reaches the other in its next round. */
async function meet(...workshops: Workshop[]): Promise<void> {
	for (let round = 0; round < 2; round++) for (const workshop of workshops) await workshop.sync();
}

/** The states of everything that belongs to an order, as text. */
function stateOf({ app }: Workshop, { orderId, jobIds, itemIds, subjectId }: Received): string {
	const ids = { order: [orderId], job: jobIds, item: itemIds, subject: [subjectId] } as const;
	const states = Object.entries(ids).flatMap(([kind, all]) =>
		all.map((id) => app.states.get(kind as keyof typeof ids, id)),
	);
	return JSON.stringify(states);
}

function refolds({ app }: Workshop): boolean {
	const projectors = createProjectors(app.writer);
	const before = [...dumpProjections(app.writer, projectors)].join("\n");
	refoldAll(app.writer, { mono: () => 0 });
	return [...dumpProjections(app.writer, projectors)].join("\n") === before;
}

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
			const { answerPull } = await import("../../archive/server/pull/pull.ts");
			const { answerOwnKeys } = await import("../../archive/server/keys/keys.ts");
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
