import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../domain/clock/date.ts";
import {
	type CoverageInput,
	coverage,
	coverageSchema,
	promiseSchema,
	termEnd,
	type WarrantyPromise,
} from "../../../domain/warranty/coverage.ts";
import { repairCeilingClock, workWarrantyDays, workWarrantyUntil } from "../../../domain/warranty/work.ts";
import { index, standard } from "../standard/sample.ts";

const provinces = standard.provinces;
const day = (amount: number) => ({ unit: "day" as const, amount });
const month = (amount: number) => ({ unit: "month" as const, amount });
const base: CoverageInput = { deliveredOn: "2026-09-01", provinces, category: "shoes", todayOn: "2026-11-23" };
const brand: WarrantyPromise = {
	id: "brand-x",
	version: "3",
	repair: month(6),
	exchange: day(30),
	return: day(7),
	components: { zip: month(12), "top-piece": day(30) },
};
const channel: WarrantyPromise = { id: "mall-y", version: "1", repair: day(200) };
const at = (more: Partial<CoverageInput>) => coverage({ ...base, ...more });

describe("terms", () => {
	test("the first day is the one after receipt, the last one counts", () => {
		expect(termEnd("2026-11-01", day(7))).toBe("2026-11-08");
		expect(at({ deliveredOn: "2026-11-16", todayOn: "2026-11-23" }).returnable).toBe(true);
		expect(at({ deliveredOn: "2026-11-15", todayOn: "2026-11-23" }).returnable).toBe(false);
	});
	test("months end on the same day, or the month's last", () => {
		expect(termEnd("2026-08-31", month(6))).toBe("2027-02-28");
	});
});

describe("which promise", () => {
	test("the baseline where nobody promised: repair 90, exchange 15, return 7", () => {
		const verdict = at({});
		expect(verdict).toEqual({
			covered: true,
			untilOn: "2026-11-30",
			ruleId: "baseline-2026.1",
			ruleVersion: "2026.1",
			basis: "baseline",
			startOn: "2026-09-01",
			exchangeUntilOn: "2026-09-16",
			returnUntilOn: "2026-09-08",
			exchangeable: false,
			returnable: false,
		});
		expect(coverageSchema.parse(verdict)).toEqual(verdict);
		expect(at({ todayOn: "2026-12-01" }).covered).toBe(false);
	});
	test("the brand's promise, and the longer of brand and channel", () => {
		expect(at({ brandTerm: brand })).toMatchObject({
			basis: "brand",
			ruleId: "brand-x",
			ruleVersion: "3",
			untilOn: "2027-03-01",
		});
		expect(at({ brandTerm: brand, channelTerm: channel })).toMatchObject({ basis: "channel", untilOn: "2027-03-20" });
		expect(promiseSchema.safeParse(brand).success).toBe(true);
	});
	test("a component's own term, longer or shorter", () => {
		expect(at({ brandTerm: brand, component: "zip" }).untilOn).toBe("2027-09-01");
		expect(at({ brandTerm: brand, component: "top-piece" }).untilOn).toBe("2026-10-01");
		expect(at({ brandTerm: brand, component: "upper" }).untilOn).toBe("2027-03-01");
	});
	test("a province's floor beats a shorter promise, and says which", () => {
		const short = { id: "stingy", version: "1", repair: day(30) };
		expect(at({ brandTerm: short, province: "SH" })).toMatchObject({
			basis: "province",
			ruleId: "SH-repair",
			untilOn: "2027-03-01",
		});
		expect(at({ brandTerm: short, province: "BJ" })).toMatchObject({
			basis: "province",
			ruleId: "BJ-repair",
			untilOn: "2026-12-01",
		});
		expect(at({ province: "BJ" })).toMatchObject({ ruleId: "BJ-repair-default", untilOn: "2027-03-01" });
		expect(at({ brandTerm: short, province: "SD" })).toMatchObject({ basis: "brand", untilOn: "2026-10-01" });
	});
	test("no brand goes below seven days' return for quality", () => {
		const none = { id: "hard", version: "1", return: day(0), exchange: day(0), repair: day(0) };
		expect(at({ brandTerm: none }).returnUntilOn).toBe("2026-09-08");
	});
	test("三包 floors hold only for categories a province lists", () => {
		const listed = {
			...provinces,
			provinces: provinces.provinces.map((each) => ({ ...each, sanbaoCategories: ["shoes"] })),
		};
		const none = { id: "hard", version: "1", exchange: day(0) };
		expect(at({ brandTerm: none, province: "ZJ" }).exchangeUntilOn).toBe("2026-09-01");
		expect(at({ brandTerm: none, province: "ZJ", provinces: listed }).exchangeUntilOn).toBe("2026-09-16");
		expect(repairCeilingClock(provinces, "ZJ", "shoes")).toBe("J");
		expect(repairCeilingClock(listed, "ZJ", "shoes")).toBe("J-zhejiang");
		expect(repairCeilingClock(listed, "SD", "shoes")).toBe("J");
	});
});

describe("when it runs from", () => {
	test("delivery before purchase, purchase when nothing else is known, nothing at all", () => {
		expect(at({ purchasedOn: "2026-08-01" }).startOn).toBe("2026-09-01");
		expect(at({ deliveredOn: undefined, purchasedOn: "2026-08-01" })).toMatchObject({
			untilOn: "2026-10-30",
			covered: false,
		});
		expect(at({ deliveredOn: undefined })).toMatchObject({
			covered: false,
			basis: "none",
			untilOn: null,
			startOn: null,
			returnable: false,
		});
	});
	test("repair days are not counted, a claim restarts nothing, an exchange restarts everything", () => {
		expect(at({ repairDaysNotCounted: 12 }).untilOn).toBe("2026-12-12");
		expect(at({ repairDaysNotCounted: 0 }).untilOn).toBe(at({}).untilOn);
		expect(at({ exchangedOn: "2026-11-01" })).toMatchObject({ untilOn: "2027-01-30", exchangeUntilOn: "2026-11-16" });
	});
	test("a repaired part has its own warranty, the rest does not share it", () => {
		const priorWorkWarranties = [{ component: "zip", operation: "O29", untilOn: "2027-01-15" }];
		const late = { todayOn: "2026-12-20", priorWorkWarranties };
		expect(at({ ...late, component: "zip" })).toMatchObject({
			covered: true,
			basis: "work",
			ruleId: "O29",
			untilOn: "2027-01-15",
		});
		expect(at({ ...late, component: "outsole" })).toMatchObject({ covered: false, basis: "baseline" });
		expect(at({ ...late, component: "zip", deliveredOn: undefined })).toMatchObject({ covered: true, basis: "work" });
	});
	test("any more favourable input never shortens the cover", () => {
		fc.assert(
			fc.property(
				fc.nat(400),
				fc.nat(400),
				fc.nat(60),
				fc.constantFrom(undefined, "ZJ", "SD", "SH", "BJ"),
				(a, b, extra, province) => {
					const one = { id: "a", version: "1", repair: day(a) };
					const less = at({ brandTerm: one });
					const more = at({
						brandTerm: one,
						channelTerm: { id: "b", version: "1", repair: day(b) },
						province,
						repairDaysNotCounted: extra,
					});
					expect((more.untilOn ?? "") >= (less.untilOn ?? "")).toBe(true);
					expect(more.covered).toBe((more.untilOn ?? "") >= base.todayOn);
				},
			),
		);
	});
});

describe("repair work", () => {
	const clean = index.operations.get("O42");
	const sole = index.operations.get("O03");
	test("is warranted as listed, raised to thirty days where the province says so", () => {
		if (!clean || !sole) throw new Error("operations missing");
		expect(workWarrantyDays(clean, provinces, undefined)).toEqual({ days: 0, ruleId: "O42" });
		expect(workWarrantyDays(clean, provinces, "ZJ")).toEqual({ days: 30, ruleId: "ZJ-work" });
		expect(workWarrantyDays(clean, provinces, "SD")).toEqual({ days: 30, ruleId: "SD-work" });
		expect(workWarrantyDays(sole, provinces, "ZJ")).toEqual({ days: 90, ruleId: "O03" });
		expect(workWarrantyUntil("2026-11-23", 90)).toBe(addDays("2026-11-23", 90));
	});
});
