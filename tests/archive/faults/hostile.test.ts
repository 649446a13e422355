/** Forged, expired, replayed, oversized, misshapen and revoked requests at every endpoint: each refused by a code, nothing changed. */
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EndpointName, endpoints } from "../../../archive/protocol/endpoints.ts";
import { refusal } from "../../../archive/protocol/refusal.ts";
import { startArchive, type TestArchive } from "../support/archive.ts";
import { type Database, startPostgres } from "../support/postgres.ts";
import { signIn } from "../support/writer.ts";
import { type Guest, good, newGuest, type Request } from "./support/requests.ts";

let database: Database;
let archive: TestArchive;
let guest: Guest;
beforeAll(async () => {
	database = await startPostgres();
	// The page lets who guesses wait a little; nothing else is done by itself.
	archive = await startArchive(database.url, {
		timers: {
			after(ms, run) {
				const soon = ms < 1_000 && ms !== 500 ? setImmediate(run) : undefined;
				return () => clearImmediate(soon);
			},
		},
	});
	guest = await newGuest(archive);
});
afterAll(async () => {
	await archive?.stop();
	await database?.stop();
});

const send = (request: Request, token: string | undefined, more: Partial<Request> = {}) => {
	const headers = {
		...request.headers,
		...more.headers,
		...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
	};
	return archive.app.inject({ ...request, ...more, headers });
};

/** The code of a refusal, which must be one of the protocol. */
async function refused(request: Request, token: string | undefined, more?: Partial<Request>): Promise<string> {
	const answer = await send(request, token, more);
	expect(answer.statusCode, answer.body).toBeGreaterThanOrEqual(400);
	return refusal.parse(answer.json()).code;
}

async function everything(): Promise<number> {
	const rows = await archive.archive.sql.transaction(archive.brands, (tx) =>
		tx.rows<{ n: number }>("SELECT (SELECT count(*) FROM event) + (SELECT count(*) FROM customer_key) AS n"),
	);
	return Number(rows[0]?.n);
}

const names = Object.keys(endpoints) as EndpointName[];
const signedIn = names.filter((name) => !good[name].open);
const withBody = names.filter((name) => good[name].body);
const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

describe("forged and expired", () => {
	test.each(signedIn)("%s: no token, one made up, altered, unsigned, of another archive, or too old", async (name) => {
		const request = await good[name].make(guest);
		const token = await signIn(archive, guest.device);
		const [head, body = "", sig] = token.split(".");
		const claims = JSON.parse(Buffer.from(body, "base64url").toString()) as object;
		const pack = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
		const other = await newGuest(archive, archive.brands[1]);
		const forged = [
			...["x", "a.b.c", `${head}.${body}.${"A".repeat(86)}`, `${pack({ alg: "none" })}.${body}.`, "A".repeat(3_000)],
			`${head}.${pack({ ...claims, store: other.device.store, brands: archive.brands })}.${sig}`,
			`${head}.${pack({ ...claims, exp: 9_999_999_999 })}.${sig}`,
			`${pack({ alg: "HS256" })}.${body}.${sig}`,
		];
		const before = await everything();
		expect(await refused(request, undefined)).toBe("sign-in");
		for (const one of forged) expect(await refused(request, one), one).toBe("sign-in");
		const from = archive.clock.at;
		archive.clock.at += 15 * 60_000 + 1_000;
		expect(await refused(request, token)).toBe("sign-in");
		archive.clock.at = from;
		expect(await everything()).toBe(before);
	});
});

describe("replayed", () => {
	test.each(names.filter((name) => name !== "live"))("%s: the same once more adds nothing", async (name) => {
		const request = await good[name].make(guest);
		const first = await send(request, guest.token);
		const before = await everything();
		const second = await send(request, guest.token);
		const { again } = good[name];
		if (again) expect(second.json().code).toBe(again);
		else expect(second.statusCode, second.body).toBe(first.statusCode);
		expect(await everything()).toBe(before);
	});
});

describe("oversized and misshapen", () => {
	test.each(withBody)("%s: too much, nested without end, packed, cut, or something else", async (name) => {
		const request = await good[name].make(guest);
		const page = good[name].body === "form";
		const before = await everything();
		const big = await send(request, guest.token, { payload: "x".repeat(3_000_000) });
		expect(big.statusCode, big.body).toBe(413);
		expect(refusal.parse(big.json()).code).toBe("too-large");
		const whole = typeof request.payload === "string" ? request.payload : JSON.stringify(request.payload);
		const packed = gzipSync(Buffer.alloc(20_000_000)) as unknown as string;
		const strange: Partial<Request>[] = [
			{ payload: deep(30_000) },
			{ payload: `{"a":`.repeat(10_000) },
			{ payload: "" },
			{ payload: "null" },
			{ payload: whole.slice(0, -3) },
			{ payload: "\u0000".repeat(50) },
			{ payload: packed, headers: { "content-encoding": "gzip" } },
			...(good[name].body === "lines" ? [] : [{ payload: whole, headers: { "content-type": "text/plain" } }]),
		];
		for (const more of strange) {
			const answer = await send(request, guest.token, more);
			expect(answer.statusCode, String(more.payload).slice(0, 40)).toBeGreaterThanOrEqual(page ? 303 : 400);
			expect(answer.statusCode, answer.body).toBeLessThan(500);
			if (!page) expect(["malformed", "too-large"]).toContain(refusal.parse(answer.json()).code);
		}
		expect(await everything()).toBe(before);
	});

	test.each(names.filter((name) => good[name].make.length === 0 || !good[name].body))(
		"%s: words in its address that are none of the protocol",
		async (name) => {
			const { method, url, headers } = await good[name].make(guest);
			for (const more of [
				`${"x".repeat(50_000)}=1`,
				"limit=-1&f=%00&kind=%ff&after=NaN&known=%5B&id=1&q=%00",
				"after=1e999&id=%27%3B--&f=store%3A1%40x",
			]) {
				if (name === "live") break;
				const answer = await send(
					{ method, url: `${url}${url.includes("?") ? "&" : "?"}${more}`, ...(headers ? { headers } : {}) },
					guest.token,
				);
				expect(answer.statusCode, `${url} ${more.slice(0, 60)} ${answer.body}`).toBeLessThan(500);
			}
		},
	);

	test("an event nested without end, or far too long, is set aside in its place; what follows it counts", async () => {
		const { device, token } = await newGuest(archive);
		device.write({ body: { changes: [], deep: JSON.parse(deep(60)) } });
		device.write({ body: { changes: [], deep: JSON.parse(deep(3_000)) } });
		device.write({ body: { changes: [], long: "x".repeat(300_000) } });
		device.write();
		const answer = await send({ ...(await good.push.make({ ...guest, device })) }, token);
		expect(answer.json()).toMatchObject({
			ack: 7,
			outs: [
				{ seq: 5, out: "quarantined", reason: "shape" },
				{ seq: 6, out: "quarantined", reason: "too-large" },
			],
		});
	});
});

describe("of a revoked device", () => {
	test.each(signedIn)("%s", async (name) => {
		const revoked = await newGuest(archive);
		const request = await good[name].make(revoked);
		await archive.archive.sql.transaction([], (tx) =>
			tx.rows("UPDATE device SET revoked_at = 1 WHERE id = $1", [revoked.device.dev]),
		);
		const fresh = await signIn(archive, revoked.device);
		for (const token of [revoked.token, fresh]) {
			if (good[name].revoked === "revoked") expect(await refused(request, token)).toBe("revoked");
			else {
				const { ack, outs } = (await send(request, token)).json();
				expect([ack, outs.map(({ reason }: { reason: string }) => reason)]).toEqual([
					3,
					["revoked", "revoked", "revoked"],
				]);
			}
		}
	});
});
