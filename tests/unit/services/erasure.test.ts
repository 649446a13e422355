/** A customer erased at this workstation: what goes, what stays, what is refused, and the power cut in between. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { thumbnailPath } from "../../../main/vault/blobs.ts";
import { repairSole } from "../../archive/support/workshop.ts";
import { bytesTraces, search, tracesOf } from "../../support/erased.ts";
import { appOf, openReadyWorkstation, type ReadyWorkstation, receive } from "../../support/fixtures.ts";
import { draftOf, jpeg } from "../../support/intake/drop-off.ts";
import { pay, serve } from "../../support/orders/served.ts";

let ws: ReadyWorkstation;
beforeEach(async () => {
	ws = await openReadyWorkstation();
});
afterEach(() => ws.dispose());

const person = {
	name: "欧阳冠霖",
	phone: "13764209518",
	address: "上海市长宁区愚园路1088弄",
	words: "婆婆送的，别让她知道修过",
};

async function erase(subjectId: string) {
	const { version } = ws.app.states.get("subject", subjectId);
	return ws.tryCall("customer.erase", { subjectId, version, reason: "asked" });
}

describe("erasing a customer", () => {
	it("takes keys, phone, pictures, drafts and every trace in the files; orders and the chain stay", async () => {
		const { subjectId, orderId, number, sha, picture: drawn } = await serve(ws, person);
		const { app } = ws;
		const kid = `subject:${subjectId}` as const;
		const picture = app.blobs.path(sha);
		writeFileSync(thumbnailPath(picture), "small");
		await draftOf(ws, undefined, { customer: { knownId: subjectId } });
		const wrapped = app.keys.find(kid) ?? Buffer.alloc(0);
		const key = Buffer.from(app.vault.keyOf(kid) ?? "");
		expect([wrapped.length > 40, key.length, existsSync(picture)]).toEqual([true, 32, true]);
		writeFileSync(join(ws.dir, "welt.db.before-0008_erasure"), wrapped);
		const phoneHash = app.vault.phoneHash(person.phone);

		ws.as("manager");
		expect(await erase(subjectId)).toMatchObject({
			ok: true,
			value: { customer: { erased: true, name: "", phone: "" } },
		});
		expect(app.keys.find(kid)).toBeUndefined();
		expect(app.vault.keyOf(kid)).toBeUndefined();
		expect(app.keys.subjectsByPhone(phoneHash)).toEqual([]);
		expect(app.directory.find(subjectId)).toBeUndefined();
		expect(app.directory.search(person.name, 5)).toEqual([]);
		expect([existsSync(picture), existsSync(thumbnailPath(picture)), app.local.findBlob(sha)]).toEqual([
			false,
			false,
			undefined,
		]);
		expect(app.local.listDrafts("intake")).toEqual([]);
		expect(app.keys.uncleared()).toEqual([]);
		// The order is there, whole, and says so; nothing about the person is.
		const { order } = await ws
			.call("order.get", { orderId })
			.then((page) => ({ order: page as never as { number: string; customer: object } }));
		expect(order).toMatchObject({ signatures: [{ what: "intake", picture: null }] });
		const { entries } = await ws.call("order.timeline", { orderId });
		expect(entries.flatMap(({ photos }) => photos)).not.toContain(sha);
		expect(order).toMatchObject({ number, customer: { erased: true, name: "" } });
		const traces = [
			...Object.values(person).flatMap(tracesOf),
			...bytesTraces("key", key),
			...bytesTraces("wrapped key", wrapped),
			...bytesTraces("phone hash", phoneHash),
			...bytesTraces("signature", drawn.subarray(100, 140)),
		];
		const { files, found } = search(ws.dir, traces);
		expect(found).toEqual([]);
		expect(files).toBeGreaterThan(1);
		expect(JSON.stringify(ws.lines)).not.toMatch(/欧阳|13764209518|愚园路/);
		expect(await erase(subjectId)).toMatchObject({ error: { reason: "customer.erased" } });
	});

	it("takes them off the list of calls, and every screen says so", async () => {
		const { subjectId, jobId, itemId, orderId } = await serve(ws, person, { until: "received" });
		repairSole(ws, jobId, "2027-02-10", { followUpAt: ws.clock.now + 1 });
		pay(ws, orderId);
		const listed = async () => (await ws.call("followup.due", { later: true })).rows.map((row) => row.jobId);
		expect(await listed()).toEqual([jobId]);
		ws.as("manager");
		await erase(subjectId);
		expect(await listed()).toEqual([]);
		const record = await ws.call("item.record", { itemId });
		expect(record).toMatchObject({ customer: { erased: true, name: "", phone: "" } });
	});

	it("waits for what is under way, and is a manager's", async () => {
		const { subjectId } = await serve(ws, person, { until: "received" });
		expect(await erase(subjectId)).toMatchObject({ error: { reason: "session.wrong-role" } });
		ws.as("manager");
		expect(await erase(subjectId)).toMatchObject({ error: { reason: "customer.job-open" } });
		ws.as("clerk");
		const owing = await serve(ws, person, { until: "repaired" });
		ws.as("manager");
		expect(await erase(owing.subjectId)).toMatchObject({ error: { reason: "customer.money-open" } });
		pay(ws, owing.orderId);
		expect(await erase(owing.subjectId)).toMatchObject({ ok: true });
		expect(ws.app.keys.find(`subject:${subjectId}`)).toBeDefined();
	});

	it("is for ever: nothing is sealed under that key again, and nobody's copy of it is taken", async () => {
		const { subjectId, orderId } = await serve(ws, person);
		ws.as("manager");
		await erase(subjectId);
		const { app } = ws;
		const kid = `subject:${subjectId}` as const;
		app.vault.takeKey(kid, randomBytes(32), false);
		app.keys.want(kid);
		expect([app.vault.keyOf(kid), app.keys.wanted(Number.MAX_SAFE_INTEGER, 9)]).toEqual([undefined, []]);
		expect(await ws.tryCall("order.note", { orderId, about: "customer", words: "又来过" })).toMatchObject({
			ok: false,
		});
		expect(() => app.vault.sealFile(kid, jpeg())).toThrow("customer.erased");
	});

	it("goes on at the next start when the power was cut after the event", async () => {
		const { subjectId, sha } = await serve(ws, person);
		const { app } = ws;
		const path = app.blobs.path(sha);
		app.log.transact(() => {
			app.erasure.take(subjectId);
			// Inside a transaction nothing of the files may go: it could still be taken back.
			app.erasure.clear();
			expect(existsSync(path)).toBe(true);
		});
		expect([existsSync(path), app.keys.uncleared()]).toEqual([true, [`subject:${subjectId}`]]);
		const again = await ws.restart();
		expect([existsSync(path), appOf(again).keys.uncleared()]).toEqual([false, []]);
		ws = { ...ws, ...again, app: appOf(again) };
	});

	it("while somebody reads the file, is tried again until the log is cut", async () => {
		const { subjectId } = await serve(ws, person);
		const { app } = ws;
		ws.as("manager");
		const reading = app.reader.prepare("SELECT 1 FROM event").iterate();
		reading.next();
		await erase(subjectId);
		expect(app.keys.uncleared()).toEqual([`subject:${subjectId}`]);
		reading.return?.();
		ws.clock.pass(60_000);
		expect(app.keys.uncleared()).toEqual([]);
	});

	it("leaves no key in the file's free places, however rows were moved about", async () => {
		const { app } = ws;
		const kids = Array.from(
			{ length: 600 },
			(_, n) => receive(ws, { name: `客${n}`, phone: "", words: "", boughtOn: null }).subjectId,
		);
		const copies: Buffer[] = [];
		const chosen = kids.filter((_, n) => (n * 7919) % 3 !== 0);
		for (const id of chosen) copies.push(Buffer.from(app.keys.find(`subject:${id}`) ?? ""));
		for (const id of chosen) app.log.transact(() => app.erasure.take(id));
		app.erasure.clear();
		expect(app.keys.uncleared()).toEqual([]);
		const file = readFileSync(join(ws.dir, "welt.db"));
		expect(copies.filter((copy) => file.includes(copy))).toEqual([]);
		expect(readFileSync(join(ws.dir, "welt.db-wal")).length).toBeLessThan(200_000);
	});
});
