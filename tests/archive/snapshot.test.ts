/** A feed as one file: exactly the pull's lines up to its position, for its own store only, kept while a newer one is made. */
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endpoints } from "../../archive/protocol/endpoints.ts";
import { addToChecksum, emptyChecksum, readPullLine } from "../../archive/protocol/pull.ts";
import { snapshotInfo } from "../../archive/protocol/snapshot.ts";
import { makeSnapshot, makeSnapshots } from "../../archive/server/snapshot/make.ts";
import { openArchive, type TestArchive } from "./support/archive.ts";
import { type Device, enrolDevice, newDevice, sendPull, sendPush, signIn } from "./support/writer.ts";

let archive: TestArchive;

beforeAll(async () => {
	archive = await openArchive();
});
afterAll(async () => {
	await archive.stop();
});

async function get(token: string, path: string, range?: string) {
	const headers = { authorization: `Bearer ${token}`, ...(range ? { range } : {}) };
	return archive.app.inject({ method: "GET", url: `${endpoints.snapshot.path}/${path}`, headers });
}

async function pushed(device: Device, brands: string[], code: string, count: number): Promise<string> {
	for (let n = 0; n < count; n++) device.write();
	await enrolDevice(archive, device, brands, code);
	const token = await signIn(archive, device);
	await sendPush(archive, token, device.push(1, count));
	return token;
}

test("the file holds the feed up to its position, hash by hash, and comes in parts", async () => {
	const [brand = ""] = archive.brands;
	const device = newDevice();
	const feed = `store:${device.store}`;
	const token = await pushed(device, [brand], "65001", 40);
	expect((await get(token, feed)).json()).toMatchObject({ code: "not-found" });
	await makeSnapshots(archive.archive);
	expect((await get(token, feed)).statusCode).toBe(404);
	await makeSnapshot(archive.archive, device.store, [brand]);
	const info = snapshotInfo.parse((await get(token, feed)).json());
	expect(info).toMatchObject({ feed, pos: 40, arch: archive.archive.incarnation });
	const parts: Buffer[] = [];
	for (let at = 0; at < info.bytes; at += 500) {
		const part = await get(token, `${feed}/${info.sha}`, `bytes=${at}-${at + 499}`);
		expect(part.statusCode).toBe(206);
		parts.push(part.rawPayload);
	}
	const file = Buffer.concat(parts);
	expect(createHash("sha256").update(file).digest("hex")).toBe(info.sha);
	const lines = gunzipSync(file).toString().trimEnd().split("\n").map(readPullLine);
	const events = lines.flatMap((line) => (line?.kind === "event" ? [line] : []));
	expect(events.map(({ text }) => text)).toEqual(device.lines.map(({ text }) => text));
	expect(events.reduce((sum, { mark }) => addToChecksum(sum, mark.hash), emptyChecksum)).toBe(info.chk);
	const { lines: pulled } = await sendPull(archive, token, feed, 0);
	expect(lines.slice(0, -1)).toEqual(pulled.slice(0, -1));
	expect(lines.at(-1)).toMatchObject({ kind: "end", end: { heads: { [feed]: { n: 40, chk: info.chk } } } });
	// A newer one doesn't take the older from those who are reading it.
	device.write();
	await sendPush(archive, token, device.push(41, 41));
	await makeSnapshot(archive.archive, device.store, [brand]);
	await makeSnapshot(archive.archive, device.store, [brand]);
	expect((await get(token, feed)).json()).toMatchObject({ pos: 41 });
	expect((await get(token, `${feed}/${info.sha}`)).rawPayload.equals(file)).toBe(true);
});

test("another store, a revoked PC, an item's feed, a brand no longer served: nothing is handed out", async () => {
	const [brand = "", other = ""] = archive.brands;
	const device = newDevice();
	const feed = `store:${device.store}`;
	const token = await pushed(device, [brand, other], "65002", 3);
	await makeSnapshot(archive.archive, device.store, [brand, other]);
	const { sha } = snapshotInfo.parse((await get(token, feed)).json());
	const stranger = await pushed(newDevice(), [brand], "65003", 1);
	for (const path of [feed, `${feed}/${sha}`]) {
		expect((await get(stranger, path)).json()).toMatchObject({ code: "forbidden" });
		expect((await get("", path)).json()).toMatchObject({ code: "sign-in" });
	}
	expect((await get(token, `item:${device.store}`)).json()).toMatchObject({ code: "forbidden" });
	expect((await get(token, "store:x")).json()).toMatchObject({ code: "malformed" });
	const act = (text: string, value: string) => archive.archive.sql.transaction([], (tx) => tx.rows(text, [value]));
	await act("DELETE FROM store_brand WHERE brand = $1", other);
	const fewer = await signIn(archive, device);
	expect((await get(fewer, feed)).json()).toMatchObject({ code: "not-found" });
	await act("UPDATE device SET revoked_at = 1 WHERE id = $1", device.dev);
	expect((await get(token, feed)).json()).toMatchObject({ code: "revoked" });
});
