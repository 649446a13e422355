/** Two real workstations on one machine's network: joined by a code, they work as one, line or no line. */
import { expect, test } from "vitest";
import { createProjectors } from "../../db/projections/rows.ts";
import { dumpProjections } from "../../db/refold.ts";
import { type ReadyWorkstation, receive } from "../support/fixtures.ts";
import { joined, linked, openFirst, until } from "./support/pcs.ts";

const rowsOf = ({ app }: ReadyWorkstation) => [...dumpProjections(app.writer, createProjectors(app.writer))].join("\n");
const eventsOf = ({ app }: ReadyWorkstation) =>
	app.reader.prepare("SELECT count(*) FROM event").pluck().get() as number;

test("a fresh PC joins by code, has the whole record, people and names, and both see each other's work", async () => {
	const a = await openFirst(1);
	const before = receive(a, { name: "张晓雯" });
	const b = await joined(a, 2);
	const both = [a, b];
	expect(b.app.log.identity.store).toBe(a.app.log.identity.store);
	expect(b.app.states.find("order", before.orderId)?.state).toEqual(a.app.states.find("order", before.orderId)?.state);
	expect((await b.call("store.get", {})).station.number).toBe(2);
	await until(both, () => linked(a) === 1 && linked(b) === 1);
	await until(both, () => b.app.directory.find(before.subjectId)?.name === "张晓雯");
	const here = receive(a, { name: "李敏" });
	const there = receive(b, { name: "王芳" });
	await until(both, () => eventsOf(a) === eventsOf(b));
	await until(both, () => a.app.directory.find(there.subjectId)?.name === "王芳");
	await until(both, () => b.app.directory.find(here.subjectId)?.name === "李敏");
	expect(rowsOf(a)).toBe(rowsOf(b));
	const state = await a.call("lan.state", {});
	expect(state.siblings).toMatchObject([{ name: "维修台", online: true, lacks: 0, ahead: 0, station: 2, left: null }]);
	expect(b.app.sync.rows.listHeld()).toEqual([]);
	await b.dispose();
	await a.dispose();
});
