/** A second PC joins a store: it gets all its records, numbers and names from the archive, and both go on writing. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawCode } from "../../archive/server/gate/enrol.ts";
import { makeSnapshot } from "../../archive/server/snapshot/make.ts";
import type { App } from "../../main/app.ts";
import { type Line, LineDown } from "../../main/sync/line.ts";
import { appOf, openReadyWorkstation, type ReadyWorkstation, receive, testPin } from "../support/fixtures.ts";
import { openWorkstation, type Workstation } from "../support/memory-workstation.ts";
import { injectLine } from "../sync/support/inject-line.ts";
import { openArchive, type TestArchive } from "./support/archive.ts";

let archive: TestArchive;
let codes = 64_000;
let seeds = 900;
const address = "http://127.0.0.1:1";

beforeAll(async () => {
	archive = await openArchive();
});
afterAll(async () => {
	await archive.stop();
});

const inside = injectLine(() => archive);

async function openFirst(code: string): Promise<ReadyWorkstation> {
	seeds += 1;
	const ready = await openReadyWorkstation({ seed: seeds, line: () => inside });
	await ready.app.sync.enrol(address, await codeOf(code), "前台");
	return ready;
}

const codeOf = (code: string) => drawCode(archive.archive, { code, name: "徐汇店", brands: [archive.brands[0] ?? ""] });

async function openEmpty(line: Line = inside): Promise<Workstation> {
	seeds += 1;
	return openWorkstation({ seed: seeds, line: () => line });
}

/** What the timers of both sides would do by and by. */
async function settle(ws: Workstation): Promise<void> {
	ws.clock.pass(1);
	await ws.call("workstation.state", {});
}

async function round(ws: Workstation): Promise<void> {
	ws.clock.pass(61_000);
	await appOf(ws).sync.engine.run();
	await settle(ws);
}

async function join(ws: Workstation, code: string): Promise<void> {
	await ws.call("setup.joinStore", { address, code: await codeOf(code), name: "二楼工位" });
	await settle(ws);
}

async function openStation(ws: Workstation, more: Partial<{ stationNumber: number }> = {}) {
	const { ready } = await ws.call("setup.joining", {});
	const drawn = await ws.call("setup.drawRecovery", { language: "zh-CN", centreName: "店", stationNumber: 2 });
	const manager = ready?.managers[0]?.id ?? "";
	const recovery = drawn.groups.join("");
	const station = { stationNumber: ready?.stationNumber ?? 0, stationLabel: "二楼工位", ...more };
	return ws.tryCall("setup.openStation", { ...station, manager, pin: testPin, backupFolder: null, recovery });
}

const texts = (app: App) => app.writer.prepare("SELECT text FROM event ORDER BY text").pluck().all() as string[];
const folded = (app: App) =>
	app.writer.prepare("SELECT agg, version, state FROM aggregate WHERE state IS NOT NULL ORDER BY agg").all();

test("the second PC sees the first one's orders, names and phones, and both write on", async () => {
	const code = String(++codes);
	const first = await openFirst(code);
	const { subjectId, orderId } = receive(first, { name: "林静怡", phone: "13955550001" });
	await round(first);

	const second = await openEmpty();
	await join(second, code);
	expect(appOf(second).log.identity.store).toBe(first.app.log.identity.store);
	expect(await second.call("workstation.state", {})).toMatchObject({ phase: "set-up" });
	expect(await second.call("setup.joining", {})).toMatchObject({ joining: true, ready: null });
	// Nothing else can be begun here meanwhile.
	expect(await second.tryCall("setup.joinStore", { address, code: await codeOf(code), name: "x" })).toMatchObject({
		error: { reason: "setup.joining" },
	});
	await round(second);
	const { ready } = await second.call("setup.joining", {});
	expect(ready).toMatchObject({ centreName: "沿条维修中心(徐汇店)", managers: [{ name: "王店长" }] });
	expect(await openStation(second, { stationNumber: 0 })).toMatchObject({ ok: false });
	expect(await openStation(second)).toMatchObject({ ok: true });
	expect(await second.call("workstation.state", {})).toMatchObject({ phase: "ready", person: { name: "王店长" } });

	// Names: wanted with the events, asked for, opened, in the directory and found by phone.
	const app = appOf(second);
	await round(second);
	expect(app.keys.wanted(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
	expect(app.directory.find(subjectId)).toMatchObject({ name: "林静怡", phone: "13955550001" });
	expect(app.keys.subjectsByPhone(app.vault.phoneHash("13955550001"))).toEqual([subjectId]);
	expect(app.states.find("order", orderId)).toEqual(first.app.states.find("order", orderId));

	// Both write on; each sees the other's.
	const manager = ready?.managers[0]?.id ?? "";
	const as = (role: string) => app.session.open({ person: manager, roles: [role as "manager"] });
	const there = receive({ ...second, app, staff: { ...first.staff }, as } as ReadyWorkstation, { name: "郑伟" });
	const here = receive(first, { name: "何敏" });
	for (const ws of [second, first, second, first]) await round(ws);
	expect(first.app.directory.find(there.subjectId)?.name).toBe("郑伟");
	expect(app.directory.find(here.subjectId)?.name).toBe("何敏");
	expect(texts(app)).toEqual(texts(first.app));
	expect(folded(app)).toEqual(folded(first.app));
	await second.dispose();
	await first.dispose();
});

test("a code of a store nobody has enrolled, or no line: refused, and the PC stays free for anything", async () => {
	const ws = await openEmpty();
	const refused = await ws.tryCall("setup.joinStore", { address, code: await codeOf(String(++codes)), name: "二楼" });
	expect(refused).toMatchObject({ error: { code: "archive-refused", reason: "setup.join-code" } });
	expect(await ws.call("setup.joining", {})).toMatchObject({ joining: false, ready: null });
	expect(await ws.call("setup.defaults", {})).toMatchObject({ stationNumber: 1 });
	await ws.dispose();
	const cut = await openEmpty({ ask: () => Promise.reject(new LineDown("cut")) });
	const unreachable = await cut.tryCall("setup.joinStore", {
		address,
		code: await codeOf(String(codes)),
		name: "二楼",
	});
	expect(unreachable).toMatchObject({ error: { reason: "setup.join-no-line" } });
	await cut.dispose();
});

test("a long feed comes as a snapshot, stored first and folded once, whatever breaks on the way", async () => {
	const code = String(++codes);
	const first = await openFirst(code);
	for (let day = 0; day < 12; day++) receive(first, { name: `顾客${day}`, jobs: 40 });
	await round(first);
	const { store } = first.app.log.identity;
	await makeSnapshot(archive.archive, store, archive.brands.slice(0, 1));
	receive(first, { name: "快照之后" });
	await round(first);

	let pulled = 0;
	let parts = 0;
	const lossy: Line = {
		async ask(ask, signal) {
			if (ask.path.startsWith("/v1/pull")) pulled += 1;
			if (ask.binary) parts += 1;
			if (ask.binary && parts % 2 === 1) throw new LineDown("cut");
			return inside.ask(ask, signal);
		},
	};
	const second = await openEmpty(lossy);
	await join(second, code);
	await round(second);
	expect(appOf(second).log.identity.store).toBe(store);
	expect(pulled).toBe(0);
	// A power cut in the middle: the next opening folds what came, and the reading goes on.
	const again = await second.restart();
	await round(again);
	await round(again);
	expect(parts).toBeGreaterThan(1);
	expect((await again.call("setup.joining", {})).ready?.managers).toHaveLength(1);
	expect(texts(appOf(again))).toEqual(texts(first.app));
	expect(folded(appOf(again))).toEqual(folded(first.app));
	const cursor = appOf(again).sync.rows.findCursor(`store:${store}`);
	expect(cursor).toEqual(expect.objectContaining({ pos: texts(first.app).length }));
	await again.dispose();
	await first.dispose();
});
