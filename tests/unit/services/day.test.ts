import { afterEach, beforeEach, expect, test } from "vitest";
import { orderEvents } from "../../../domain/order/order.ts";
import { csvText } from "../../../main/services/day/csv.ts";
import { openReadyWorkstation, type ReadyWorkstation, receive } from "../../support/fixtures.ts";

let ws: ReadyWorkstation;
beforeEach(async () => {
	ws = await openReadyWorkstation();
});
afterEach(() => ws.dispose());

function pay(orderId: string, method: "cash" | "wechat", amountFen: number): string {
	const id = ws.app.ports.ids.uuid();
	ws.app.log.append(ws.staff.clerk, [
		orderEvents["order.paid"].make(`order:${orderId}`, { id, kind: "deposit", method, amountFen }),
	]);
	return id;
}

test("the day's end adds up by method, refunds apart", async () => {
	const { orderId } = receive(ws);
	pay(orderId, "cash", 5_000);
	pay(orderId, "wechat", 8_000);
	ws.app.log.append(ws.staff.clerk, [
		orderEvents["order.refunded"].make(`order:${orderId}`, {
			id: ws.app.ports.ids.uuid(),
			method: "cash",
			amountFen: 2_000,
			reason: "other",
		}),
	]);
	const day = await ws.call("day.totals", { on: "2026-11-21" });
	expect(day).toMatchObject({ orders: 1, received: 1, handedOver: 0, inHand: 1, tillFen: 11_000, brandFen: 0 });
	expect(day.methods.find((m) => m.method === "cash")).toEqual({
		method: "cash",
		paid: { count: 1, amountFen: 5_000 },
		refunded: { count: 1, amountFen: 2_000 },
	});
	expect(day.payments.map((p) => p.amountFen)).toEqual([5_000, 8_000, -2_000]);
});

test("days are the store's own: the last minute before midnight in Shanghai belongs to that day", async () => {
	ws.clock.pass(Date.parse("2026-11-21T15:59:00Z") - ws.clock.now);
	ws.as("clerk");
	const { orderId } = receive(ws);
	pay(orderId, "cash", 100);
	ws.clock.pass(120_000);
	ws.as("clerk");
	pay(orderId, "cash", 200);
	expect((await ws.call("day.totals", { on: "2026-11-21" })).tillFen).toBe(100);
	expect((await ws.call("day.totals", { on: "2026-11-22" })).tillFen).toBe(200);
});

test("orders as CSV: one line per job, masked, and only for a manager", async () => {
	receive(ws, { jobs: 2, name: "张晓雯" });
	const range = { from: "2026-11-21", to: "2026-11-21", language: "zh-CN" } as const;
	expect(await ws.tryCall("day.ordersCsv", range)).toMatchObject({ error: { code: "forbidden" } });
	ws.as("manager");
	const made = await ws.call("day.ordersCsv", range);
	expect(made.rows).toBe(2);
	const read = await ws.core.readMedia(made.handle, { host: "memory", client: "test" });
	const text = read.ok ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(read.value.bytes) : "";
	const lines = text.trim().split("\r\n");
	expect(lines).toHaveLength(3);
	expect(text.startsWith("\ufeff")).toBe(true);
	expect(lines[1]).toContain('"张*","1******5678"');
	expect(text).not.toContain("晓雯");
	expect(await ws.tryCall("day.ordersCsv", { ...range, from: "2026-11-22" })).toMatchObject({
		error: { reason: "day.range" },
	});
});

test("no cell of the CSV can run as a formula", () => {
	expect(csvText([["=1+1", "+2", "@x", "-3", 'say "hi"', 5]])).toBe(
		'\ufeff"\'=1+1","\'+2","\'@x","\'-3","say ""hi""",5\r\n',
	);
});
