/** Keys of customers at the archive: sealed for whoever may, given to a store's other PCs, lent with an item, gone with erasure. */
import { generateKeyPairSync, type KeyObject, randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askKeysAnswer } from "../../archive/protocol/keys.ts";
import { openKey as openWith, sealKey as sealWith } from "../../archive/protocol/trust/sealed.ts";
import { drawCode } from "../../archive/server/gate/enrol.ts";
import * as server from "../../archive/server/keys/box.ts";
import { eraseKey } from "../../archive/server/keys/keys.ts";
import { noteInterest } from "../../archive/server/passport/interest.ts";
import { projectAll } from "../../archive/server/project/projector.ts";
import { boxOf } from "../../archive/signing/curves.ts";
import { createSyncDesk } from "../../main/sync/desk.ts";
import * as workstation from "../../main/sync/device-key.ts";
import { openReadyWorkstation, type ReadyWorkstation, receive } from "../support/fixtures.ts";
import { injectLine } from "../sync/support/inject-line.ts";
import { openArchive, type TestArchive } from "./support/archive.ts";
import { call, enrolDevice, newDevice, signIn } from "./support/writer.ts";

let archive: TestArchive;
let codes = 62_000;

beforeAll(async () => {
	archive = await openArchive();
});
afterAll(async () => {
	await archive.stop();
});

async function enrolled(ready: ReadyWorkstation) {
	const { ports, writer, local, vault, log, blobs, keys } = ready.app;
	const opened: string[] = [];
	const desk = createSyncDesk({
		...{ ports, writer, local, vault, log, blobs },
		keys: { rows: keys, opened: (kids) => opened.push(...kids) },
		line: () => injectLine(() => archive),
		changed: () => undefined,
		forked: () => undefined,
	});
	const store = { code: String(++codes), name: "样板店", brands: [archive.brands[0] ?? ""] };
	await desk.enrol("http://127.0.0.1:1", await drawCode(archive.archive, store), "前台");
	return { desk, opened };
}

const kept = (kid: string) =>
	archive.archive.sql.transaction(archive.brands, (tx) =>
		tx.rows<{ holder: string; sealed: string }>(
			"SELECT holder, sealed FROM customer_key WHERE kid = $1 ORDER BY holder",
			[kid],
		),
	);

// Sealed by a workstation, opened by the archive.
const sealKey = sealWith.bind(undefined, workstation.sealCrypto);
const openKey = (sealed: string, kid: string, holder: string, box: KeyObject) =>
	openWith(server.sealCrypto, sealed, kid, holder, boxOf(box));

describe("a sealed key", () => {
	const box = generateKeyPairSync("x25519");
	const boxKey = String(box.publicKey.export({ format: "jwk" }).x);
	const key = randomBytes(32);

	test("opens for its holder under its own name only, and never twice the same", () => {
		const sealed = sealKey(key, "subject:1", "store:2", boxKey, randomBytes(12));
		expect(openKey(sealed, "subject:1", "store:2", box.privateKey)).toEqual(key);
		const back = sealWith(server.sealCrypto, key, "subject:1", "store:2", boxKey, randomBytes(12));
		const opened = openWith(workstation.sealCrypto, back, "subject:1", "store:2", boxOf(box.privateKey));
		expect(opened).toEqual(key);
		expect(openKey(sealed, "subject:9", "store:2", box.privateKey)).toBeUndefined();
		expect(openKey(sealed, "subject:1", "brand:2", box.privateKey)).toBeUndefined();
		expect(openKey(sealed, "subject:1", "store:2", generateKeyPairSync("x25519").privateKey)).toBeUndefined();
		expect(sealKey(key, "subject:1", "store:2", boxKey, randomBytes(12))).not.toBe(sealed);
	});

	test("with any byte changed, cut or added opens for nobody", () => {
		const sealed = Buffer.from(sealKey(key, "subject:1", "store:2", boxKey, randomBytes(12)), "base64url");
		const open = (bytes: Buffer) => openKey(bytes.toString("base64url"), "subject:1", "store:2", box.privateKey);
		for (let at = 0; at < sealed.length; at++) {
			const changed = Buffer.from(sealed);
			changed.writeUInt8(changed.readUInt8(at) ^ 0x40, at);
			expect(open(changed), `byte ${at}`).toBeUndefined();
		}
		expect(open(sealed.subarray(1))).toBeUndefined();
		expect(open(Buffer.concat([sealed, Buffer.alloc(1)]))).toBeUndefined();
	});
});

test("new keys go up sealed for store and brand, once; nothing of them is readable there", async () => {
	const ready = await openReadyWorkstation({ seed: 21 });
	const { subjectId } = receive(ready);
	const kid = `subject:${subjectId}` as const;
	const { desk } = await enrolled(ready);
	expect(ready.app.keys.unsent(10)).toContain(kid);
	await desk.engine.run();
	expect(ready.app.keys.unsent(10)).toEqual([]);
	const rows = await kept(kid);
	const store = ready.app.log.identity.store;
	expect(rows.map(({ holder }) => holder)).toEqual([`brand:${archive.brands[0]}`, `store:${store}`]);
	const key = ready.app.vault.keyOf(kid);
	for (const { sealed } of rows) expect(Buffer.from(sealed, "base64url").includes(key ?? Buffer.alloc(0))).toBe(false);
	await desk.stop();
	await ready.dispose();
});

test("a second PC of the store gets its keys, sealed for itself; a PC of another store gets none of them", async () => {
	const ready = await openReadyWorkstation({ seed: 25 });
	const { subjectId } = receive(ready);
	const kid = `subject:${subjectId}` as const;
	const { desk } = await enrolled(ready);
	await desk.engine.run();
	const { store } = ready.app.log.identity;
	const ask = async (of: string, code: string) => {
		const device = newDevice(of);
		const { privateKey, publicKey } = generateKeyPairSync("x25519");
		const boxKey = String(publicKey.export({ format: "jwk" }).x);
		await enrolDevice(archive, device, archive.brands.slice(0, 1), code, boxKey);
		const headers = { authorization: `Bearer ${await signIn(archive, device)}` };
		const answer = await archive.app.inject({ ...call("ownKeys"), headers, payload: { kids: [kid] } });
		const [key] = askKeysAnswer.parse(answer.json()).keys;
		return key && openKey(key.sealed, kid, `store:${of}`, privateKey);
	};
	expect(await ask(store, String(codes))).toEqual(ready.app.vault.keyOf(kid));
	expect(await ask(randomUUID(), String(++codes))).toBeUndefined();
	await desk.stop();
	await ready.dispose();
});

test("another store reads a customer of an item only while it follows it; each access is written down", async () => {
	const [near, far] = [await openReadyWorkstation({ seed: 22 }), await openReadyWorkstation({ seed: 23 })];
	const { subjectId, itemIds, jobIds, number } = receive(near);
	const kid = `subject:${subjectId}` as const;
	const there = await enrolled(near);
	await there.desk.engine.run();
	await projectAll(archive.archive);
	const here = await enrolled(far);
	const item = itemIds[0] ?? "";
	const actor = randomUUID();
	await expect(here.desk.borrow(item, "repair", actor)).rejects.toMatchObject({ code: "forbidden" });
	await here.desk.passports.ask({ kind: "order", value: number });
	const { dev, store } = far.app.log.identity;
	const caller = { dev, store, brands: archive.brands.slice(0, 1), revoked: false };
	await noteInterest(archive.archive, caller, [`item:${item}`]);
	expect(await here.desk.borrow(item, "repair", actor)).toBe(1);
	expect(far.app.vault.keyOf(kid)).toEqual(near.app.vault.keyOf(kid));
	expect(here.opened).toEqual([kid]);
	const leases = await archive.archive.sql.transaction(archive.brands, (tx) =>
		tx.rows("SELECT kid, store, feed, actor, reason FROM key_lease WHERE store = $1", [store]),
	);
	expect(leases).toEqual([{ kid, store, feed: `item:${item}`, actor, reason: "repair" }]);
	expect(jobIds).toHaveLength(1);
	// It follows the item no more: the key goes with it.
	for (const cursor of here.desk.rows.listCursors()) here.desk.rows.putCursor({ ...cursor, until: 1 });
	await here.desk.engine.run();
	expect(far.app.vault.keyOf(kid)).toBeUndefined();
	await there.desk.stop();
	await here.desk.stop();
	await near.dispose();
	await far.dispose();
});

test("an erased key is deleted in every copy and never taken again", async () => {
	const ready = await openReadyWorkstation({ seed: 24 });
	const { subjectId } = receive(ready);
	const kid = `subject:${subjectId}` as const;
	const { desk } = await enrolled(ready);
	await desk.engine.run();
	const [brand = ""] = archive.brands;
	await archive.archive.sql.transaction([brand], (tx) => eraseKey(tx, kid, brand, 1));
	expect(await kept(kid)).toEqual([]);
	ready.app.writer.prepare("UPDATE keys SET sent = 0").run();
	await desk.engine.run();
	expect(await kept(kid)).toEqual([]);
	expect(ready.app.vault.keyOf(kid)).toBeUndefined();
	await desk.stop();
	await ready.dispose();
});
