import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultCalendar, type WorkCalendar, workCalendarSchema } from "../../../domain/clock/calendar.ts";
import { type ClockDef, type ClockInput, clockDef, clockState, dueAt } from "../../../domain/clock/clock.ts";
import { addDays, addMonths, dateOn, dayNumber, daysBetween, weekday } from "../../../domain/clock/date.ts";
import { addWorkingMs, isOpen, nextOpening, workingMsBetween } from "../../../domain/clock/working.ts";
import { endOfDay, instantOfDay, localDay, localMinute, offsetAt, startOfDay } from "../../../domain/clock/zone.ts";
import { index } from "../standard/sample.ts";

/** Shanghai wall clock, e.g. `sh("2026-11-23 09:00")`. */
const sh = (text: string) => Date.parse(`${text.replace(" ", "T")}:00+08:00`);
const minutes = (n: number) => n * 60_000;
const hours = (n: number) => n * 3_600_000;

const weekdays = [
	{ from: "09:00", to: "12:00" },
	{ from: "13:00", to: "18:00" },
];
/** Monday to Friday with a lunch break; National Day shut, one Saturday made up, one short day. */
const office: WorkCalendar = {
	zone: "Asia/Shanghai",
	weekly: [weekdays, weekdays, weekdays, weekdays, weekdays, [], []],
	closedOn: ["2026-10-01", "2026-10-02"],
	openOn: [
		{ on: "2026-10-10", spans: weekdays },
		{ on: "2026-10-02", spans: [{ from: "10:00", to: "12:00" }] },
	],
};
/** Open from ten at night to four in the morning, every day. */
const night: WorkCalendar = { ...defaultCalendar, weekly: Array(7).fill([{ from: "22:00", to: "04:00" }]) as never };
const losAngeles: WorkCalendar = {
	...defaultCalendar,
	zone: "America/Los_Angeles",
	weekly: Array(7).fill([{ from: "00:00", to: "24:00" }]) as never,
};

describe("calendar dates", () => {
	test.each([
		["2026-11-30", 3, "2027-02-28"],
		["2027-11-30", 3, "2028-02-29"],
		["2026-01-31", 1, "2026-02-28"],
		["2026-12-15", 6, "2027-06-15"],
		["2026-03-31", -1, "2026-02-28"],
	])("%s and %i months is %s", (on, months, expected) => {
		expect(addMonths(on, months)).toBe(expected);
	});
	test("days go there and back", () => {
		fc.assert(
			fc.property(fc.integer({ min: -20_000, max: 60_000 }), fc.integer({ min: -5000, max: 5000 }), (day, more) => {
				expect(dayNumber(dateOn(day))).toBe(day);
				expect(daysBetween(dateOn(day), addDays(dateOn(day), more))).toBe(more);
			}),
		);
		expect(weekday(dayNumber("2026-11-23"))).toBe(0);
		expect(weekday(dayNumber("1969-12-28"))).toBe(6);
	});
});

describe("zones", () => {
	test("the local day is the zone's, whatever the machine's", () => {
		expect(localDay(sh("2026-11-23 00:00"), "Asia/Shanghai")).toBe("2026-11-23");
		expect(localDay(sh("2026-11-23 00:00") - 1, "Asia/Shanghai")).toBe("2026-11-22");
		expect(localDay(sh("2026-11-23 00:00"), "America/Los_Angeles")).toBe("2026-11-22");
		expect(localMinute(sh("2026-11-23 09:30"), "Asia/Shanghai")).toBe(570);
		expect(startOfDay("2026-11-23", "Asia/Shanghai")).toBe(sh("2026-11-23 00:00"));
		expect(endOfDay("2026-11-23", "Asia/Shanghai")).toBe(sh("2026-11-24 00:00"));
	});
	test("daylight saving: a skipped hour, an hour twice, a day of 23 and of 25 hours", () => {
		const zone = "America/Los_Angeles";
		expect(endOfDay("2026-03-08", zone) - startOfDay("2026-03-08", zone)).toBe(hours(23));
		expect(endOfDay("2026-11-01", zone) - startOfDay("2026-11-01", zone)).toBe(hours(25));
		expect(instantOfDay(dayNumber("2026-03-08"), 150, zone)).toBe(Date.parse("2026-03-08T03:30:00-07:00"));
		expect(instantOfDay(dayNumber("2026-11-01"), 90, zone)).toBe(Date.parse("2026-11-01T01:30:00-07:00"));
	});
	test("a half-hour change in the east and a zone with quarter hours", () => {
		expect(endOfDay("2026-04-05", "Australia/Lord_Howe") - startOfDay("2026-04-05", "Australia/Lord_Howe")).toBe(
			hours(24.5),
		);
		expect(offsetAt(0, "Asia/Kathmandu")).toBe(minutes(330));
		expect(offsetAt(sh("2026-11-23 00:00"), "Asia/Kathmandu")).toBe(minutes(345));
	});
	test("every instant lies in its own local day", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 2_000_000_000_000 }),
				fc.constantFrom("Asia/Shanghai", "America/Los_Angeles", "Europe/London", "Australia/Lord_Howe", "Asia/Urumqi"),
				(ms, zone) => {
					const on = localDay(ms, zone);
					expect(startOfDay(on, zone)).toBeLessThanOrEqual(ms);
					expect(endOfDay(on, zone)).toBeGreaterThan(ms);
				},
			),
		);
	});
});

describe("working time", () => {
	test.each([
		["within a morning", "2026-11-23 09:30", 60, "2026-11-23 10:30"],
		["over lunch", "2026-11-23 11:30", 60, "2026-11-23 13:30"],
		["exactly to closing", "2026-11-23 17:00", 60, "2026-11-23 18:00"],
		["from before opening", "2026-11-23 03:00", 30, "2026-11-23 09:30"],
		["over a weekend", "2026-11-27 17:30", 60, "2026-11-30 09:30"],
		["over closed days with one short exception", "2026-09-30 17:00", 240, "2026-10-05 10:00"],
		["on a made-up Saturday", "2026-10-09 17:30", 60, "2026-10-10 09:30"],
		["nothing", "2026-11-28 10:00", 0, "2026-11-28 10:00"],
	])("%s", (_, from, amount, expected) => {
		expect(addWorkingMs(office, sh(from), minutes(amount))).toBe(sh(expected));
	});
	test("a night shift belongs to the evening it begins", () => {
		expect(addWorkingMs(night, sh("2026-11-23 23:00"), hours(4))).toBe(sh("2026-11-24 03:00"));
		expect(addWorkingMs(night, sh("2026-11-24 02:00"), hours(3))).toBe(sh("2026-11-24 23:00"));
		expect(isOpen(night, sh("2026-11-24 03:59"))).toBe(true);
		expect(isOpen(night, sh("2026-11-24 04:00"))).toBe(false);
		expect(nextOpening(night, sh("2026-11-24 12:00"))).toBe(sh("2026-11-24 22:00"));
		expect(nextOpening(night, sh("2026-11-24 22:30"))).toBe(sh("2026-11-24 22:30"));
	});
	test("overlapping spans count once", () => {
		const both = {
			...office,
			weekly: Array(7).fill([
				{ from: "09:00", to: "13:00" },
				{ from: "12:00", to: "14:00" },
			]) as never,
		};
		expect(workingMsBetween(both, sh("2026-11-23 00:00"), sh("2026-11-24 00:00"))).toBe(hours(5));
	});
	test("adding and measuring agree", () => {
		const instant = fc.integer({ min: sh("2026-01-01 00:00"), max: sh("2027-12-31 00:00") });
		fc.assert(
			fc.property(
				fc.constantFrom(office, night, defaultCalendar, losAngeles),
				instant,
				fc.integer({ min: 1, max: hours(200) }),
				(calendar, from, ms) => {
					expect(workingMsBetween(calendar, from, addWorkingMs(calendar, from, ms))).toBe(ms);
				},
			),
			{ numRuns: 60 },
		);
	});
	test("a shop that never opens is refused, not searched for ever", () => {
		const shut = { ...office, weekly: [[], [], [], [], [], [], []] as WorkCalendar["weekly"], openOn: [] };
		expect(() => addWorkingMs(shut, 0, 1)).toThrow("clock.never-open");
		expect(() => dueAt({ unit: "working-days", amount: 1 }, 0, shut)).toThrow("clock.never-open");
		expect(workingMsBetween(shut, 0, hours(100))).toBe(0);
	});
	test("the calendar's shape", () => {
		expect(workCalendarSchema.parse(defaultCalendar)).toEqual(defaultCalendar);
		for (const bad of [
			{ zone: "Mars/Olympus" },
			{ closedOn: ["2026-13-01"] },
			{ weekly: [[], []] },
			{ openOn: [{ on: "2026-01-01", spans: [{ from: "25:00", to: "26:00" }] }] },
		]) {
			expect(workCalendarSchema.safeParse({ ...defaultCalendar, ...bad }).success).toBe(false);
		}
	});
});

describe("due times", () => {
	test.each([
		["wall", 5, "2026-11-23 20:58", "2026-11-23 21:03"],
		["working-minutes", 180, "2026-11-27 17:00", "2026-11-30 11:00"],
		["working-days", 3, "2026-11-26 16:00", "2026-12-01 18:00"],
		["working-days", 1, "2026-11-28 16:00", "2026-11-30 18:00"],
		["calendar-days", 7, "2026-11-23 15:00", "2026-12-01 00:00"],
		["calendar-days", 3, "2026-11-23 00:00", "2026-11-27 00:00"],
	] as const)("%s %i from %s", (unit, amount, from, expected) => {
		expect(dueAt({ unit, amount }, sh(from), office)).toBe(sh(expected));
	});
	test("calendar days end at local midnight over a change of clocks", () => {
		const started = Date.parse("2026-10-30T12:00:00-07:00");
		expect(dueAt({ unit: "calendar-days", amount: 3 }, started, losAngeles)).toBe(
			Date.parse("2026-11-03T00:00:00-08:00"),
		);
	});
});

describe("how a clock stands", () => {
	const def: ClockDef = {
		unit: "calendar-days",
		amount: 3,
		warnPercent: 80,
		pauses: [{ why: "waiting-part", maxMinutes: 1440 }, { why: "customer-asked" }],
	};
	const startedAt = sh("2026-11-23 10:00");
	const at = (now: string, more: Partial<ClockInput> = {}) =>
		clockState({ def, startedAt, pauses: [], calendar: office, now: sh(now), ...more });

	test("running, due soon, overdue", () => {
		expect(at("2026-11-23 12:00")).toEqual({
			dueAt: sh("2026-11-27 00:00"),
			wallMs: hours(2),
			netMs: hours(2),
			leftMs: hours(84),
			state: "running",
		});
		expect(at("2026-11-26 06:48").state).toBe("due-soon");
		expect(at("2026-11-26 06:47").state).toBe("running");
		expect(at("2026-11-27 00:00").state).toBe("due-soon");
		expect(at("2026-11-27 02:00")).toMatchObject({ state: "overdue", leftMs: -hours(2) });
	});
	test("met and missed", () => {
		expect(at("2026-12-30 00:00", { stoppedAt: sh("2026-11-24 10:00") })).toMatchObject({
			state: "met",
			wallMs: hours(24),
		});
		expect(at("2026-12-30 00:00", { stoppedAt: sh("2026-11-28 10:00") })).toMatchObject({
			state: "missed",
			leftMs: -hours(34),
		});
	});
	test("a permitted pause moves the promise, another does not", () => {
		const pauses = [
			{ from: sh("2026-11-23 12:00"), to: sh("2026-11-23 18:00"), why: "customer-asked" },
			{ from: sh("2026-11-23 20:00"), to: sh("2026-11-23 23:00"), why: "machine-down" },
		];
		expect(at("2026-11-24 10:00", { pauses })).toMatchObject({
			dueAt: sh("2026-11-27 06:00"),
			wallMs: hours(24),
			netMs: hours(18),
			state: "running",
		});
	});
	test("overlapping pauses count once, one before the start not at all", () => {
		const pauses = [
			{ from: sh("2026-11-23 08:00"), to: sh("2026-11-23 11:00"), why: "customer-asked" },
			{ from: sh("2026-11-23 10:30"), to: sh("2026-11-23 12:00"), why: "waiting-part" },
		];
		expect(at("2026-11-23 13:00", { pauses })).toMatchObject({ netMs: hours(1), wallMs: hours(3) });
	});
	test("an open pause stops the clock until its limit is used up", () => {
		const pauses = [{ from: sh("2026-11-24 10:00"), why: "waiting-part" }];
		expect(at("2026-11-24 10:00", { pauses })).toMatchObject({ state: "paused", netMs: hours(24) });
		expect(at("2026-11-25 09:00", { pauses })).toMatchObject({
			state: "paused",
			netMs: hours(24),
			dueAt: sh("2026-11-27 23:00"),
		});
		expect(at("2026-11-26 10:00", { pauses })).toMatchObject({
			state: "running",
			netMs: hours(48),
			dueAt: sh("2026-11-28 00:00"),
		});
	});
	test("a legal clock stops for nothing", () => {
		const rule = index.clocks.get("J");
		const legal = rule && clockDef(rule, "A");
		expect(legal).toMatchObject({ unit: "calendar-days", amount: 30, pauses: [] });
		if (legal) {
			const pauses = [{ from: startedAt, why: "customer-asked" }];
			expect(clockState({ def: legal, startedAt, pauses, calendar: office, now: sh("2026-12-24 00:01") }).state).toBe(
				"overdue",
			);
		}
	});
	test("working minutes: shut hours and pauses in shut hours do not count", () => {
		const def3h: ClockDef = {
			unit: "working-minutes",
			amount: 180,
			warnPercent: 80,
			pauses: [{ why: "waiting-customer-info" }],
		};
		const started = sh("2026-11-27 17:00");
		const input = { def: def3h, startedAt: started, calendar: office, now: sh("2026-11-30 10:00") };
		expect(clockState({ ...input, pauses: [] })).toMatchObject({
			dueAt: sh("2026-11-30 11:00"),
			netMs: hours(2),
			leftMs: hours(1),
			state: "running",
		});
		const weekend = [{ from: sh("2026-11-28 08:00"), to: sh("2026-11-29 20:00"), why: "waiting-customer-info" }];
		expect(clockState({ ...input, pauses: weekend })).toMatchObject({ dueAt: sh("2026-11-30 11:00"), netMs: hours(2) });
		const real = [{ from: sh("2026-11-27 17:30"), to: sh("2026-11-30 09:30"), why: "waiting-customer-info" }];
		expect(clockState({ ...input, pauses: real })).toMatchObject({
			dueAt: sh("2026-11-30 12:00"),
			netMs: hours(1),
			leftMs: hours(2),
		});
		expect(clockState({ ...input, pauses: [], now: sh("2026-11-30 10:24") }).state).toBe("due-soon");
	});
	test("working days with a pause end a working day's length later", () => {
		const close: ClockDef = {
			unit: "working-days",
			amount: 3,
			warnPercent: 80,
			pauses: [{ why: "waiting-customer-info" }],
		};
		const pauses = [{ from: sh("2026-11-24 09:00"), to: sh("2026-11-24 18:00"), why: "waiting-customer-info" }];
		const state = clockState({ def: close, startedAt, pauses, calendar: office, now: sh("2026-11-25 12:00") });
		expect(state).toMatchObject({ dueAt: sh("2026-11-27 18:00"), netMs: hours(7 + 3) });
	});
	test("for any pauses the net time is never negative nor more than the wall's, and left and state agree", () => {
		const offset = fc.integer({ min: -hours(50), max: hours(200) });
		const pause = fc.record({
			from: offset,
			length: fc.integer({ min: 0, max: hours(60) }),
			why: fc.constantFrom("waiting-part", "customer-asked", "other"),
		});
		fc.assert(
			fc.property(fc.array(pause, { maxLength: 6 }), fc.integer({ min: 0, max: hours(300) }), (list, after) => {
				const pauses = list.map(({ from, length, why }) => ({
					from: startedAt + from,
					to: startedAt + from + length,
					why,
				}));
				const state = clockState({ def, startedAt, pauses, calendar: office, now: startedAt + after });
				expect(state.netMs).toBeGreaterThanOrEqual(0);
				expect(state.netMs).toBeLessThanOrEqual(state.wallMs);
				expect(state.dueAt).toBeGreaterThanOrEqual(sh("2026-11-27 00:00"));
				expect(state.state === "overdue").toBe(state.leftMs < 0);
			}),
		);
	});
	test("a set that promises nothing has no clock", () => {
		const rule = index.clocks.get("H");
		expect(rule && clockDef(rule, "A")).toBeUndefined();
	});
});
