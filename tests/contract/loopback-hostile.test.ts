import { request as httpRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { createLoopbackTestHost, type LoopbackTestHost } from "../support/loopback-host.ts";
import { createSampleCore, type SampleCore } from "./sample-core.ts";

let core: SampleCore;
let host: LoopbackTestHost;
beforeAll(async () => {
	core = createSampleCore();
	host = await createLoopbackTestHost(core);
});
afterAll(() => host.close());

type Asked = { method?: string; headers?: Record<string, string>; body?: string | Uint8Array };
type Answered = { status: number; headers: IncomingMessage["headers"]; text: string };

/** Not fetch: it would write Host, Origin and path the way a good browser does. */
function ask(path: string, { method = "GET", headers = {}, body }: Asked = {}): Promise<Answered> {
	const { hostname, port } = new URL(host.origin);
	return new Promise((done, fail) => {
		const sent = httpRequest({ hostname, port, path, method, headers, agent: false }, (answer) => {
			const parts: Buffer[] = [];
			answer.on("data", (part: Buffer) => parts.push(part));
			answer.on("end", () => {
				done({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(parts).toString() });
			});
		});
		sent.on("error", fail);
		sent.end(body);
	});
}

const ours = () => ({ cookie: host.cookie, origin: host.origin, "content-type": "application/json" });
const call = (asked: Asked) => ask("/call/sample.echo", { method: "POST", body: '{"input":{}}', ...asked });

describe("who may come in", () => {
	it("refuses every path without the token's cookie", async () => {
		for (const path of ["/", "/index.html", "/app.js", "/media/x", "/nothing"]) {
			expect((await ask(path)).status, path).toBe(401);
		}
		expect((await call({ headers: { origin: host.origin, "content-type": "application/json" } })).status).toBe(401);
	});

	it("refuses a wrong, empty or truncated token and a made-up cookie", async () => {
		for (const token of ["", "x", host.token.slice(1), `${host.token}x`]) {
			const answer = await ask(`/?token=${encodeURIComponent(token)}`);
			expect(answer.status, token).toBe(401);
			expect(answer.headers["set-cookie"]).toBeUndefined();
		}
		const name = host.cookie.split("=")[0];
		expect((await ask("/", { headers: { cookie: `${name}=${host.token}` } })).status).toBe(401);
	});

	it("gives the right token a cookie no script can read and no other site can send, and drops it from the address", async () => {
		const answer = await ask(`/?token=${host.token}`);
		expect(answer.status).toBe(303);
		expect(answer.headers.location).toBe("/");
		expect(answer.headers["set-cookie"]?.[0]).toMatch(/^welt-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
	});

	it("refuses a foreign Host, the token in hand or not (DNS rebinding)", async () => {
		const { port } = new URL(host.origin);
		for (const foreign of ["evil.example", `evil.example:${port}`, `localhost:${port}`, "127.0.0.1", `127.0.0.1:1`]) {
			const headers = { ...ours(), host: foreign };
			expect((await ask("/", { headers })).status, foreign).toBe(403);
			expect((await ask(`/?token=${host.token}`, { headers })).status, foreign).toBe(403);
			expect((await call({ headers })).status, foreign).toBe(403);
		}
	});

	it("refuses a foreign Origin, an opaque one, and a command that names none", async () => {
		for (const origin of ["https://evil.example", "null", "http://127.0.0.1:1", `${host.origin}.evil.example`]) {
			expect((await call({ headers: { ...ours(), origin } })).status, origin).toBe(403);
			expect((await ask("/media/photo-1", { headers: { ...ours(), origin } })).status, origin).toBe(403);
		}
		expect((await call({ headers: { cookie: host.cookie, "content-type": "application/json" } })).status).toBe(403);
	});

	it("refuses what the browser itself says comes from another site", async () => {
		for (const site of ["cross-site", "same-site"]) {
			expect((await ask("/", { headers: { ...ours(), "sec-fetch-site": site } })).status, site).toBe(403);
		}
		expect((await ask("/", { headers: { cookie: host.cookie, "sec-fetch-site": "none" } })).status).toBe(200);
	});

	it("opens the push line only to our own page with its cookie", async () => {
		const address = `${host.origin.replace("http", "ws")}/push`;
		const { cookie, origin } = host;
		const attempts = [
			{ origin },
			{ cookie },
			{ cookie, origin: "https://evil.example" },
			{ cookie: `${cookie}x`, origin },
			{ cookie, origin, host: "evil.example" },
		];
		for (const headers of attempts) {
			const socket = new WebSocket(address, { headers });
			const outcome = await new Promise((done) => {
				socket.once("open", () => done("open"));
				socket.once("unexpected-response", (_request, answer) => done(answer.statusCode));
				socket.once("error", () => done("error"));
			});
			expect([401, 403], JSON.stringify(headers)).toContain(outcome);
			socket.terminate();
		}
	});

	it("listens on 127.0.0.1 only", async () => {
		const { port } = new URL(host.origin);
		const reached = await new Promise((done) => {
			const socket = connect(Number(port), "::1");
			socket.once("connect", () => done(true)).once("error", () => done(false));
			socket.once("close", () => socket.destroy());
		});
		expect(reached).toBe(false);
	});
});

describe("what may be asked", () => {
	it("refuses paths that climb out of the screens' folder, however they are written", async () => {
		const climbs = [
			"/../package.json",
			"/..%2fpackage.json",
			"/%2e%2e/%2e%2e/etc/passwd.js",
			"/assets/../../app.js",
			"/..\\app.js",
			"/%5c..%5capp.js",
			"/app.js%00.html",
			"/c:/windows/win.js",
			"//etc/passwd.js",
			"http://evil.example/app.js",
			"/%",
		];
		for (const path of climbs) {
			expect((await ask(path, { headers: ours() })).status, path).toBe(404);
		}
	});

	it("refuses wrong methods", async () => {
		for (const [method, path] of [
			["GET", "/call/sample.echo"],
			["PUT", "/call/sample.echo"],
			["POST", "/media/incoming/ticket-1"],
			["GET", "/media/incoming/ticket-1"],
			["DELETE", "/media/photo-1"],
			["POST", "/"],
			["TRACE", "/"],
			["OPTIONS", "/call/sample.echo"],
		] as const) {
			expect((await ask(path, { method, headers: ours() })).status, `${method} ${path}`).toBe(405);
		}
	});

	it("refuses bodies that are not a call in JSON", async () => {
		const before = core.heard.length;
		for (const body of ["", "{", "null", "[]", '"x"', '{"input":{},"more":1}', Uint8Array.of(0x7b, 0xff, 0x7d)]) {
			const answer = await call({ headers: ours(), body });
			expect(answer.status).toBe(400);
			expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { reason: "host.not-json" } });
		}
		expect((await call({ headers: { ...ours(), "content-type": "text/plain" } })).status).toBe(415);
		expect(core.heard).toHaveLength(before);
	});

	it("refuses too large a call by its stated length and by its real one", async () => {
		const stated = await call({ headers: { ...ours(), "content-length": "2000000" }, body: "x".repeat(2_000_000) });
		expect(stated.status).toBe(413);
		const chunked = await call({
			headers: { ...ours(), "transfer-encoding": "chunked" },
			body: `{"input":"${"x".repeat(1_100_000)}"}`,
		});
		expect(chunked.status).toBe(413);
	});

	it("refuses a head that is too large", async () => {
		const answer = await ask("/", { headers: { ...ours(), "x-long": "x".repeat(20_000) } });
		expect(answer.status).toBe(431);
	});
});

describe("what goes out", () => {
	it("sends the page with its policy and a nonce of its own each time", async () => {
		const [one, two] = [await ask("/", { headers: ours() }), await ask("/settings/staff", { headers: ours() })];
		const policy = String(one.headers["content-security-policy"]);
		const nonce = /'nonce-([\w-]{22})'/.exec(policy)?.[1];
		expect(one.text).toContain(`content="${nonce}"`);
		expect(policy).toContain("default-src 'none'");
		expect(policy).not.toMatch(/'unsafe-inline'(?<!style-src-attr 'unsafe-inline')|'unsafe-eval'|https?:/);
		expect(two.text).toContain("Welt");
		expect(two.headers["content-security-policy"]).not.toBe(policy);
		expect(one.headers["cache-control"]).toBe("no-store");
	});

	it("never lets media run as a page, and never lets it be kept", async () => {
		core.stored.set("page-1", Buffer.from("<script>alert(1)</script>"));
		core.stored.set("photo-9", Buffer.from("jpeg"));
		const page = await ask("/media/page-1", { headers: ours() });
		expect(page.headers["content-type"]).toBe("application/octet-stream");
		expect(page.headers["content-disposition"]).toContain("attachment");
		const photo = await ask("/media/photo-9", { headers: ours() });
		expect(photo.headers).toMatchObject({ "content-type": "image/jpeg", "cache-control": "no-store" });
		expect(photo.headers["x-content-type-options"]).toBe("nosniff");
	});

	it("answers HEAD without a body", async () => {
		const head = await ask("/app.js", { method: "HEAD", headers: ours() });
		expect(head).toMatchObject({ status: 200, text: "" });
		expect(head.headers["content-type"]).toContain("text/javascript");
	});
});
