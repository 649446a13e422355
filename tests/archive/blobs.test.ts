/** Pictures at the archive, over a real connection: begun, broken, gone on with, hashed, read in parts, walled by brand. */
import { createHash, randomBytes } from "node:crypto";
import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { maxBlobBytes } from "../../archive/protocol/version.ts";
import { openArchive, type TestArchive } from "./support/archive.ts";
import { enrolDevice, newDevice, signIn } from "./support/writer.ts";

let archive: TestArchive;
let base: string;
let codes = 50_000;

beforeAll(async () => {
	archive = await openArchive();
	base = await archive.app.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(async () => {
	await archive.stop();
});

const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function workshop(brand = archive.brands[0] ?? "") {
	const device = newDevice();
	await enrolDevice(archive, device, [brand], String(++codes));
	return { device, brand, token: await signIn(archive, device) };
}

const tus = { "tus-resumable": "1.0.0" };
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

function begin(token: string, brand: string, name: string, length: number) {
	const headers = {
		...bearer(token),
		...tus,
		"upload-length": String(length),
		"upload-metadata": `sha ${Buffer.from(name).toString("base64")}`,
	};
	return fetch(`${base}/v1/blobs/${brand}`, { method: "POST", headers });
}

function send(token: string, url: string, offset: number, bytes: Uint8Array) {
	const type = { "content-type": "application/offset+octet-stream", "upload-offset": String(offset) };
	const headers = { ...bearer(token), ...tus, ...type };
	return fetch(`${base}${url}`, { method: "PATCH", headers, body: Buffer.from(bytes) });
}

const offsetOf = async (token: string, url: string) => {
	const said = await fetch(`${base}${url}`, { method: "HEAD", headers: { ...bearer(token), ...tus } });
	return Number(said.headers.get("upload-offset"));
};

/** Sends the first `count` bytes of a piece that says it is longer, then tears the connection. */
function tear(token: string, url: string, bytes: Uint8Array, count: number): Promise<void> {
	return new Promise((done) => {
		const headers = {
			...bearer(token),
			...tus,
			"content-type": "application/offset+octet-stream",
			"upload-offset": "0",
			"content-length": String(bytes.length),
		};
		const asked = httpRequest(`${base}${url}`, { method: "PATCH", headers });
		asked.on("error", () => done());
		asked.on("close", () => done());
		asked.write(bytes.subarray(0, count), () => asked.destroy());
	});
}

async function put(token: string, brand: string, bytes: Uint8Array, name = sha(bytes)) {
	const begun = await begin(token, brand, name, bytes.length);
	expect(begun.status).toBe(201);
	return send(token, begun.headers.get("location") ?? "", 0, bytes);
}

const head = (token: string, brand: string, name: string) =>
	fetch(`${base}/v1/blobs/${brand}/${name}`, { method: "HEAD", headers: bearer(token) });

describe("a picture", () => {
	test("whose line breaks in the middle goes on from what arrived, and comes back byte for byte", async () => {
		const { token, brand } = await workshop();
		const bytes = randomBytes(3_000_000);
		const name = sha(bytes);
		expect((await head(token, brand, name)).status).toBe(404);
		const url = (await begin(token, brand, name, bytes.length)).headers.get("location") ?? "";
		await tear(token, url, bytes, 1_200_000);
		const offset = await offsetOf(token, url);
		expect(offset).toBeLessThan(bytes.length);
		const middle = Math.max(offset, 1_500_000);
		expect((await send(token, url, offset, bytes.subarray(offset, middle))).status).toBe(204);
		expect((await send(token, url, 0, bytes.subarray(0, 10))).status).toBe(409);
		expect((await send(token, url, middle, bytes.subarray(middle))).status).toBe(204);
		const there = await head(token, brand, name);
		expect([there.status, there.headers.get("content-length")]).toEqual([200, String(bytes.length)]);
		const whole = await fetch(`${base}/v1/blobs/${brand}/${name}`, { headers: bearer(token) });
		expect(sha(new Uint8Array(await whole.arrayBuffer()))).toBe(name);
		const part = await fetch(`${base}/v1/blobs/${brand}/${name}`, {
			headers: { ...bearer(token), range: "bytes=2999990-" },
		});
		expect([part.status, part.headers.get("content-range")]).toEqual([206, "bytes 2999990-2999999/3000000"]);
		expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(-10))).toBe(true);
	});

	test("with another hash than announced is refused and thrown away", async () => {
		const { token, brand } = await workshop();
		const bytes = randomBytes(5_000);
		const name = sha(randomBytes(9));
		const refused = await put(token, brand, bytes, name);
		expect([refused.status, (await refused.json()).code]).toEqual([400, "malformed"]);
		expect((await head(token, brand, name)).status).toBe(404);
		expect((await put(token, brand, bytes)).status).toBe(204);
	});

	test("too large, without its hash, or without a token is not even begun", async () => {
		const { token, brand } = await workshop();
		expect((await begin(token, brand, sha(randomBytes(3)), maxBlobBytes + 1)).status).toBe(413);
		expect((await begin(token, brand, "../../etc/passwd", 10)).status).toBe(400);
		expect((await begin(token, brand, sha(randomBytes(3)), 0)).status).toBe(400);
		expect((await begin("nobody", brand, sha(randomBytes(3)), 10)).status).toBe(401);
	});

	test("is seen by every store of its brand and by no other; an upload is its store's own", async () => {
		const [near, far, stranger] = [await workshop(), await workshop(), await workshop(archive.brands[1])];
		const bytes = randomBytes(2_000);
		expect((await put(near.token, near.brand, bytes)).status).toBe(204);
		expect((await head(far.token, near.brand, sha(bytes))).status).toBe(200);
		expect((await head(stranger.token, near.brand, sha(bytes))).status).toBe(404);
		expect((await head(stranger.token, stranger.brand, sha(bytes))).status).toBe(404);
		expect((await begin(stranger.token, near.brand, sha(bytes), 10)).status).toBe(404);
		const url = (await begin(near.token, near.brand, sha(randomBytes(1)), 10)).headers.get("location") ?? "";
		expect((await send(far.token, url, 0, randomBytes(10))).status).toBe(404);
		expect((await send(stranger.token, url, 0, randomBytes(10))).status).toBe(404);
	});

	test("of a revoked device is neither sent nor read", async () => {
		const { token, brand, device } = await workshop();
		await archive.archive.sql.transaction([], (tx) =>
			tx.rows("UPDATE device SET revoked_at = 1 WHERE id = $1", [device.dev]),
		);
		expect((await begin(token, brand, sha(randomBytes(3)), 10)).status).toBe(403);
		expect((await head(token, brand, sha(randomBytes(3)))).status).toBe(403);
	});

	test("asked for with a range that is none is refused", async () => {
		const { token, brand } = await workshop();
		const bytes = randomBytes(100);
		await put(token, brand, bytes);
		for (const range of ["bytes=100-", "bytes=5-1", "bytes=-5", "lines=1-2", "bytes=0-1,3-4"]) {
			const said = await fetch(`${base}/v1/blobs/${brand}/${sha(bytes)}`, { headers: { ...bearer(token), range } });
			expect([range, said.status]).toEqual([range, 400]);
			await said.arrayBuffer();
		}
	});
});
