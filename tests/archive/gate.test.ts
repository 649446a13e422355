/** Who gets in: codes once and for ten minutes, nonces once and for a minute, tokens for a quarter of an hour; nothing forged, nothing oversized. */
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enrolStatement, signInStatement } from "../../archive/protocol/statement.ts";
import { drawCode } from "../../archive/server/gate/enrol.ts";
import { openArchive, type TestArchive } from "./support/archive.ts";
import { call, type Device, enrolDevice, newDevice, sendPull, sendPush, signIn } from "./support/writer.ts";

let archive: TestArchive;
let codes = 50_000;

beforeAll(async () => {
	archive = await openArchive();
});
afterAll(async () => {
	await archive.stop();
});

const brand = () => archive.brands[0] ?? "";
const draw = () => drawCode(archive.archive, { code: String(++codes), name: "样板店", brands: [brand()] });

async function turnIn(device: Device, code: string, more: Record<string, unknown> = {}) {
	const payload = {
		proto: 1,
		code,
		store: device.store,
		dev: device.dev,
		key: device.key,
		boxKey: device.key,
		name: "前台",
		sig: device.signed(enrolStatement(code, device.store, device.dev)),
		...more,
	};
	return archive.app.inject({ ...call("enrol"), payload });
}

describe("enrolment", () => {
	test("a code works once; the same device may ask again when the reply was lost", async () => {
		const code = await draw();
		const device = newDevice();
		const first = await turnIn(device, code);
		expect(first.json()).toMatchObject({
			arch: archive.archive.incarnation,
			brands: [{ id: brand() }],
			storeCode: String(codes),
		});
		expect((await turnIn(device, code)).json()).toEqual(first.json());
		expect((await turnIn(newDevice(), code)).statusCode).toBe(404);
	});

	test("an old code, a guessed code, a stolen signature and a device with another key are refused", async () => {
		const code = await draw();
		archive.clock.at += 10 * 60_000 + 1;
		expect((await turnIn(newDevice(), code)).statusCode).toBe(404);
		expect((await turnIn(newDevice(), "AAAA-BBBB-CCCC")).statusCode).toBe(404);
		const fresh = await draw();
		expect((await turnIn(newDevice(), fresh, { sig: newDevice().signed("x") })).json().code).toBe("sign-in");
		const device = newDevice();
		await turnIn(device, fresh);
		const other = { ...newDevice(device.store), dev: device.dev };
		expect((await turnIn(other, await draw())).json().code).toBe("forbidden");
	});

	test("what is no message of the protocol is refused before anything is looked up", async () => {
		const device = newDevice();
		for (const more of [{ extra: 1 }, { code: "x".repeat(500) }, { store: "1" }, { key: "short" }, { name: "" }]) {
			const answer = await turnIn(device, "AAAA-BBBB-CCCC", more);
			expect(answer.json().code).toBe("malformed");
		}
		expect((await turnIn(device, "AAAA-BBBB-CCCC", { proto: 0 })).json()).toMatchObject({
			code: "upgrade",
			minProto: 1,
		});
		expect(
			(await archive.app.inject({ ...call("enrol"), payload: "{", headers: { "content-type": "application/json" } }))
				.statusCode,
		).toBe(400);
		expect((await archive.app.inject({ ...call("enrol"), payload: { pad: "x".repeat(100_000) } })).json().code).toBe(
			"too-large",
		);
	});
});

describe("signing in", () => {
	async function enrolled() {
		const device = newDevice();
		await enrolDevice(archive, device, [brand()], String(++codes));
		return device;
	}
	async function tryNonce(
		device: Device,
		nonce: string,
		sig = device.signed(signInStatement(device.dev, nonce, archive.archive.incarnation)),
	) {
		return archive.app.inject({ ...call("signIn"), payload: { proto: 1, dev: device.dev, nonce, sig } });
	}
	const draw = async () => (await archive.app.inject(call("nonce"))).json().nonce as string;

	test("a nonce is good once, for a minute, and only if it was drawn here", async () => {
		const device = await enrolled();
		const nonce = await draw();
		expect((await tryNonce(device, nonce)).statusCode).toBe(200);
		expect((await tryNonce(device, nonce)).json().code).toBe("sign-in");
		const old = await draw();
		archive.clock.at += 60_001;
		expect((await tryNonce(device, old)).json().code).toBe("sign-in");
		expect((await tryNonce(device, `${archive.clock.at}.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA`)).json().code).toBe(
			"sign-in",
		);
		const good = await draw();
		expect((await tryNonce(device, good, newDevice().signed("x"))).json().code).toBe("sign-in");
	});

	test("a token ends after a quarter of an hour; forged and foreign ones never begin", async () => {
		const device = await enrolled();
		device.write();
		const token = await signIn(archive, device);
		const [head, body, sig] = token.split(".");
		const claims = JSON.parse(Buffer.from(body ?? "", "base64url").toString());
		const other = Buffer.from(JSON.stringify({ ...claims, store: newDevice().store })).toString("base64url");
		const none = Buffer.from('{"alg":"none"}').toString("base64url");
		for (const forged of [`${head}.${other}.${sig}`, `${none}.${body}.`, "", "x", `${head}.${body}.AAAA`]) {
			expect((await sendPush(archive, forged, device.push(1, 1))).json().code).toBe("sign-in");
		}
		expect((await sendPush(archive, token, device.push(1, 1))).statusCode).toBe(200);
		archive.clock.at += 15 * 60_000 + 1000;
		expect((await sendPush(archive, token, device.push(1, 1))).json().code).toBe("sign-in");
	});

	test("a revoked device reads nothing; what it still sends is kept, set aside", async () => {
		const device = await enrolled();
		device.write();
		device.write();
		const token = await signIn(archive, device);
		await archive.archive.sql.transaction([], (tx) =>
			tx.rows("UPDATE device SET revoked_at = 1 WHERE id = $1", [device.dev]),
		);
		expect((await sendPull(archive, token, `store:${device.store}`, 0)).code).toBe("revoked");
		const answer = (await sendPush(archive, token, device.push(1, 2))).json();
		expect(answer).toMatchObject({ ack: 2, outs: [{ seq: 1, out: "quarantined", reason: "revoked" }, { seq: 2 }] });
	});

	test("bodies that are no push, too long, or bombs are refused and cost nothing", async () => {
		const device = await enrolled();
		device.write();
		const token = await signIn(archive, device);
		const headers = { authorization: `Bearer ${token}`, "content-type": "application/x-ndjson" };
		const send = async (payload: string | Buffer, more: Record<string, string> = {}) =>
			(await archive.app.inject({ ...call("push"), headers: { ...headers, ...more }, payload })).json().code;
		const good = device.push(1, 1);
		for (const bad of [
			"",
			"{}\n",
			good.trimEnd(),
			good.replace('"count":1', '"count":2'),
			good.replace("{", '{"more":1,'),
		]) {
			expect(await send(bad)).toBe("malformed");
		}
		expect(await send("x".repeat(2_000_000))).toBe("too-large");
		expect(await send(gzipSync(Buffer.alloc(50_000_000)), { "content-encoding": "gzip" })).toBe("too-large");
		expect(await send(Buffer.from("not packed"), { "content-encoding": "gzip" })).toBe("malformed");
		expect(await send(good.replace('"proto":1', '"proto":0'))).toBe("upgrade");
		expect((await sendPush(archive, token, gzipSync(good) as never)).statusCode).toBe(400);
		const packed = await archive.app.inject({
			...call("push"),
			headers: { ...headers, "content-encoding": "gzip" },
			payload: gzipSync(good),
		});
		expect(packed.json().ack).toBe(1);
		const strange = await sendPull(archive, token, `store:${newDevice().store}`, 0);
		expect(strange.code).toBe("forbidden");
		expect((await sendPull(archive, token, "shelf:1", 0)).code).toBe("malformed");
	});
});
