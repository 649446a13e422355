/** A flood of bombs, half requests and uploads without end against the archive's own process: it answers, and its memory stays bounded. */
import { connect, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refusal } from "../../../archive/protocol/refusal.ts";
import { maxBlobBytes } from "../../../archive/protocol/version.ts";
import { openPg } from "../../../archive/server/sql/pg.ts";
import { type Database, startPostgres } from "../support/postgres.ts";
import { type ArchiveProcess, startProcess } from "./support/process.ts";
import { openShop, type Shop, storeOf, textsOf } from "./support/shop.ts";

let database: Database;
let archive: ArchiveProcess;
let shop: Shop;
const half: Socket[] = [];

beforeAll(async () => {
	database = await startPostgres();
	archive = await startProcess(database.url);
	const { code } = await archive.act("code", "--store=46001", "--name=样板店", `--brand=${archive.brand}`);
	shop = await openShop(archive.url, String(code));
	await shop.takeIn();
	await shop.settle();
});
afterAll(async () => {
	for (const socket of half) socket.destroy();
	await shop?.dispose();
	await archive?.stop();
	await database?.stop();
});

const mebibyte = 1024 * 1024;
const bomb = gzipSync(Buffer.alloc(400 * mebibyte), { level: 9 });
const lines = { "content-type": "application/x-ndjson" };
const json = { "content-type": "application/json" };

/** Many at once, again and again; each must be refused by a code. */
async function flood(count: number, request: () => Promise<Response>, codes: readonly string[]): Promise<void> {
	for (let sent = 0; sent < count; sent += 20) {
		const answers = await Promise.all(Array.from({ length: 20 }, request));
		for (const answer of answers) expect(codes).toContain(refusal.parse(await answer.json()).code);
	}
}

/** Begins a request and leaves it there. */
function halfRequest(text: string): Promise<void> {
	const { port } = new URL(archive.url);
	return new Promise((done) => {
		const socket = connect(Number(port), "127.0.0.1", () => socket.write(text, () => done()));
		socket.on("error", () => undefined);
		half.push(socket);
	});
}

test("bombs at every door, bodies without end and half requests: refused, forgotten, and the workshop's exchange goes on", async () => {
	const before = archive.mostMemory();
	const post = (path: string, headers: Record<string, string>, body: string | Buffer) => () =>
		fetch(`${archive.url}${path}`, { method: "POST", headers, body: body as BodyInit });
	const packed = { ...lines, "content-encoding": "gzip" };
	expect(bomb.length).toBeLessThan(mebibyte);
	await flood(100, post("/v1/push", packed, bomb), ["too-large"]);
	await flood(40, post("/v1/push", lines, "x".repeat(mebibyte)), ["sign-in", "malformed"]);
	await flood(40, post("/v1/sign-in", json, "[".repeat(60_000)), ["malformed"]);
	await flood(40, post("/v1/enrol", json, `{"code":${"[".repeat(30_000)}${"]".repeat(30_000)}}`), ["malformed"]);
	await flood(40, post("/v1/keys", json, "9".repeat(60_000)), ["sign-in", "malformed"]);
	for (let n = 0; n < 200; n++) {
		await halfRequest(
			`POST /v1/push HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-ndjson\r\nContent-Length: 1000000\r\n\r\n`,
		);
		await halfRequest("GET /v1/pull HTTP/1.1\r\nX-Never: ends");
	}
	await shop.takeIn();
	await shop.settle();
	const after = archive.mostMemory();
	if (before !== undefined && after !== undefined) expect(after - before).toBeLessThan(256 * mebibyte);
	const sql = openPg(database.url);
	const rows = await sql.transaction([archive.brand], (tx) =>
		tx.rows<{ text: string }>("SELECT text FROM event WHERE store = $1 ORDER BY pos", [storeOf(shop)]),
	);
	await sql.close();
	expect(rows.map(({ text }) => text)).toEqual(textsOf(shop));
});

test("an upload is never longer than it said, nor than a picture may be", async () => {
	const { token, brand } = await signedIn();
	const begin = (length: string) =>
		fetch(`${archive.url}/v1/blobs/${brand}`, {
			method: "POST",
			headers: {
				...{ authorization: `Bearer ${token}`, "tus-resumable": "1.0.0", "upload-length": length },
				"upload-metadata": `sha ${Buffer.from("a".repeat(64)).toString("base64")}`,
			},
		});
	for (const length of [String(maxBlobBytes + 1), "99999999999999999999", "-1", "1e3", "NaN"])
		expect((await begin(length)).status, length).toBeGreaterThanOrEqual(400);
	const begun = await begin("10");
	const send = await fetch(`${archive.url}${begun.headers.get("location")}`, {
		method: "PATCH",
		headers: {
			...{ authorization: `Bearer ${token}`, "tus-resumable": "1.0.0", "upload-offset": "0" },
			"content-type": "application/offset+octet-stream",
		},
		body: Buffer.alloc(5 * mebibyte),
	});
	expect(send.status).toBeGreaterThanOrEqual(400);
	expect((await fetch(`${archive.url}/health`)).status).toBe(200);
});

/** The shop's own sign-in, seen on its way. */
async function signedIn(): Promise<{ token: string; brand: string }> {
	const { fetch: real } = globalThis;
	let token = "";
	globalThis.fetch = async (input, init) => {
		token ||= new Headers(init?.headers).get("authorization")?.slice(7) ?? "";
		return real(input, init);
	};
	await shop.round();
	globalThis.fetch = real;
	return { token, brand: archive.brand };
}
