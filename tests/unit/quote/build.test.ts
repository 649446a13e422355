import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "../../../domain/errors.ts";
import { outcomes } from "../../../domain/liability/call.ts";
import { buildQuote, payerOfVerdict, type QuoteInput, type Verdict } from "../../../domain/quote/build.ts";
import { checkLine, deviationSummary, isOffList, needsManager, quoteTotals } from "../../../domain/quote/check.ts";
import { type Deviation, type QuoteLine, quoteLineSchema, quoteTotalsSchema } from "../../../domain/quote/line.ts";
import { index, standard } from "../standard/sample.ts";

const prices = standard.prices;
function quote(more: Partial<QuoteInput>) {
	let next = 0;
	return buildQuote({
		index,
		prices,
		findingIds: [],
		verdicts: [],
		remedies: [],
		services: [],
		newId: () => `line-${++next}`,
		...more,
	});
}
const free = (findingId: string, basis: Verdict["basis"] = "brand"): Verdict => ({
	findingId,
	outcome: "free-repair",
	ruleId: "R3",
	basis,
});
const paid = (findingId: string): Verdict => ({ findingId, outcome: "paid-repair", basis: "none" });
const goodwill: Deviation = { reason: "goodwill", approver: "manager-1" };
const main = (lines: readonly QuoteLine[]) => lines.filter((line) => !line.included);

describe("a quote", () => {
	test("lists the operation at the list price and its usual parts as included", () => {
		const { lines, totals } = quote({
			findingIds: ["f1"],
			verdicts: [paid("f1")],
			remedies: [{ operation: "O03", findingIds: ["f1"] }],
		});
		expect(lines).toEqual([
			{
				id: "line-1",
				code: "O03",
				title: "换整底（胶粘）",
				titleEn: "cemented full resole",
				findingIds: ["f1"],
				payer: "customer",
				why: { kind: "finding", findingId: "f1" },
				qty: 1,
				unit: "pair",
				unitFen: 21_000,
				listFen: 21_000,
				amountFen: 21_000,
				workWarrantyDays: 90,
				minutes: 70,
			},
			...["SO01", "AD01", "AD03"].map((code, at) =>
				expect.objectContaining({ id: `line-${at + 2}`, code, included: true, amountFen: 0, payer: "customer" }),
			),
		]);
		expect(totals).toEqual({ customerFen: 21_000, brandFen: 0, storeFen: 0, totalFen: 21_000 });
		for (const line of lines) expect(quoteLineSchema.parse(line)).toEqual(line);
	});
	test("says by which rule the brand pays, and our own rework is our own cost", () => {
		const remedies = [{ operation: "O03", findingIds: ["f1"] }];
		const covered = quote({ findingIds: ["f1"], verdicts: [free("f1")], remedies });
		expect(covered.lines[0]).toMatchObject({ payer: "brand", why: { kind: "rule", rule: "R3", findingId: "f1" } });
		expect(covered.totals).toMatchObject({ customerFen: 0, brandFen: 21_000 });
		expect(quote({ findingIds: ["f1"], verdicts: [free("f1", "work")], remedies }).totals).toMatchObject({
			storeFen: 21_000,
			brandFen: 0,
		});
	});
	test("prices both shoes of a pair once, and pieces one by one", () => {
		const pair = quote({
			findingIds: ["l", "r"],
			verdicts: [paid("l"), paid("r")],
			remedies: [
				{ operation: "O02", findingIds: ["l"], pieceId: "left" },
				{ operation: "O02", findingIds: ["r"], pieceId: "right" },
			],
		});
		expect(main(pair.lines)).toHaveLength(1);
		expect(pair.lines[0]).toMatchObject({ unit: "pair", qty: 1, findingIds: ["l", "r"] });
		expect(pair.lines[0]).not.toHaveProperty("pieceId");
		const pieces = quote({
			findingIds: ["l", "r"],
			verdicts: [paid("l"), free("r")],
			remedies: [
				{ operation: "O01", findingIds: ["l"], pieceId: "left" },
				{ operation: "O01", findingIds: ["r"], pieceId: "right", qty: 2 },
			],
		});
		expect(main(pieces.lines)).toMatchObject([
			{ pieceId: "left", payer: "customer", qty: 1, amountFen: 3_500 },
			{ pieceId: "right", payer: "brand", qty: 2, amountFen: 7_000, minutes: 40 },
		]);
	});
	test("spares the customer where one price covers both sides' findings, and says so", () => {
		const { lines, needs } = quote({
			findingIds: ["l", "r"],
			verdicts: [paid("l"), free("r")],
			remedies: [{ operation: "O02", findingIds: ["l", "r"] }],
		});
		expect(lines[0]?.payer).toBe("brand");
		expect(needs).toContainEqual({ kind: "mixed-payers", operation: "O02" });
	});
	test("charges services to the customer unless somebody else bears them", () => {
		const { lines, totals } = quote({ services: [{ operation: "O43" }, { operation: "O00", payer: "brand" }] });
		expect(main(lines).map((line) => [line.code, line.payer, line.why.kind])).toEqual([
			["O43", "customer", "service"],
			["O00", "brand", "service"],
		]);
		expect(totals).toMatchObject({ customerFen: 5_500, brandFen: 2_500 });
	});
	test("raises a work warranty to the province's floor", () => {
		expect(quote({ services: [{ operation: "O43" }] }).lines[0]?.workWarrantyDays).toBe(7);
		expect(quote({ services: [{ operation: "O43" }], province: "ZJ" }).lines[0]?.workWarrantyDays).toBe(30);
	});
	test("names what is missing", () => {
		const { needs, lines } = quote({
			findingIds: ["a", "b", "c", "d"],
			verdicts: [
				paid("b"),
				{ findingId: "c", outcome: "exchange", basis: "brand" },
				{ findingId: "d", outcome: "returned-unrepaired", basis: "none" },
			],
		});
		expect(lines).toEqual([]);
		expect(needs).toEqual([
			{ kind: "liability-call", findingId: "a" },
			{ kind: "remedy", findingId: "a" },
			{ kind: "remedy", findingId: "b" },
			{ kind: "exchange-decision", findingId: "c" },
			{ kind: "sample-prices" },
		]);
		expect(quote({ prices: { ...prices, sample: false } }).needs).toEqual([]);
	});
});

describe("prices off the list", () => {
	const line = (more: Partial<QuoteLine>): QuoteLine => ({
		id: "x",
		code: "O01",
		title: "局部补胶",
		findingIds: [],
		qty: 1,
		unit: "piece",
		unitFen: 3_500,
		listFen: 3_500,
		amountFen: 3_500,
		payer: "customer",
		why: { kind: "service", service: "O01" },
		...more,
	});
	const check = (more: Partial<QuoteLine>) => checkLine(line(more), standard, prices);

	test("go with a reason and an approver", () => {
		const { lines } = quote({ services: [{ operation: "O01", price: { unitFen: 2_000, deviation: goodwill } }] });
		expect(lines[0]).toMatchObject({ unitFen: 2_000, listFen: 3_500, amountFen: 2_000, deviation: goodwill });
		expect(lines[0] && needsManager(lines[0], standard)).toBe(true);
		expect(deviationSummary(lines)).toEqual({ lines: 1, differenceFen: -1_500 });
	});
	test("the list price given as one's own is no deviation", () => {
		const { lines } = quote({ services: [{ operation: "O01", price: { unitFen: 3_500, deviation: goodwill } }] });
		expect(lines[0]).not.toHaveProperty("deviation");
		expect(deviationSummary(lines).lines).toBe(0);
	});
	test("one more of an included part, or something not listed, needs a price of its own", () => {
		const remedy = { operation: "O03", findingIds: ["f"] };
		const ask = (price?: { unitFen: number; deviation: Deviation }) =>
			quote({
				findingIds: ["f"],
				verdicts: [paid("f")],
				remedies: [{ ...remedy, extraParts: [{ part: "SO09", qty: 2, price }] }],
			});
		expect(() => ask()).toThrow("quote.not-on-list");
		const deviation = { reason: "not-on-list", note: "加厚鞋垫", approver: "manager-1" };
		expect(ask({ unitFen: 1_000, deviation }).lines.at(-1)).toMatchObject({
			code: "SO09",
			listFen: null,
			amountFen: 2_000,
			deviation,
		});
		expect(() => ask({ unitFen: 1_000, deviation: { reason: "not-on-list", approver: "m" } })).toThrow(
			"quote.note-missing",
		);
	});
	test("are refused without a deviation, with an unknown reason, or wrongly added up", () => {
		expect(() => check({})).not.toThrow();
		expect(() => check({ unitFen: 9_900, amountFen: 9_900 })).toThrow("quote.off-list");
		expect(() => check({ unitFen: 9_900, listFen: 9_900, amountFen: 9_900 })).toThrow("quote.list-price-wrong");
		expect(() => check({ qty: 2 })).toThrow("quote.amount-wrong");
		expect(() => check({ included: true })).toThrow("quote.amount-wrong");
		expect(() => check({ unitFen: 1, amountFen: 1, deviation: { reason: "because", approver: "m" } })).toThrow(
			"standard.unknown-reason",
		);
	});
	test("two prices for one line, an unknown finding or operation are refused", () => {
		const price = (unitFen: number) => ({ unitFen, deviation: goodwill });
		expect(() =>
			quote({
				services: [
					{ operation: "O43", price: price(1) },
					{ operation: "O43", price: price(2) },
				],
			}),
		).toThrow("quote.two-prices");
		expect(() => quote({ remedies: [{ operation: "O03", findingIds: ["nobody"] }] })).toThrow("quote.unknown-finding");
		expect(() => quote({ remedies: [{ operation: "O03", findingIds: [] }] })).toThrow("quote.unknown-finding");
		expect(() => quote({ services: [{ operation: "O76" }] })).toThrow(Refusal);
	});
});

describe("laws", () => {
	const findingIds = ["f1", "f2", "f3"];
	const operation = fc.constantFrom(...standard.operations.map((each) => each.code));
	const price = fc.option(fc.record({ unitFen: fc.nat(500_000), deviation: fc.constant(goodwill) }), {
		nil: undefined,
	});
	const qty = fc.integer({ min: 1, max: 5 });
	const input = fc.record({
		verdicts: fc.uniqueArray(
			fc.record({
				findingId: fc.constantFrom(...findingIds),
				outcome: fc.constantFrom(...outcomes),
				basis: fc.constantFrom("brand" as const, "work" as const, "none" as const),
			}),
			{ selector: (verdict) => verdict.findingId },
		),
		remedies: fc.array(
			fc.record({
				operation,
				findingIds: fc.uniqueArray(fc.constantFrom(...findingIds), { minLength: 1 }),
				qty,
				price,
			}),
			{ maxLength: 5 },
		),
		services: fc.array(
			fc.record({ operation, qty, price, payer: fc.constantFrom(undefined, "brand" as const, "store" as const) }),
			{ maxLength: 5 },
		),
		province: fc.constantFrom(undefined, "ZJ", "SD"),
	});
	test("totals add up, nothing is negative, nothing is off the list without a deviation, twice is the same", () => {
		fc.assert(
			fc.property(input, (given) => {
				let made: ReturnType<typeof quote>;
				try {
					made = quote({ ...given, findingIds });
				} catch (error) {
					expect(error).toMatchObject({ reason: "quote.two-prices" });
					return;
				}
				const { lines, totals } = made;
				expect(quote({ ...given, findingIds })).toEqual(made);
				expect(quoteTotalsSchema.parse(totals)).toEqual(quoteTotals(lines));
				expect(totals.totalFen).toBe(lines.reduce((sum, line) => sum + line.amountFen, 0));
				expect(totals.totalFen).toBe(totals.customerFen + totals.brandFen + totals.storeFen);
				expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length);
				for (const line of lines) {
					expect(quoteLineSchema.safeParse(line).success).toBe(true);
					expect(isOffList(line)).toBe(line.deviation !== undefined);
					if (line.included) expect(line.amountFen).toBe(0);
				}
			}),
			{ numRuns: 300 },
		);
	});
	test("a customer never pays for a finding that is repaired free", () => {
		fc.assert(
			fc.property(operation, fc.constantFrom("brand" as const, "work" as const, "law" as const), (code, basis) => {
				const { totals } = quote({
					findingIds: ["f1"],
					verdicts: [free("f1", basis)],
					remedies: [{ operation: code, findingIds: ["f1"] }],
				});
				expect(totals.customerFen).toBe(0);
			}),
		);
		expect(payerOfVerdict(undefined)).toBe("customer");
	});
});
