/** An order another workshop sent here: one PC has it from the archive, its siblings have it from that PC, line or no line. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawCode } from "../../archive/server/gate/enrol.ts";
import { projectAll } from "../../archive/server/project/projector.ts";
import { moveUnderWay } from "../../domain/job/move/custody.ts";
import { type Line, LineDown } from "../../main/sync/line.ts";
import { openArchive, type TestArchive } from "../archive/support/archive.ts";
import { accept, dispatch, jobAt, meet, type Parcel, refolds, shelve, stateOf } from "../archive/support/parcels.ts";
import { openWorkshop, repairSole, type Workshop } from "../archive/support/workshop.ts";
import { type ReadyWorkstation, type Received, receive } from "../support/fixtures.ts";
import { injectLine } from "../sync/support/inject-line.ts";
import { during, home, joined, linked, localLinks, openFirst, until } from "./support/pcs.ts";

let archive: TestArchive;
let far: Workshop;
let a1: ReadyWorkstation;
let a2: ReadyWorkstation;
let order: Received;
let parcel: Parcel;
const down = { first: false, second: true };
beforeAll(async () => {
	archive = await openArchive();
	far = await openWorkshop(archive, "浦东店");
	const inside = injectLine(() => archive);
	const cut = (which: keyof typeof down): Line => ({
		...inside,
		ask: (...asked) => (down[which] ? Promise.reject(new LineDown("cut")) : inside.ask(...asked)),
	});
	a1 = await openFirst(71, { lan: { links: localLinks() }, line: () => cut("first") });
	await a1.app.sync.enrol("http://127.0.0.1:1", await code("前台"), "前台");
	await round(a1);
	a2 = await joined(a1, 72, localLinks(), () => cut("second"));
	await until([a1, a2], () => linked(a1) === 1 && level());
});
afterAll(async () => {
	for (const pc of [a2, a1, far]) await pc?.dispose();
	await archive?.stop();
});

const code = (name: string) => drawCode(archive.archive, { code: "70881", name, brands: [archive.brands[0] ?? ""] });
const eventsOf = ({ app }: ReadyWorkstation) =>
	app.reader.prepare("SELECT count(*) FROM event").pluck().get() as number;
const level = () => eventsOf(a1) === eventsOf(a2);
const of = (pc: ReadyWorkstation) => pc as Workshop;
const hereAt = (pc: ReadyWorkstation) => {
	const job = pc.app.states.find("job", parcel.jobId)?.state;
	return job !== undefined && moveUnderWay(job) === undefined;
};

/** One exchange of this PC with the archive, which then does its own part. */
async function round(...pcs: ReadyWorkstation[]): Promise<void> {
	for (const pc of pcs) {
		pc.clock.pass(61_000);
		await during(
			[a1, a2].filter((each) => each !== undefined),
			pc.app.sync.engine.run(),
		);
		await projectAll(archive.archive);
	}
}

test("accepted at the counter with the line down, it is at the bench: record, customer's name, pictures", async () => {
	order = receive(far, { name: "欧阳冠霖" });
	await meet(far);
	parcel = dispatch(far, of(a1), order);
	await meet(far);
	await round(a1, a1);
	expect(jobAt(of(a1), parcel.jobId).moves).toHaveLength(1);
	const [packed] = a1.app.events.list([`job:${parcel.jobId}`]).flatMap(({ blobs }) => blobs);
	const sha = packed?.sha ?? "";
	expect(() => a1.app.blobs.read(sha)).toThrow("media.not-here-yet");
	await round(a1);
	expect(a1.app.blobs.read(sha).bytes.toString()).toBe("a box");

	down.first = true;
	accept(of(a1), parcel);
	await until([a1, a2], () => hereAt(a2) && level());
	expect(stateOf(of(a2), order)).toBe(stateOf(of(a1), order));
	await until([a1, a2], () => a2.app.directory.find(order.subjectId)?.name === "欧阳冠霖");
	expect(() => a2.app.blobs.read(sha)).toThrow("media.not-here-yet");
	await until([a1, a2], () => a2.app.blobs.sealedBytes(sha) !== undefined);
	expect(a2.app.blobs.read(sha).bytes.toString()).toBe("a box");
	expect(refolds(of(a2))).toBe(true);
	expect(a2.app.sync.rows.listHeld()).toEqual([]);
});

test("the bench works on it; with the line back the workshop it came from sees all of it, and nothing came twice", async () => {
	shelve(of(a2), parcel.jobId, "B07");
	await until([a1, a2], () => jobAt(of(a1), parcel.jobId).shelf === "B07");
	expect(eventsOf(a1)).toBe(eventsOf(a2));
	down.first = false;
	down.second = false;
	await a2.app.sync.enrol("http://127.0.0.1:1", await code("维修台"), "维修台");
	await round(a2, a1, a2);
	await meet(far);
	expect(stateOf(far, order)).toBe(stateOf(of(a1), order));
	expect(stateOf(of(a2), order)).toBe(stateOf(of(a1), order));
	for (const { app } of [a1, a2]) {
		expect(app.sync.rows.listHeld()).toEqual([]);
		expect(app.sync.rows.countWaiting()).toBe(0);
	}
	expect(eventsOf(a1)).toBe(eventsOf(a2));
});

test("a stick brings such parts too, once", async () => {
	down.second = true;
	await during([a1, a2], a2.call("lan.setPlace", { on: false, address: home, port: 47_220 }));
	repairSole(a1, parcel.jobId, "2027-02-10");
	const next = receive(far, { name: "李敏" });
	await meet(far);
	const sent = dispatch(far, of(a1), next);
	await meet(far);
	await round(a1, a1);
	accept(of(a1), sent);
	const folder = mkdtempSync(join(tmpdir(), "welt-stick-"));
	a1.as("manager");
	a2.as("manager");
	await a1.call("lan.writeStick", { folder, for: a2.app.log.identity.dev });
	expect(await a2.call("lan.readStick", { path: folder })).toMatchObject({ files: 1, refused: 0 });
	expect(stateOf(of(a2), next)).toBe(stateOf(of(a1), next));
	expect(stateOf(of(a2), order)).toBe(stateOf(of(a1), order));
	expect(eventsOf(a1)).toBe(eventsOf(a2));
	expect(await a2.call("lan.readStick", { path: folder })).toMatchObject({ stored: 0, refused: 0 });
	expect(refolds(of(a2))).toBe(true);
	rmSync(folder, { recursive: true });
});

test("a sibling can slip nothing else in: other things, a changed text, what the archive gave up", () => {
	const { app } = a2;
	const part = app.reader
		.prepare(
			"SELECT e.text, lower(hex(e.hash)) AS hash FROM event e JOIN chain c ON c.n = e.chain WHERE c.partial LIMIT 1",
		)
		.get() as { text: string; hash: string };
	const before = eventsOf(a2);
	const take = (text: string, hash: string) => app.siblings.exchange.takeParts([[text, hash]]);
	const store = part.text.replace(/"agg":"[^"]+"/, `"agg":"store:${app.log.identity.store}"`);
	expect(take(store, part.hash)).toEqual({ stored: 0, refused: 1 });
	expect(take(part.text.replace('"epoch":1', '"epoch":9'), part.hash)).toEqual({ stored: 0, refused: 1 });
	expect(take("no event", part.hash)).toEqual({ stored: 0, refused: 1 });
	expect(take(part.text, part.hash)).toEqual({ stored: 0, refused: 0 });
	const branch = JSON.parse(part.text) as { dev: string; epoch: number; seq: number };
	for (const { hash, text } of app.log.giveWay(branch, branch.seq)) {
		app.sync.rows.hold({ hash, from: "order:x", reason: "branch", heldAt: 1, text });
	}
	const left = eventsOf(a2);
	expect(left).toBeLessThan(before);
	expect(take(part.text, part.hash)).toEqual({ stored: 0, refused: 1 });
	expect(eventsOf(a2)).toBe(left);
});
