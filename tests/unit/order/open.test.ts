import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultCalendar, type WorkCalendar } from "../../../domain/clock/calendar.ts";
import { localDay, localMinute } from "../../../domain/clock/zone.ts";
import { decideOpen, decideRepromise, type OpenInput } from "../../../domain/order/decide-open.ts";
import { closingOn, promiseForJob } from "../../../domain/order/promise.ts";
import { index } from "../standard/sample.ts";

const nowAt = Date.parse("2026-11-21T02:00:00Z");
const rules = { index, calendar: defaultCalendar, set: "A" as const };
const input: OpenInput = {
	orderId: "o",
	number: "01234010000010",
	token: "T".repeat(26),
	subjectId: "s",
	jobIds: ["a", "b"],
	promisedAt: nowAt + 1,
	standard: "2026.1",
	prices: "2026.1",
	notice: "2026-11",
	deposit: null,
	signature: null,
	nowAt,
};

describe("an order is opened", () => {
	it("with its deposit and signature, or without", () => {
		expect(decideOpen(input).map((e) => e.type)).toEqual(["order.opened"]);
		const deposit = { id: "p", method: "cash" as const, amountFen: 100, reference: "" };
		const events = decideOpen({ ...input, deposit, signature: { how: "paper" } });
		expect(events.map((e) => e.type)).toEqual(["order.opened", "order.paid", "order.signed"]);
		expect(decideOpen({ ...input, deposit: { ...deposit, amountFen: 0 } })).toHaveLength(1);
		expect(() => decideOpen({ ...input, deposit: { ...deposit, method: "brand" } })).toThrow("order.deposit-method");
		expect(() => decideOpen({ ...input, jobIds: [] })).toThrow("order.no-items");
		expect(() => decideOpen({ ...input, promisedAt: nowAt })).toThrow("order.promise-past");
		expect(() => decideRepromise({ id: "o", promisedAt: 5 }, { promisedAt: 5, reason: "r", nowAt: 1 })).toThrow(
			"order.promise-same",
		);
	});
});

describe("a promise", () => {
	it("is the closing time of a day, later for slower work, sooner when agreed at once", () => {
		const at = (services: string[], agreed = false) => promiseForJob(rules, { services, agreed }, nowAt);
		expect(localDay(at(["O42"], true), "Asia/Shanghai")).toBe("2026-11-24");
		expect(localDay(at(["O42"]), "Asia/Shanghai")).toBe("2026-11-26");
		expect(localDay(at(["O42", "O33"]), "Asia/Shanghai")).toBe("2026-11-30");
		expect(localMinute(at([]), "Asia/Shanghai")).toBe(21 * 60);
	});

	it("never falls on a day the shop is shut", () => {
		const shut: WorkCalendar = { ...defaultCalendar, closedOn: ["2026-11-24", "2026-11-25"] };
		const at = promiseForJob({ ...rules, calendar: shut }, { services: ["O42"], agreed: true }, nowAt);
		expect(localDay(at, "Asia/Shanghai")).toBe("2026-11-23");
		expect(localDay(closingOn(shut, "2026-11-24"), "Asia/Shanghai")).toBe("2026-11-24");
	});

	it("lies after the receipt, whenever that is", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 400 * 86_400 }), fc.boolean(), (seconds, agreed) => {
				const at = nowAt + seconds * 1000;
				expect(promiseForJob(rules, { services: ["O42"], agreed }, at)).toBeGreaterThan(at);
			}),
		);
	});
});
