import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../../domain/clock/date.ts";
import { expiringDays, type Lot, lotState, pickLots, stockLevel, suggestedOrder } from "../../../domain/part/lot.ts";
import { sliderFits, type ZipSpec, zipSpecSchema } from "../../../domain/part/zip.ts";

const today = "2026-11-23";
const warning = addDays(today, expiringDays);

test.each([
	[undefined, "fresh"],
	["2026-11-22", "expired"],
	["2026-11-23", "expiring"],
	["2026-12-23", "expiring"],
	["2026-12-24", "fresh"],
] as const)("a lot that expires on %s is %s", (expiresOn, state) => {
	expect(lotState({ expiresOn }, today, warning)).toBe(state);
});

test("what expires first is taken first, an opened tin before a full one, never what has expired", () => {
	const lots: Lot[] = [
		{ lot: "old", onHand: 50, expiresOn: "2026-11-01" },
		{ lot: "full", onHand: 10, expiresOn: "2027-01-01" },
		{ lot: "open", onHand: 3, expiresOn: "2027-01-01", openedOn: "2026-11-01" },
		{ lot: "soon", onHand: 2, expiresOn: "2026-12-01" },
		{ lot: "ever", onHand: 5 },
	];
	expect(pickLots(lots, 8, today)).toEqual({
		picks: [
			{ lot: "soon", qty: 2 },
			{ lot: "open", qty: 3 },
			{ lot: "full", qty: 3 },
		],
		missing: 0,
	});
	expect(pickLots(lots, 30, today).missing).toBe(10);
});

test("never takes more than asked or than there is", () => {
	const lot = fc.record({
		lot: fc.string(),
		onHand: fc.nat(20),
		expiresOn: fc.constantFrom(undefined, "2026-01-01", "2027-01-01"),
	});
	fc.assert(
		fc.property(fc.array(lot), fc.nat(50), (lots, qty) => {
			const { picks, missing } = pickLots(lots, qty, today);
			expect(picks.reduce((sum, pick) => sum + pick.qty, 0) + missing).toBe(qty);
			expect(missing).toBeGreaterThanOrEqual(0);
		}),
	);
});

test("stock levels and what to order", () => {
	expect([0, 2, 3, 11].map((onHand) => stockLevel(onHand, 2, 10))).toEqual(["out", "low", "ok", "over"]);
	expect(stockLevel(100, 2, 0)).toBe("ok");
	expect(suggestedOrder(1, 0, 2, 10)).toBe(9);
	expect(suggestedOrder(1, 5, 2, 10)).toBe(0);
	expect(suggestedOrder(0, 0, 3, 0)).toBe(6);
});

test("a slider fits only its own number and teeth, and surely only its own maker", () => {
	const zip: ZipSpec = {
		number: 5,
		teeth: "coil",
		tapeColour: "black",
		toothFinish: "black",
		end: "closed",
		slider: "auto-lock",
		lengthMm: 300,
		maker: "YKK",
	};
	expect(zipSpecSchema.parse(zip)).toEqual(zip);
	expect(zipSpecSchema.safeParse({ ...zip, number: 4 }).success).toBe(false);
	expect(sliderFits(zip, zip)).toBe("yes");
	expect(sliderFits(zip, { number: 5, teeth: "coil", slider: "auto-lock" })).toBe("try");
	expect(sliderFits(zip, { ...zip, teeth: "metal" })).toBe("no");
	expect(sliderFits(zip, { ...zip, number: 8 })).toBe("no");
});
