import fc from "fast-check";
import { describe, expect, test } from "vitest";
import vocab from "../../../assets/standard/vocab.json" with { type: "json" };
import { zoneSchema } from "../../../domain/standard/vocab.ts";
import { drawingOf, viewsOf } from "../../../renderer/components/outline/drawings.ts";
import { nearestZone } from "../../../renderer/components/outline/OutlineView.tsx";
import { fitInto } from "../../../renderer/components/photo/picture/steps.ts";
import { keepWithin, moveTo, nothingChosen, toggle, toggleAll } from "../../../renderer/components/table/selection.ts";
import { clockMeaning } from "../../../renderer/components/text/ClockChip.tsx";
import { groupsOf } from "../../../renderer/components/text/OrderNumber.tsx";
import { durationText, formatIn } from "../../../renderer/i18n/format.ts";

describe("a clock", () => {
	const dueAt = "2026-11-22T10:00:00.000Z";
	const at = (iso: string) => Date.parse(iso);
	test("runs, is due soon from its warning on, is overdue after its time", () => {
		const clock = { dueAt, warnAt: "2026-11-22T09:00:00.000Z", state: "running" as const };
		expect(clockMeaning(clock, at("2026-11-22T08:59:59Z")).meaning).toBe("running");
		expect(clockMeaning(clock, at("2026-11-22T09:00:00Z")).meaning).toBe("due-soon");
		expect(clockMeaning(clock, at(dueAt)).meaning).toBe("due-soon");
		expect(clockMeaning(clock, at(dueAt) + 1)).toEqual({ meaning: "overdue", leftMs: -1 });
	});
	test("does not tick while it stands or when it is over", () => {
		expect(clockMeaning({ dueAt, state: "paused" }, at(dueAt) + 9)).toEqual({ meaning: "paused", leftMs: undefined });
		expect(clockMeaning({ dueAt, state: "met" }, at(dueAt) + 9).meaning).toBe("done");
		expect(clockMeaning({ dueAt, state: "missed" }, 0).meaning).toBe("overdue");
	});
});

describe("formats", () => {
	test("times are the store's, whatever the machine's zone", () => {
		const format = formatIn("zh-CN", "Asia/Shanghai");
		expect(format.time("2026-11-22T02:42:00Z")).toBe("10:42");
		expect(format.when("2026-11-21T17:30:00Z", "2026-11-22T02:00:00Z")).toBe("01:30");
		expect(format.when("2026-11-20T02:42:00Z", "2026-11-22T02:00:00Z")).toBe("11/20 10:42");
		expect(format.when("2025-12-31T16:00:00Z", "2026-11-22T02:00:00Z")).toBe("1/1 00:00");
		expect(format.when("2025-12-31T15:59:00Z", "2026-11-22T02:00:00Z")).toBe("2025/12/31 23:59");
		expect(format.money(123450)).toBe("¥1,234.50");
	});
	test("calendar days never slip", () => {
		expect(formatIn("zh-CN", "America/Los_Angeles").date("2026-03-01")).toContain("3月1日");
	});
	test("lengths of time show their two largest units", () => {
		expect(durationText(59_000, "zh-CN")).toBe("59秒");
		expect(durationText(135 * 60_000, "zh-CN")).toBe("2小时15分");
		expect(durationText(135 * 60_000, "en")).toBe("2 h 15 min");
		expect(durationText(3 * 86_400_000, "zh-CN")).toBe("3天");
		expect(durationText(50 * 3_600_000, "en")).toBe("2 d 2 h");
	});
	test("order numbers stand in their groups", () => {
		expect(groupsOf("01234050001237")).toEqual(["01234", "05", "000123", "7"]);
		expect(groupsOf("0123405000123701")).toEqual(["01234", "05", "000123", "7", "01"]);
		expect(groupsOf("旧 1234")).toEqual(["旧 1234"]);
	});
});

describe("choosing rows", () => {
	const ids = ["a", "b", "c", "d"];
	test("a range runs from its anchor, either way", () => {
		const down = moveTo(moveTo({ ...nothingChosen, cursor: 1, anchor: 1 }, 3, ids, true), 9, ids, true);
		expect([...down.chosen].sort()).toEqual(["b", "c", "d"]);
		expect(down.cursor).toBe(3);
		expect([...moveTo({ ...nothingChosen, cursor: 2, anchor: 2 }, 0, ids, true).chosen].sort()).toEqual([
			"a",
			"b",
			"c",
		]);
	});
	test("the cursor never leaves the list and nothing absent stays chosen", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: -9, max: 9 })), fc.subarray(ids), (steps, left) => {
				let now = nothingChosen;
				for (const step of steps) now = moveTo(now, now.cursor + step, ids, step % 2 === 0);
				const kept = keepWithin(toggle(now, now.cursor, ids), left);
				expect(kept.cursor).toBeLessThanOrEqual(Math.max(0, left.length - 1));
				expect([...kept.chosen].every((id) => left.includes(id))).toBe(true);
			}),
		);
	});
	test("all, then none", () => {
		const all = toggleAll(nothingChosen, ids);
		expect(all.chosen.size).toBe(4);
		expect(toggleAll(all, ids).chosen.size).toBe(0);
	});
});

describe("the outline", () => {
	const zones = vocab.zones.map((zone) => zoneSchema.parse(zone));
	test("a tap anywhere reaches the nearest zone, and every zone can be reached", () => {
		for (const zone of zones) {
			for (const outline of zone.outlines) {
				const { width, height } = drawingOf(outline, zone.view);
				const near = zones.filter((other) => other.view === zone.view && other.outlines.includes(outline));
				expect(nearestZone(near, zone.x, zone.y, width / height)?.code).toBe(zone.code);
			}
		}
	});
	test("every view with a zone has a drawing of its own", () => {
		const plain = drawingOf("belt", "inside");
		const bare = [...new Set(zones.flatMap((zone) => zone.outlines))].flatMap((outline) =>
			viewsOf(outline, zones)
				.filter((view) => drawingOf(outline, view) === plain)
				.map((view) => `${outline} ${view}`),
		);
		expect(bare).toEqual([]);
	});
});

test("photos are made smaller, never larger, in their own shape", () => {
	expect(fitInto(4000, 3000, 1920)).toEqual({ width: 1920, height: 1440 });
	expect(fitInto(800, 600, 1920)).toEqual({ width: 800, height: 600 });
	expect(fitInto(1, 5000, 1920)).toEqual({ width: 1, height: 1920 });
});
