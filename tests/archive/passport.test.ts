/** One item, written about by two stores of a brand, found by any of its codes; another brand finds nothing. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endpoints } from "../../archive/protocol/endpoints.ts";
import { passportHead } from "../../archive/protocol/passport.ts";
import { readPullLine } from "../../archive/protocol/pull.ts";
import { projectAll, projectPage } from "../../archive/server/project/projector.ts";
import { openArchive, type TestArchive } from "./support/archive.ts";
import { type Device, enrolDevice, newDevice, sendPull, sendPush, signIn } from "./support/writer.ts";

let archive: TestArchive;
let codes = 40_000;

beforeAll(async () => {
	archive = await openArchive();
});
afterAll(async () => {
	await archive.stop();
});

async function workshop(brand = archive.brands[0] ?? ""): Promise<{ device: Device; token: string }> {
	const device = newDevice();
	await enrolDevice(archive, device, [brand], String(++codes));
	return { device, token: await signIn(archive, device) };
}

function register(device: Device, item: string, serial: string) {
	const body = {
		category: "shoes",
		kind: "boot",
		brand: "x",
		style: "",
		colour: "",
		size: "",
		materials: [],
		pieces: [],
		codes: [{ kind: "serial", value: serial }],
	};
	device.write({ agg: `item:${item}`, type: "item.registered", body });
}

function repair(device: Device, item: string, number: string) {
	const [order, job, subject] = [randomUUID(), randomUUID(), randomUUID()];
	device.write({
		agg: `order:${order}`,
		type: "order.opened",
		refs: [`subject:${subject}`, `job:${job}`],
		body: { number, token: `t${number}`, subject, jobs: [job] },
	});
	device.write({ agg: `job:${job}`, type: "job.received", refs: [`order:${order}`, `item:${item}`], body: {} });
	device.write({ agg: `job:${job}`, type: "job.step_finished", refs: [], body: { step: "1" } });
	device.write({ agg: `order:${order}`, type: "order.paid", refs: [], body: { amountFen: 1 } });
	device.write({ agg: `order:${order}`, type: "order.handed_over", refs: [`job:${job}`], body: {} });
}

async function ask(token: string, kind: string, value: string, known = 0) {
	const url = `${endpoints.passport.path}?kind=${kind}&value=${encodeURIComponent(value)}&known=${known}`;
	const answer = await archive.app.inject({ method: "GET", url, headers: { authorization: `Bearer ${token}` } });
	const [first = "", ...rest] = answer.statusCode === 200 ? answer.body.trimEnd().split("\n") : [];
	return {
		status: answer.statusCode,
		head: first ? passportHead.parse(JSON.parse(first.slice(2))) : undefined,
		types: rest.flatMap((line) => {
			const read = readPullLine(line);
			return read?.kind === "event" ? [JSON.parse(read.text).type as string] : [];
		}),
	};
}

const whole = ["item.registered", "order.opened", "job.received", "job.step_finished", "order.handed_over"];

describe("passport", () => {
	test("shows what every store of the brand wrote, found by serial, order number or the slip's token", async () => {
		const [near, far, stranger] = [await workshop(), await workshop(), await workshop(archive.brands[1])];
		const item = randomUUID();
		register(near.device, item, "SN-77");
		repair(near.device, item, "10001010000011");
		await sendPush(archive, near.token, near.device.push(1, near.device.lines.length));
		await projectAll(archive.archive);
		expect(await ask(far.token, "serial", "SN-77")).toMatchObject({
			status: 200,
			head: { item, merged: [] },
			types: whole,
		});
		repair(far.device, item, "10002010000011");
		await sendPush(archive, far.token, far.device.push(1, far.device.lines.length));
		await projectAll(archive.archive);
		const both = await ask(near.token, "order", "10002010000011");
		expect(both.types).toEqual([...whole, ...whole.slice(1)]);
		expect((await ask(near.token, "token", "t10001010000011")).head?.item).toBe(item);
		expect((await ask(near.token, "serial", "SN-77", both.head?.head.n)).status).toBe(304);
		expect((await ask(stranger.token, "serial", "SN-77")).status).toBe(404);
		expect((await sendPull(archive, stranger.token, `item:${item}`, 0)).lines).toMatchObject([
			{ kind: "end", end: { heads: { [`item:${item}`]: { n: 0 } } } },
		]);
	});

	test("an item merged into another leads there, with both histories", async () => {
		const { device, token } = await workshop();
		const [kept, double] = [randomUUID(), randomUUID()];
		register(device, kept, "SN-A");
		register(device, double, "SN-B");
		device.write({ agg: `item:${double}`, type: "item.merged", body: { into: kept } });
		await sendPush(archive, token, device.push(1, 3));
		await projectAll(archive.archive);
		const found = await ask(token, "serial", "SN-B");
		expect(found.head).toMatchObject({ item: kept, merged: [double] });
		expect(found.types).toEqual(["item.registered", "item.registered", "item.merged"]);
	});

	test("the projector, run twice at once and again, carries every place once", async () => {
		const { device, token } = await workshop();
		const item = randomUUID();
		register(device, item, "SN-C");
		for (let i = 0; i < 700; i++) device.write({ agg: `item:${item}`, type: "item.set", body: { changes: [] } });
		await sendPush(archive, token, device.push(1, 400));
		await sendPush(archive, token, device.push(401, 701));
		await Promise.all([
			projectAll(archive.archive),
			projectAll(archive.archive),
			projectPage(archive.archive, device.store),
		]);
		await archive.archive.sql.transaction(archive.brands, (tx) =>
			tx.rows("UPDATE projected SET pos = 3 WHERE store = $1", [device.store]),
		);
		await projectAll(archive.archive);
		const { lines } = await sendPull(archive, token, `item:${item}`, 0);
		const events = lines.flatMap((line) => (line.kind === "event" ? [line] : []));
		expect(events.map(({ text }) => text)).toEqual(device.lines.map(({ text }) => text));
		expect(events.map(({ mark }) => mark.pos)).toEqual(device.lines.map((_, i) => i + 1));
	});
});
