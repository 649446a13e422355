import { describe, expect, it } from "vitest";
import { defaultCalendar } from "../../../domain/clock/calendar.ts";
import { repairClockCode, startClock, startClocks } from "../../../domain/job/clock-moves.ts";
import { planAcceptance, planSteps, planWarranty } from "../../../domain/job/plan.ts";
import type { QuoteLine } from "../../../domain/quote/line.ts";
import { index } from "../standard/sample.ts";

const line = (code: string, more: Partial<QuoteLine> = {}) => ({ code, qty: 1, unit: "pair" as const, ...more });
const counter = () => {
	let n = 0;
	return () => `s${++n}`;
};

describe("the plan of accepted work", () => {
	it("numbers the steps of all operations and keeps each operation's minutes and curing hours", () => {
		const plan = planSteps([line("O01"), line("AD01"), line("O42")], index, [], counter());
		expect(plan.map((s) => s.no)).toEqual(plan.map((_, at) => at + 1));
		const minutes = (code: string) => plan.filter((s) => s.operation === code).reduce((sum, s) => sum + s.minutes, 0);
		expect(minutes("O01")).toBe(20);
		expect(minutes("O42")).toBe(15);
		expect(plan.filter((s) => s.cureHours > 0).map((s) => [s.operation, s.cureHours])).toEqual([
			["O01", 24],
			["O42", 2],
		]);
		expect(plan.some((s) => s.operation === "AD01")).toBe(false);
	});

	it("takes one work for the same operation on one piece and one each for two pieces", () => {
		const pieces = [{ id: "l" }, { id: "r" }];
		const both = [
			line("O01", { unit: "piece", pieceId: "l" }),
			line("O01", { unit: "piece", pieceId: "r" }),
			line("O01", { unit: "piece", pieceId: "l" }),
		];
		const plan = planSteps(both, index, pieces, counter());
		expect(plan.filter((s) => s.pieceId === "l").reduce((sum, s) => sum + s.minutes, 0)).toBe(40);
		expect(plan.filter((s) => s.pieceId === "r").reduce((sum, s) => sum + s.minutes, 0)).toBe(20);
		expect(planSteps(both, index, [], counter()).every((s) => s.pieceId === undefined)).toBe(true);
	});

	it("keeps the ids of steps an earlier version already had", () => {
		const first = planSteps([line("O01")], index, [], counter());
		const second = planSteps([line("O42"), line("O01")], index, [], () => "new", first);
		expect(second.filter((s) => s.operation === "O01").map((s) => s.id)).toEqual(first.map((s) => s.id));
		expect(second.filter((s) => s.operation === "O42").every((s) => s.id === "new")).toBe(true);
	});

	it("leaves the inspection fee out of the work", () => {
		expect(planSteps([line("O00")], index, [], counter())).toEqual([]);
		expect(planAcceptance([line("O00")], index)).toEqual([]);
	});

	it("unites the acceptance points and lifts warranties to the province's floor", () => {
		const points = planAcceptance([line("O01"), line("O02"), line("O01")], index);
		expect(new Set(points).size).toBe(points.length);
		expect(points).toContain("A1");
		expect(planWarranty([line("O42"), line("O01")], index, "")).toEqual([
			{ operation: "O42", days: 0 },
			{ operation: "O01", days: 90 },
		]);
		expect(planWarranty([line("O42")], index, "浙江")).toEqual([{ operation: "O42", days: 30 }]);
	});
});

describe("clocks as they start", () => {
	const at = Date.parse("2026-11-21T02:00:00Z");
	const rule = (code: string) => {
		const found = index.clocks.get(code);
		if (!found) throw new Error(code);
		return found;
	};

	it("carry the letter, the due time and when to warn", () => {
		expect(startClock(rule("A"), defaultCalendar, at, "A")).toEqual({
			clock: "A",
			dueAt: at + 300_000,
			warnAt: at + 240_000,
		});
		// 24 h of working time at 12 h a day from 10:00: two days later at 10:00; 80 % of it is 19.2 h.
		const diagnosis = startClock(rule("D"), defaultCalendar, at, "A");
		expect(diagnosis?.dueAt).toBe(at + 2 * 86_400_000);
		expect(diagnosis?.warnAt).toBe(Date.parse("2026-11-22T09:12:00Z"));
		expect(startClock(rule("D"), defaultCalendar, at, "B")?.dueAt).toBe(at + 3 * 3_600_000);
	});

	it("do not start where the promise set says nothing", () => {
		expect(startClock(rule("H"), defaultCalendar, at, "A")).toBeUndefined();
		expect(startClocks(index, ["A", "H", "nonsense", "J"], defaultCalendar, at, "A").map((c) => c.clock)).toEqual([
			"A",
			"J",
		]);
	});

	it("take the slowest repair class among the operations", () => {
		expect(repairClockCode(index, ["O42"])).toBe("F-simple");
		expect(repairClockCode(index, ["O42", "O33"])).toBe("F-major");
		expect(repairClockCode(index, ["O62", "O33"])).toBe("F-outsourced");
		expect(repairClockCode(index, [])).toBe("F-simple");
	});
});
