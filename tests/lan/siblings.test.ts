/** Siblings over days: parting, pictures, a PC put back from an image, a third one that only heard of the others, the stick. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createProjectors } from "../../db/projections/rows.ts";
import { dumpProjections } from "../../db/refold.ts";
import { jobEvents } from "../../domain/job/job.ts";
import { type ReadyWorkstation, receive } from "../support/fixtures.ts";
import { during, home, joined, linked, openFirst, portOf, until } from "./support/pcs.ts";

const rowsOf = ({ app }: ReadyWorkstation) => [...dumpProjections(app.writer, createProjectors(app.writer))].join("\n");
const eventsOf = ({ app }: ReadyWorkstation) =>
	app.reader.prepare("SELECT count(*) FROM event").pluck().get() as number;
const level = (...pcs: ReadyWorkstation[]) => new Set(pcs.map(eventsOf)).size === 1;

test("with the network between them gone both work on, decide on one base, and are the same again afterwards", async () => {
	const a = await openFirst(31);
	const order = receive(a);
	const b = await joined(a, 32);
	await until([a, b], () => linked(a) === 1 && level(a, b));
	await during([a, b], b.call("lan.setPlace", { on: false, address: home, port: 47_220 }));
	await until([a, b], () => linked(a) === 0);
	const [jobId = ""] = order.jobIds;
	for (const [pc, shelf] of [
		[a, "A01"],
		[b, "B07"],
	] as const)
		pc.app.log.append(pc.staff.clerk, [jobEvents["job.shelved"].make(`job:${jobId}`, { shelf })]);
	receive(a);
	receive(b);
	receive(b);
	expect((await a.call("lan.state", {})).siblings).toMatchObject([{ online: false, ahead: null }]);
	await during([a, b], b.call("lan.setPlace", { on: true, address: home, port: 47_220 }));
	await until([a, b], () => linked(a) === 1 && level(a, b));
	expect(rowsOf(a)).toBe(rowsOf(b));
	await b.dispose();
	await a.dispose();
});

test("a removed PC is let in nowhere, also where the removal came by way of the record; what it wrote stays", async () => {
	const a = await openFirst(33);
	const b = await joined(a, 34);
	const c = await joined(a, 35);
	const all = [a, b, c];
	await until(all, () => linked(a) === 2 && level(a, b, c));
	receive(c);
	await until(all, () => level(a, b, c));
	// Two of them were never introduced: the record did that.
	await until(all, () => b.app.siblings.desk.isPaired(c.app.log.identity.dev));
	const dev = c.app.log.identity.dev;
	await a.call("lan.unpair", { dev, reason: "stolen", note: "柜台上不见了" });
	await until(all, () => linked(a) === 1 && linked(c) === 0 && !b.app.siblings.desk.isPaired(dev));
	c.app.siblings.setNote(b.app.log.identity.dev, { address: home, port: portOf(b) });
	c.app.siblings.desk.dialNow();
	await until(all, () => b.lines.some(({ event, fields }) => event === "lan.refused" && fields.why === "unknown"));
	expect(linked(c)).toBe(0);
	expect((await a.call("lan.state", {})).siblings.find((pc) => pc.dev === dev)?.left).toMatchObject({
		reason: "stolen",
		note: "柜台上不见了",
	});
	receive(a);
	await until(all, () => level(a, b));
	expect(rowsOf(a)).toBe(rowsOf(b));
	expect(eventsOf(c)).toBeLessThan(eventsOf(a));
	await c.dispose();
	await b.dispose();
	await a.dispose();
});

test("a picture taken on one PC opens on the other, as ciphertext on the way, and only when somebody wants it", async () => {
	const a = await openFirst(36);
	const order = receive(a);
	const b = await joined(a, 37);
	await until([a, b], () => linked(a) === 1 && level(a, b));
	const bytes = Buffer.alloc(700_000, 9);
	const [jobId = ""] = order.jobIds;
	const ref = a.app.blobs.put(`order:${order.orderId}`, "image/jpeg", "photo", bytes, a.clock.now);
	a.app.log.append(a.staff.clerk, [jobEvents["job.photographed"].make(`job:${jobId}`, {}, { blobs: [ref] })]);
	await until([a, b], () => level(a, b) && b.app.keys.find(`order:${order.orderId}`) !== undefined);
	expect(b.app.blobs.sealedBytes(ref.sha)).toBeUndefined();
	expect(() => b.app.blobs.read(ref.sha)).toThrow(/media.not-here-yet/);
	await until([a, b], () => b.app.blobs.sealedBytes(ref.sha) !== undefined);
	expect(b.app.blobs.read(ref.sha).bytes.equals(bytes)).toBe(true);
	await b.dispose();
	await a.dispose();
});

test("the stick brings what the other lacks; a file that is cut, changed, or not ours changes nothing", async () => {
	const a = await openFirst(38);
	const b = await joined(a, 39);
	await until([a, b], () => linked(a) === 1 && level(a, b));
	await during([a, b], b.call("lan.setPlace", { on: false, address: home, port: 47_220 }));
	for (let i = 0; i < 5; i++) receive(a);
	const folder = mkdtempSync(join(tmpdir(), "welt-stick-"));
	const { path, events } = await a.call("lan.writeStick", { folder, for: b.app.log.identity.dev });
	expect(events).toBe(eventsOf(a) - eventsOf(b));
	const whole = readFileSync(path);
	const before = eventsOf(b);
	const refused = async (spoil: () => void) => {
		writeFileSync(path, whole);
		spoil();
		const answer = await b.tryCall("lan.readStick", { path });
		expect(eventsOf(b)).toBe(before);
		return answer.ok ? "taken" : answer.error.reason;
	};
	expect(await refused(() => truncateSync(path, whole.byteLength - 10))).toBe("lan.stick-cut");
	expect(await refused(() => appendFileSync(path, "x"))).toBe("lan.stick-damaged");
	expect(await refused(() => writeFileSync(path, Buffer.from(whole).fill(1, 2_000, 2_001)))).toBe("lan.stick-damaged");
	expect(await refused(() => writeFileSync(path, "notes of somebody"))).toBe("lan.stick-foreign");
	const stranger = await openFirst(40);
	writeFileSync(path, whole);
	expect(await stranger.tryCall("lan.readStick", { path })).toMatchObject({ error: { reason: "lan.stick-not-ours" } });
	expect(await b.call("lan.readStick", { path: folder })).toMatchObject({
		files: 1,
		events,
		stored: events,
		refused: 0,
	});
	expect(await b.call("lan.readStick", { path: folder })).toMatchObject({ stored: 0, refused: 0 });
	expect(rowsOf(a)).toBe(rowsOf(b));
	rmSync(folder, { recursive: true });
	await stranger.dispose();
	await b.dispose();
	await a.dispose();
});
