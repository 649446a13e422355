/** The lease among siblings: who hears of the erasures through one whose lease stands may open customers' data again, after them. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { eraseSubject } from "../../archive/server/erase/decide.ts";
import { eraseAll } from "../../archive/server/erase/finish.ts";
import { drawCode } from "../../archive/server/gate/enrol.ts";
import { type Line, LineDown } from "../../main/sync/line.ts";
import { openArchive, type TestArchive } from "../archive/support/archive.ts";
import type { ReadyWorkstation } from "../support/fixtures.ts";
import { type Served, serve } from "../support/orders/served.ts";
import { injectLine } from "../sync/support/inject-line.ts";
import { during, home, joined, linked, localLinks, openFirst, until } from "./support/pcs.ts";

const dayMs = 86_400_000;
const person = { name: "欧阳冠霖", phone: "13764209518", address: "上海市长宁区", words: "轻拿轻放" };
const other = { name: "李敏", phone: "13900002222", address: "上海市静安区", words: "急用" };

let archive: TestArchive;
beforeAll(async () => {
	archive = await openArchive();
});
afterAll(() => archive?.stop());

let a: ReadyWorkstation;
let b: ReadyWorkstation;
let gone: Served;
let kept: Served;
let down: boolean;
let shops = 0;

/** Two enrolled PCs, level, with two customers; then the second loses its line and its sibling. */
beforeEach(async () => {
	shops += 1;
	down = false;
	const inside = injectLine(() => archive);
	const cut: Line = {
		...inside,
		ask: (...asked) => (down ? Promise.reject(new LineDown("cut")) : inside.ask(...asked)),
	};
	const code = (name: string) =>
		drawCode(archive.archive, { code: `7099${shops}`, name, brands: [archive.brands[0] ?? ""] });
	a = await openFirst(80 + shops * 2, { lan: { links: localLinks() }, line: () => inside });
	await a.app.sync.enrol("http://127.0.0.1:1", await code("前台"), "前台");
	b = await joined(a, 81 + shops * 2, localLinks(), () => cut);
	gone = await serve(a, person);
	kept = await serve(a, other);
	await round(a);
	await b.app.sync.enrol("http://127.0.0.1:1", await code("维修台"), "维修台");
	await until([a, b], () => level() && b.app.directory.find(kept.subjectId)?.name === other.name);
	await round(b);
	down = true;
	b.as("manager");
	await during([a, b], b.call("lan.setPlace", { on: false, address: home, port: 47_220 }));
	await until([a, b], () => linked(a) === 0);
});
afterEach(async () => {
	await b.dispose();
	await a.dispose();
});

const eventsOf = ({ app }: ReadyWorkstation) =>
	app.reader.prepare("SELECT count(*) FROM event").pluck().get() as number;
const level = () => eventsOf(a) === eventsOf(b);
const nameAt = (pc: ReadyWorkstation, { subjectId }: Served) => pc.app.directory.find(subjectId)?.name;
const phaseOf = ({ app }: ReadyWorkstation) => app.lease.view()?.phase;

async function round(pc: ReadyWorkstation): Promise<void> {
	const both = [a, b].filter(Boolean);
	for (const each of both) each.clock.pass(61_000);
	await during(both, pc.app.sync.engine.run());
}

/** Links look after each other every few seconds of theirs. */
const soon = (holds: () => boolean) =>
	until([a, b], () => {
		for (const pc of [a, b]) pc.clock.pass(100);
		return holds();
	});

function days(count: number): void {
	for (const pc of [a, b]) pc.clock.pass(count * dayMs);
	for (const pc of [a, b]) pc.as("manager");
}

async function meetAgain(): Promise<void> {
	b.as("manager");
	await during([a, b], b.call("lan.setPlace", { on: true, address: home, port: 47_220 }));
	await until([a, b], () => linked(a) === 1);
}

/** At the moment it is lifted, the erasure is here. */
function watchLift(): () => number {
	let lifts = 0;
	const { vouched } = b.app.lease;
	b.app.lease.vouched = (silentMs) => {
		lifts += 1;
		expect(b.app.states.get("subject", gone.subjectId).state.erased).toBe(true);
		expect(b.app.vault.keyOf(`subject:${gone.subjectId}`)).toBeUndefined();
		vouched(silentMs);
	};
	return () => lifts;
}

async function eraseElsewhere(): Promise<void> {
	await eraseSubject(archive.archive, gone.subjectId, "asked");
	await eraseAll(archive.archive);
	await round(a);
	expect(nameAt(a, gone)).toBeUndefined();
}

test("a sibling whose lease stands brings the erasures, then its word; the other counts on from that one's last answer", async () => {
	days(40);
	await eraseElsewhere();
	days(50);
	expect([phaseOf(a), phaseOf(b)]).toEqual(["stands", "over"]);
	expect([nameAt(b, gone), nameAt(b, kept)]).toEqual(["***", "***"]);
	const lifts = watchLift();
	await meetAgain();
	await until([a, b], () => phaseOf(b) === "stands");
	expect(lifts()).toBeGreaterThan(0);
	expect([nameAt(b, gone), nameAt(b, kept)]).toEqual([undefined, "李敏"]);
	expect(b.app.lease.view()?.daysLeft).toBe(a.app.lease.view()?.daysLeft);
	expect(b.app.lease.view()).toMatchObject({ daysLeft: 40 });
	// While both are linked, each answer of the archive counts for the other too.
	await round(a);
	await soon(() => b.app.lease.view()?.daysLeft === 90);
});

test("one whose own lease is over vouches for nobody", async () => {
	days(91);
	expect([phaseOf(a), phaseOf(b)]).toEqual(["over", "over"]);
	await meetAgain();
	await until([a, b], level);
	for (let i = 0; i < 3; i++) for (const pc of [a, b]) pc.clock.pass(5_000);
	expect([phaseOf(a), phaseOf(b)]).toEqual(["over", "over"]);
	await round(a);
	await soon(() => phaseOf(b) === "stands");
});

test("a stick does the same, each once; one made before counts from when it was made", async () => {
	const folder = mkdtempSync(join(tmpdir(), "welt-stick-"));
	const stick = () => a.call("lan.writeStick", { folder, for: b.app.log.identity.dev });
	days(30);
	await eraseElsewhere();
	await stick();
	days(65);
	expect(phaseOf(b)).toBe("over");
	const lifts = watchLift();
	expect(await b.call("lan.readStick", { path: folder })).toMatchObject({ refused: 0 });
	expect(lifts()).toBe(1);
	expect(b.app.lease.view()).toMatchObject({ phase: "stands", daysLeft: 25 });
	expect([nameAt(b, gone), nameAt(b, kept)]).toEqual([undefined, "李敏"]);
	// Set back to the day it was written, and read again.
	days(25);
	b.clock.now -= 90 * dayMs;
	await b.call("lan.readStick", { path: folder });
	const { path } = await b.call("lan.writeStick", { folder, for: null });
	await b.call("lan.readStick", { path });
	expect(lifts()).toBe(1);
	expect(phaseOf(b)).toBe("over");
	rmSync(folder, { recursive: true });
});
