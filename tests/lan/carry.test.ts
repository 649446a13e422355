/** The line to the archive is down for one PC: its sibling carries everything, and the archive hears the writer's own signature. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawCode } from "../../archive/server/gate/enrol.ts";
import { type Line, LineDown } from "../../main/sync/line.ts";
import { openArchive, type TestArchive } from "../archive/support/archive.ts";
import { type ReadyWorkstation, receive } from "../support/fixtures.ts";
import { injectLine } from "../sync/support/inject-line.ts";
import { during, joined, linked, localLinks, openFirst, until } from "./support/pcs.ts";

let archive: TestArchive;

beforeAll(async () => {
	archive = await openArchive();
});
afterAll(async () => {
	await archive.stop();
});

const eventsOf = ({ app }: ReadyWorkstation) =>
	app.reader.prepare("SELECT count(*) FROM event").pluck().get() as number;
const textsOf = ({ app }: ReadyWorkstation) =>
	(app.reader.prepare("SELECT text FROM event").pluck().all() as string[]).sort();

async function atArchive(store: string): Promise<string[]> {
	const rows = await archive.archive.sql.transaction(archive.brands, (tx) =>
		tx.rows<{ text: string }>("SELECT text FROM event WHERE store = $1 AND out = 'accepted'", [store]),
	);
	return rows.map(({ text }) => text).sort();
}

test("one PC with a line brings the whole workshop's work; a sibling the archive doesn't know holds up nothing", async () => {
	let down = true;
	const inside = injectLine(() => archive);
	const cut: Line = {
		...inside,
		ask: (...asked) => (down ? Promise.reject(new LineDown("cut")) : inside.ask(...asked)),
	};
	const code = (name: string) => drawCode(archive.archive, { code: "70777", name, brands: [archive.brands[0] ?? ""] });
	const a = await openFirst(51, { lan: { links: localLinks() }, line: () => inside });
	await a.app.sync.enrol("http://127.0.0.1:1", await code("前台"), "前台");
	const b = await joined(a, 52, localLinks(), () => cut);
	const both = [a, b];
	const { store } = a.app.log.identity;
	await until(both, () => linked(a) === 1 && eventsOf(a) === eventsOf(b));
	receive(b);
	await until(both, () => eventsOf(a) === eventsOf(b));
	await during(both, a.app.sync.engine.run());
	expect(a.app.sync.engine.state()).toMatchObject({ line: "idle", reason: null });
	const ofB = (texts: string[]) =>
		texts.filter((text) => (JSON.parse(text) as { dev: string }).dev === b.app.log.identity.dev).length;
	expect(ofB(await atArchive(store))).toBe(0);
	down = false;
	await b.app.sync.enrol("http://127.0.0.1:1", await code("维修台"), "维修台");
	down = true;
	const late = receive(b);
	await until(both, () => a.app.states.find("order", late.orderId) !== undefined && eventsOf(a) === eventsOf(b));
	await during(both, a.app.sync.engine.run());
	expect(await atArchive(store)).toEqual(textsOf(a));
	expect(ofB(await atArchive(store))).toBeGreaterThan(3);
	expect(a.app.sync.rows.countWaiting()).toBe(0);
	await b.dispose();
	await a.dispose();
});
