/** The customer's page: a real archive, a real workshop, and the routes as any browser or any stranger calls them. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeStatusAddress, tokenOf } from "../../../domain/code/own.ts";
import { jobEvents } from "../../../domain/job/job.ts";
import { paperBase, readSource } from "../../../main/services/print/source.ts";
import { startArchive, type TestArchive } from "../support/archive.ts";
import { type Database, startPostgres } from "../support/postgres.ts";
import { type Quoted, quote, stageBase, takeIn } from "../support/quoted.ts";
import { openWorkshop, type Workshop } from "../support/workshop.ts";

let database: Database;
let archive: TestArchive;
let shop: Workshop;

const photo = Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex");
const day = 86_400_000;

beforeAll(async () => {
	database = await startPostgres();
	// An answer for nothing waits on a timer: here it is over at once.
	const timers = {
		after(ms: number, run: () => void) {
			if (ms === 250) queueMicrotask(run);
			return () => undefined;
		},
	};
	archive = await startArchive(database.url, { timers });
	shop = await openWorkshop(archive, "徐汇店");
	archive.clock.at = shop.clock.now;
});
afterAll(async () => {
	await shop?.dispose();
	await archive.stop();
	await database.stop();
});

async function quoted(): Promise<Quoted> {
	const order = await takeIn(shop, photo);
	quote(shop, order.jobId);
	await sync();
	return order;
}

async function sync() {
	await shop.sync();
	await shop.sync();
	archive.clock.at = shop.clock.now;
}

async function get(path: string, language = "zh-CN") {
	// A minute on: how often somebody may ask is another test's matter.
	archive.clock.at += 61_000;
	return archive.app.inject({ url: path, headers: { "accept-language": language } });
}

const jobOf = ({ jobId }: Quoted) => shop.app.states.get("job", jobId).state;

function post(order: Quoted, fields: Record<string, string>) {
	const payload = new URLSearchParams({ job: order.jobId, quote: jobOf(order).quotes.at(-1)?.event ?? "", ...fields });
	return archive.app.inject({
		method: "POST",
		url: `${order.path}/answer`,
		headers: { "content-type": "application/x-www-form-urlencoded" },
		payload: payload.toString(),
	});
}

describe("the page", () => {
	test("shows stage, promise, quote and pictures in both languages, and nothing of the person", async () => {
		const order = await quoted();
		const zh = await get(order.path);
		expect(zh.statusCode).toBe(200);
		for (const text of ["报价已出，等您确认", "百丽 · ", "承诺完成", "¥120.00", "品牌承担", "同意报价", "维修前"])
			expect(zh.body).toContain(text);
		const en = await get(order.path, "en-GB,en;q=0.9,zh;q=0.1");
		for (const text of ["Your quote is ready", "Promised by", "the brand pays", "Before", "dress shoe"])
			expect(en.body).toContain(text);
		expect((await get(`${order.path}?lang=zh-CN`, "en")).body).toContain("维修进度");
		for (const { body } of [zh, en]) {
			expect(body).not.toMatch(/张|晓雯|1381234|开胶，走路|<script/);
			expect(body).not.toContain(order.serial);
			expect(body).toContain(`…${order.serial.slice(-4)}`);
		}
		expect(zh.headers).toMatchObject({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
		expect(zh.headers["content-security-policy"]).toMatch(/^default-src 'none'; style-src 'sha256-/);
		expect(zh.headers["x-robots-tag"]).toContain("noindex");
		expect(zh.headers["set-cookie"]).toBeUndefined();
	});

	test("is where the slip's code leads", async () => {
		const order = await takeIn(shop, photo);
		const { statusToken } = paperBase(readSource(shop.app, order.orderId), false);
		expect(statusToken).toBe(`https://archive.example${order.path}`);
		expect(await shop.call("scan.resolve", { text: statusToken })).toMatchObject({ kind: "order" });
	});

	test("shows a picture opened only under its own order's token", async () => {
		const [order, other] = [await quoted(), await quoted()];
		const sha = jobOf(order).photos[0]?.sha;
		const seen = await get(`${order.path}/photo/${sha}`);
		expect([seen.statusCode, seen.headers["content-type"]]).toEqual([200, "image/jpeg"]);
		expect(seen.rawPayload.equals(photo)).toBe(true);
		expect((await get(`${other.path}/photo/${sha}`)).statusCode).toBe(404);
		expect((await get(`${order.path}/photo/${"0".repeat(64)}`)).statusCode).toBe(404);
		await archive.archive.sql.transaction(archive.brands, (tx) =>
			tx.rows("DELETE FROM customer_key WHERE kid = $1", [`order:${order.orderId}`]),
		);
		expect((await get(`${order.path}/photo/${sha}`)).statusCode).toBe(404);
		expect((await get(order.path)).body).not.toContain("<img");
	});

	test("answers alike for a token nobody gave out, a mistyped one and an order long over", async () => {
		const order = await quoted();
		const stranger = new URL(makeStatusAddress("https://a", tokenOf(Buffer.alloc(16, 9)))).pathname;
		const before = archive.clock.at;
		const unknown = await get(stranger);
		expect(unknown.statusCode).toBe(404);
		expect((await get("/s/anything")).body.replaceAll("/s/anything", stranger)).toBe(unknown.body);
		const reason = { reason: "keyed-twice", approver: { person: randomUUID(), means: "pin" as const } };
		const voided = jobEvents["job.voided"].make(`job:${order.jobId}`, reason, stageBase(shop, order.jobId));
		shop.app.log.append(shop.staff.manager, [voided]);
		await sync();
		expect((await get(order.path)).body).toContain("本工单已作废");
		archive.clock.at += 200 * day;
		expect((await get(order.path)).body.replaceAll(order.path, stranger)).toBe(unknown.body);
		archive.clock.at = before;
	});

	test("may be asked so often in a minute, and guessed much less often", async () => {
		const order = await quoted();
		await get(order.path);
		const ask = (url: string, remoteAddress: string) => archive.app.inject({ url, remoteAddress });
		const statuses = new Map<number, number>();
		const guess = new URL(makeStatusAddress("https://a", tokenOf(Buffer.alloc(16, 3)))).pathname;
		for (let i = 0; i < 25; i++) {
			const { statusCode } = await ask(guess, "10.0.0.9");
			statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
		}
		expect([...statuses]).toEqual([
			[404, 20],
			[429, 5],
		]);
		let last = 200;
		for (let i = 0; i < 241 && last === 200; i++) last = (await ask(order.path, `10.1.${i}.1`)).statusCode;
		expect(last).toBe(429);
	});
});

describe("the customer's answer", () => {
	test("a yes reaches the workshop as a decision like any other: the work may begin", async () => {
		const order = await quoted();
		const answered = await post(order, { answer: "accepted", old: "yes" });
		expect([answered.statusCode, answered.headers["location"]]).toEqual([
			303,
			`${order.path}?lang=zh-CN#${order.jobId}`,
		]);
		expect((await get(order.path)).body).toMatch(/您已于 .* 同意这份报价/);
		expect(jobOf(order).stage).toBe("quote");
		await sync();
		const job = jobOf(order);
		expect(job).toMatchObject({ stage: "repair", returnOldParts: true });
		expect(job.steps.length).toBeGreaterThan(3);
		expect(job.quotes[0]?.answer).toMatchObject({ answer: "accepted", means: "page" });
		expect(job.clocks.some(({ clock, stoppedAt }) => clock === "F" && stoppedAt === null)).toBe(true);
		const sent = shop.app.events.find(job.quotes[0]?.answer?.event ?? "");
		expect(sent).toMatchObject({ base: [job.quotes[0]?.event], type: "job.quote_answered" });
		expect(shop.app.sync.rows.listHeld()).toEqual([]);
		expect((await get(order.path)).body).toContain("正在维修");
	});

	test("a no sends it back, with a reason, and only one that is on the list", async () => {
		const order = await quoted();
		for (const reason of ["", "because", "other"]) {
			const refused = await post(order, { answer: "declined", reason });
			expect(refused.statusCode, reason).toBe(409);
		}
		expect((await post(order, { answer: "declined", reason: "too-expensive" })).statusCode).toBe(303);
		await sync();
		expect(jobOf(order)).toMatchObject({ stage: "hand-over", returning: true, testFeeFen: 0 });
		expect((await get(order.path)).body).toContain("未维修，可以取回");
	});

	test("counts once per version: tapped twice, turned round, or both at once", async () => {
		const order = await quoted();
		const both = await Promise.all([post(order, { answer: "accepted" }), post(order, { answer: "accepted" })]);
		expect(both.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
		const turned = await post(order, { answer: "declined", reason: "too-slow" });
		expect([turned.statusCode, turned.body.includes("已经有答复")]).toEqual([409, true]);
		await sync();
		const told = await archive.archive.sql.transaction(archive.brands, (tx) =>
			tx.rows("SELECT 1 FROM event WHERE text LIKE '%job.quote_answered%' AND text LIKE $1", [`%${order.jobId}%`]),
		);
		expect(told).toHaveLength(1);
	});

	test("to a version that is no longer the newest, or too old, is not taken", async () => {
		const order = await quoted();
		const first = jobOf(order).quotes[0]?.event ?? "";
		quote(shop, order.jobId, { unitFen: 15_000 });
		await sync();
		const changed = await post(order, { answer: "accepted", quote: first });
		expect([changed.statusCode, changed.body.includes("刚有变化"), changed.body.includes("¥150.00")]).toEqual([
			409,
			true,
			true,
		]);
		const now = archive.clock.at;
		archive.clock.at += 8 * day;
		const late = await post(order, { answer: "accepted" });
		expect([late.statusCode, late.body.includes("已过有效期")]).toEqual([409, true]);
		expect((await get(order.path)).body).not.toContain("同意报价，开始维修");
		archive.clock.at = now;
	});

	test("beside one given at the counter meanwhile is a conflict that a person settles", async () => {
		const order = await quoted();
		shop.down = true;
		const said = { version: 1, answer: "declined" as const, means: "phone" as const, reason: "too-slow" };
		const declined = jobEvents["job.quote_answered"].make(`job:${order.jobId}`, said, stageBase(shop, order.jobId));
		shop.app.log.append(shop.staff.clerk, [declined]);
		expect((await post(order, { answer: "accepted" })).statusCode).toBe(303);
		shop.down = false;
		await sync();
		expect(jobOf(order).heads["stage"]).toHaveLength(2);
		const page = await get(order.path);
		expect(page.body).toContain("两处记录不一致");
		expect(page.body).not.toContain("<form");
		expect((await shop.call("sync.status", {})).conflicts).toMatchObject([{ jobId: order.jobId, fields: ["stage"] }]);
	});

	test("what isn't a form of the page changes nothing", async () => {
		const order = await quoted();
		for (const fields of [{ answer: "maybe" }, { answer: "accepted", job: "x" }, { answer: "accepted", quote: "" }])
			expect((await post(order, fields)).statusCode).toBe(303);
		const url = `${order.path}/answer`;
		const json = { method: "POST" as const, url, payload: { answer: "accepted" } };
		expect((await archive.app.inject(json)).statusCode).toBe(400);
		const long = { "content-type": "application/x-www-form-urlencoded" };
		expect((await archive.app.inject({ ...json, headers: long, payload: "a".repeat(3_000) })).statusCode).toBe(413);
		await sync();
		expect(jobOf(order).stage).toBe("quote");
	});
});
