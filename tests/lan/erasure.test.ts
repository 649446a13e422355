/** A customer erased on one PC of a workshop without any archive: its siblings do the same when they hear, and nobody brings the key back. */
import { expect, test } from "vitest";
import { bytesTraces, search, tracesOf } from "../support/erased.ts";
import type { ReadyWorkstation } from "../support/fixtures.ts";
import { serve } from "../support/orders/served.ts";
import { during, home, joined, linked, openFirst, until } from "./support/pcs.ts";

const eventsOf = ({ app }: ReadyWorkstation) =>
	app.reader.prepare("SELECT count(*) FROM event").pluck().get() as number;
const level = (...pcs: ReadyWorkstation[]) => new Set(pcs.map(eventsOf)).size === 1;
const person = { name: "欧阳冠霖", phone: "13764209518", address: "上海市长宁区愚园路1088弄", words: "婆婆送的" };

test("a sibling that was away erases as soon as it is back; one that joins later never gets the key", async () => {
	const a = await openFirst(61);
	const b = await joined(a, 62);
	const customer = await serve(a, person);
	const kid = `subject:${customer.subjectId}` as const;
	await until([a, b], () => level(a, b) && b.app.keys.find(kid) !== undefined);
	expect(() => b.app.blobs.read(customer.sha)).toThrow(/media.not-here-yet/);
	await until([a, b], () => b.app.blobs.sealedBytes(customer.sha) !== undefined);
	const key = b.app.vault.keyOf(kid) ?? Buffer.alloc(0);
	const wrapped = [a, b].map(({ app }) => app.keys.find(kid) ?? Buffer.alloc(0));
	const traces = [
		...Object.values(person).flatMap(tracesOf),
		...[key, ...wrapped].flatMap((bytes) => bytesTraces("key", bytes)),
	];
	expect(search(b.dir, traces).found).not.toEqual([]);

	await during([a, b], b.call("lan.setPlace", { on: false, address: home, port: 47_220 }));
	a.as("manager");
	const { version } = a.app.states.get("subject", customer.subjectId);
	await during([a, b], a.call("customer.erase", { subjectId: customer.subjectId, version, reason: "asked" }));
	expect(b.app.vault.keyOf(kid)).toBeDefined();
	await during([a, b], b.call("lan.setPlace", { on: true, address: home, port: 47_220 }));
	await until([a, b], () => linked(a) === 1 && level(a, b));
	const c = await joined(a, 63);
	await until([a, b, c], () => level(a, b, c) && c.app.keys.wanted(Number.MAX_SAFE_INTEGER, 9).length === 0);
	for (const { app, dir } of [a, b, c]) {
		expect([app.vault.keyOf(kid), app.keys.isErased(kid), app.keys.uncleared()]).toEqual([undefined, true, []]);
		expect(app.blobs.sealedBytes(customer.sha)).toBeUndefined();
		expect(app.states.get("subject", customer.subjectId).state.erased).toBe(true);
		expect(search(dir, traces).found).toEqual([]);
	}
	for (const pc of [c, b, a]) await pc.dispose();
});
