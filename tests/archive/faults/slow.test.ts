/** Slow and lossy lines: bytes that come one by one, answers that never come, connections torn at random. The counter never waits. */
import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHttpLine } from "../../../main/adapters/http-line.ts";
import type { Timers } from "../../../main/ports.ts";
import { LineDown } from "../../../main/sync/line.ts";
import { openArchive, type TestArchive } from "../support/archive.ts";
import { type Fault, type FaultyLine, startProxy } from "./support/proxy.ts";
import { expectWhole, newCode, openShop, type Shop } from "./support/shop.ts";

let archive: TestArchive;
let proxy: FaultyLine;
let shop: Shop;
/** The limits of the line, which end when the test says so. */
const limits = new Map<object, { ms: number; run: () => void }>();
const timers: Timers = {
	after(ms, run) {
		const limit = {};
		limits.set(limit, { ms, run });
		return () => void limits.delete(limit);
	},
};
const runOut = () => {
	for (const { run } of [...limits.values()]) run();
};

beforeAll(async () => {
	archive = await openArchive();
	proxy = await startProxy(await archive.app.listen({ port: 0, host: "127.0.0.1" }));
	const line = (address: string) => createHttpLine(address, timers);
	shop = await openShop(proxy.url, await newCode(archive.archive, archive.brands[0] ?? ""), { line });
	await shop.takeIn();
	await shop.settle();
});
afterAll(async () => {
	proxy.fault = () => undefined;
	await shop?.dispose();
	await proxy?.close();
	await archive?.stop();
});

/** Resolves when a request has met its fault. */
function stalls(path: string, of: Fault["of"], after: number): Promise<void> {
	return new Promise((met) => {
		proxy.fault = (request) => (request.includes(path) ? { how: "stall", of, after, met } : undefined);
	});
}

test("an answer that never comes holds up no taking-in, and is given up when its time is over", async () => {
	for (const [path, of, after] of [
		["/v1/push", "request", 300],
		["/v1/push", "answer", 0],
		["/v1/push", "answer", 250],
		["/v1/pull", "answer", 100],
		["/v1/nonce", "answer", 10],
	] as const) {
		const stalled = stalls(path, of, after);
		// A new sign-in each time.
		shop.clock.pass(11 * 60_000);
		await shop.takeIn();
		let round = shop.round();
		// A round that was under way already may have nothing to say there; the next one has.
		while (!(await Promise.race([stalled.then(() => true), round.then(() => false)]))) round = shop.round();
		expect(shop.app.sync.engine.state().line).toBe("working");
		const waiting = shop.app.sync.rows.countWaiting();
		await shop.takeIn();
		expect(shop.app.sync.rows.countWaiting()).toBeGreaterThan(waiting);
		expect(shop.app.sync.engine.state().line).toBe("working");
		proxy.fault = () => undefined;
		runOut();
		await round;
		expect(shop.app.sync.engine.state().line).toBe("unreachable");
		expect(limits.size).toBe(0);
		await shop.settle();
	}
	await expectWhole(archive.archive, shop);
});

test("what ends a question is silence, not its length; one that drips for ever ends as well", async () => {
	let now = 0;
	let armed = () => {};
	const due = new Set<{ at: number; run: () => void }>();
	const slow: Timers = {
		after(ms, run) {
			const limit = { at: now + ms, run };
			due.add(limit);
			armed();
			return () => void due.delete(limit);
		},
	};
	const pass = (ms: number) => {
		now += ms;
		for (const limit of [...due]) if (limit.at <= now) limit.run();
	};
	const server = createServer(async (asked, answer) => {
		const left = once(answer, "close");
		for (let drops = Number(asked.url?.slice(1)); drops > 0 && !answer.destroyed; drops--) {
			const read = new Promise<void>((done) => {
				armed = done;
			});
			answer.write("0123456789");
			await Promise.race([read, left]);
			pass(59_000);
		}
		if (asked.method === "GET") answer.end();
		else pass(1_000);
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const address = server.address();
	const line = createHttpLine(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`, slow);
	const { signal } = new AbortController();
	expect((await line.ask({ method: "GET", path: "/15" }, signal)).body).toHaveLength(150);
	await expect(line.ask({ method: "POST", path: "/3" }, signal)).rejects.toBeInstanceOf(LineDown);
	await expect(line.ask({ method: "GET", path: "/1000" }, signal)).rejects.toBeInstanceOf(LineDown);
	expect(due.size).toBe(0);
	server.closeAllConnections();
	server.close();
});

test("a line that drips, there or back, gets everything through", async () => {
	for (const of of ["answer", "request"] as const) {
		proxy.fault = () => ({ how: "drip", of, after: 0 });
		await shop.takeIn();
		await shop.settle();
	}
	proxy.fault = () => undefined;
	await expectWhole(archive.archive, shop);
});

/** The same numbers for the same seed. */
function chance(seed: number) {
	let state = seed;
	return (below: number) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

test.each([1, 2, 3, 4, 5, 6])(
	"connections torn, stalled and dripping at random (seed %i): all of it arrives once",
	async (seed) => {
		const draw = chance(seed);
		let stalled = false;
		const stall = () => {
			stalled = true;
		};
		proxy.fault = () => {
			const kind = draw(10);
			if (kind >= 6) return undefined;
			const of = draw(2) === 0 ? ("request" as const) : ("answer" as const);
			if (kind === 0) return { how: "stall", of, after: draw(500), met: stall };
			return kind === 1 ? { how: "drip", of, after: 0 } : { how: "cut", of, after: draw(3_000) };
		};
		for (let rounds = 0; rounds < 12; rounds++) {
			await shop.takeIn();
			const round = shop.round();
			let over = false;
			void round.finally(() => (over = true));
			while (!over) {
				await new Promise((done) => setImmediate(done));
				if (stalled) runOut();
				stalled = false;
			}
			await round;
		}
		proxy.fault = () => undefined;
		await shop.settle();
		await expectWhole(archive.archive, shop);
	},
);
