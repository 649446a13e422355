/** A real workstation and a real archive on a real PostgreSQL: what is written arrives once, in order, whatever is lost on the way. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawCode } from "../../archive/server/gate/enrol.ts";
import { createSyncDesk, type SyncDesk } from "../../main/sync/desk.ts";
import { type Line, LineDown } from "../../main/sync/line.ts";
import { openArchive, type TestArchive } from "../archive/support/archive.ts";
import { openReadyWorkstation, type ReadyWorkstation, receive } from "../support/fixtures.ts";
import { injectLine } from "./support/inject-line.ts";

let archive: TestArchive;

beforeAll(async () => {
	archive = await openArchive();
});
afterAll(async () => {
	await archive.stop();
});

type Ready = ReadyWorkstation;

function deskOf(ready: Ready, line: Line): SyncDesk {
	const { app } = ready;
	const { ports, writer, local, vault, log } = app;
	return createSyncDesk({
		ports,
		writer,
		local,
		vault,
		log,
		line: () => line,
		changed: () => undefined,
		forked: () => undefined,
	});
}

const texts = (ready: Ready) =>
	ready.app.writer.prepare("SELECT text FROM event ORDER BY seq").pluck().all() as string[];

async function stored(store: string): Promise<string[]> {
	const rows = await archive.archive.sql.transaction(archive.brands, (tx) =>
		tx.rows<{ text: string; out: string }>("SELECT text, out FROM event WHERE store = $1 ORDER BY pos", [store]),
	);
	expect(rows.filter(({ out }) => out !== "accepted")).toEqual([]);
	return rows.map(({ text }) => text);
}

test("a day's work goes up whole, once, and comes back as it was; nothing is sent twice", async () => {
	const ready = await openReadyWorkstation();
	receive(ready);
	const desk = deskOf(
		ready,
		injectLine(() => archive),
	);
	const code = await drawCode(archive.archive, { code: "60001", name: "样板店", brands: [archive.brands[0] ?? ""] });
	await desk.enrol("http://127.0.0.1:1", code, "前台");
	expect(desk.rows.countWaiting()).toBeGreaterThan(5);
	await desk.engine.run();
	expect(desk.engine.state()).toMatchObject({ line: "idle", reason: null });
	expect(desk.rows.countWaiting()).toBe(0);
	const store = ready.app.log.identity.store;
	expect(await stored(store)).toEqual(texts(ready));
	expect(desk.rows.findCursor(`store:${store}`)?.pos).toBe(texts(ready).length);
	expect(desk.rows.listHeld()).toEqual([]);
	await desk.engine.run();
	expect((await stored(store)).length).toBe(texts(ready).length);
	await desk.stop();
	await ready.dispose();
});

test("replies that are lost, pages that are cut and a line that is down cost time only", async () => {
	const ready = await openReadyWorkstation({ seed: 2 });
	const straight = injectLine(() => archive);
	let asked = 0;
	const lossy: Line = {
		async ask(ask, signal) {
			asked += 1;
			if (asked % 8 === 1) throw new LineDown("down");
			const said = await straight.ask(ask, signal);
			if (asked % 8 === 2) throw new LineDown("the reply was lost");
			if (asked % 8 === 3) return { ...said, body: said.body.slice(0, said.body.length >> 1) };
			return said;
		},
	};
	const desk = deskOf(ready, lossy);
	const code = await drawCode(archive.archive, { code: "60002", name: "样板店", brands: [archive.brands[0] ?? ""] });
	for (let tries = 0; !desk.enrolment(); tries++) {
		expect(tries).toBeLessThan(10);
		await desk
			.enrol("http://127.0.0.1:1", code, "前台")
			.catch((error: unknown) => expect(error).toBeInstanceOf(LineDown));
	}
	for (let round = 0; round < 6; round++) {
		receive(ready, { name: `第${round}位` });
		await desk.engine.run();
	}
	for (let tries = 0; desk.engine.state().line !== "idle" || desk.rows.countWaiting() > 0; tries++) {
		expect(tries).toBeLessThan(40);
		await desk.engine.run();
	}
	const store = ready.app.log.identity.store;
	expect(await stored(store)).toEqual(texts(ready));
	await desk.stop();
	await ready.dispose();
});
