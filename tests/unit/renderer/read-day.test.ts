import { expect, test } from "vitest";
import { readDay } from "../../../renderer/components/input/read-day.ts";

test.each([
	["2026-10-05", "2026-10-05"],
	["2026/10/5", "2026-10-05"],
	[" 2026.10.5 ", "2026-10-05"],
	["20261005", "2026-10-05"],
	["2026年10月5日", "2026-10-05"],
	["Oct 5, 2026", "2026-10-05"],
	["5 October 2026", "2026-10-05"],
])("%s is a day", (typed, day) => {
	expect(readDay(typed)).toBe(day);
});

test.each(["", "2026-02-30", "10/5", "yesterday", "Octember 5, 2026x"])("%s is none", (typed) => {
	expect(readDay(typed)).toBeNull();
});
