import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evidenceTags } from "../../../domain/finding/evidence.ts";
import { causes } from "../../../domain/finding/finding.ts";
import { isOverride, payerOf, proposalSchema, testFeeBearer } from "../../../domain/liability/call.ts";
import { type LiabilityInput, proposeLiability } from "../../../domain/liability/propose.ts";
import { getFault } from "../../../domain/standard/lookup.ts";
import { index, standard } from "../standard/sample.ts";

type Case = Partial<LiabilityInput> & { fault?: never };
const inTerm = { covered: true, returnable: false, exchangeable: true };
const firstWeek = { covered: true, returnable: true, exchangeable: true };
const outOfTerm = { covered: false, returnable: false, exchangeable: false };

function propose(fault: string, evidence: LiabilityInput["finding"]["evidence"], more: Case = {}) {
	return proposeLiability({
		finding: { evidence },
		fault: getFault(index, fault),
		coverage: inTerm,
		rules: standard.liability,
		...more,
	});
}
const pin = { blob: "a".repeat(64), x: 500, y: 500 };

describe("the rules", () => {
	test("R1 unworn, tags on, visible at receipt: making fault, return, later exchange", () => {
		const evidence = ["unworn", "tags-on", "defect-at-receipt"] as const;
		expect(propose("FW25", [...evidence], { coverage: firstWeek })).toMatchObject({
			cause: "M",
			outcome: "return",
			score: 95,
			rules: [{ id: "R1", effect: "cause-m" }],
		});
		expect(propose("FW25", [...evidence]).outcome).toBe("exchange");
		expect(propose("FW25", ["unworn", "tags-on"]).rules).not.toContainEqual({ id: "R1", effect: "cause-m" });
	});
	test("R2 inside the term and no cause provable: in the consumer's favour", () => {
		expect(propose("FW01", ["cause-unclear"])).toMatchObject({
			cause: "M",
			outcome: "free-repair",
			ground: "rule",
			rules: [{ id: "R2", effect: "cause-m" }],
			needs: [],
		});
		expect(propose("FW01", ["cause-unclear"], { coverage: outOfTerm })).toMatchObject({
			outcome: "paid-repair",
			ground: "prior",
			score: 50,
		});
	});
	test("R3 crack at the flex line with deep tread: making fault", () => {
		expect(propose("FW02", ["flex-line", "tread-over-half"])).toMatchObject({
			cause: "M",
			outcome: "free-repair",
			rules: [{ id: "R3", effect: "cause-m" }],
		});
		expect(propose("FW02", ["flex-line"], { coverage: outOfTerm }).ground).toBe("prior");
	});
	test("R4 symmetric abrasion at the ground: wear, paid even inside the term", () => {
		expect(propose("FW10", ["symmetric-ground-wear"])).toMatchObject({
			cause: "W",
			outcome: "paid-repair",
			chargeback: "none",
		});
	});
	test.each(["cut-edge", "burn", "solvent", "soaked", "machine-washed", "heel-trodden"] as const)(
		"R5 %s: misuse, and a photo must show it",
		(tag) => {
			const bare = propose("FW01", [tag]);
			expect(bare).toMatchObject({
				cause: "U",
				outcome: "paid-repair",
				rules: [{ id: "R5", effect: "cause-u" }],
				needs: ["evidence-photo"],
			});
			expect(propose("FW01", [tag], { finding: { evidence: [tag], pins: [pin] } }).needs).toEqual([]);
		},
	);
	test("R6 damaged carton, or reported in 48 hours with unboxing evidence: transport, carrier claim", () => {
		for (const evidence of [["carton-damaged"], ["reported-within-48h", "unboxing-evidence"]] as const) {
			expect(propose("LG06", [...evidence])).toMatchObject({
				cause: "T",
				outcome: "free-repair",
				chargeback: "carrier",
				needs: ["carrier-claim"],
			});
		}
		expect(propose("LG06", ["reported-within-48h"]).cause).not.toBe("T");
		expect(propose("LG06", ["matches-t"])).toMatchObject({ cause: "T", outcome: "paid-repair", ground: "fault-table" });
	});
	test("R7 hydrolysis, sticky lining, batch: product group, and never misuse", () => {
		const soaked = propose("FW11", ["soaked", "matches-u"]);
		expect(soaked.cause).not.toBe("U");
		expect(soaked).toMatchObject({
			outcome: "free-repair",
			rules: [{ id: "R7", effect: "never-misuse" }],
			needs: ["product-group-review"],
		});
		expect(propose("BG11", ["sticky-lining"]).needs).toContain("product-group-review");
		expect(propose("FW15", ["solvent"], { batchCases: 5 }).cause).toBe("M");
		expect(propose("FW15", ["solvent"], { batchCases: 4 }).cause).toBe("U");
		expect(propose("FW11", ["hydrolysis"], { coverage: outOfTerm })).toMatchObject({
			outcome: "paid-repair",
			needs: ["product-group-review"],
		});
	});
	test("R8 somebody else repaired this part: that part is paid, the cause stays", () => {
		const proposal = propose("FW02", ["flex-line", "tread-over-half", "third-party-repair-same-part"]);
		expect(proposal).toMatchObject({ cause: "M", outcome: "paid-repair" });
		expect(proposal.rules).toContainEqual({ id: "R8", effect: "paid-for-that-part" });
	});
	test.each(["FW05", "FW06", "FW31"])("R9 %s: stop use, tell headquarters", (fault) => {
		expect(propose(fault, ["matches-m"])).toMatchObject({ needs: ["stop-use-notice", "headquarters-alert"] });
	});
	test("R10 weak evidence or a dear item: a second inspector, and the customer may ask again", () => {
		const weak = propose("FW01", [], { coverage: outOfTerm });
		expect(weak.needs).toEqual(["second-inspector", "offer-reinspection"]);
		expect(weak.rules).toEqual([{ id: "R10", effect: "second-look" }]);
		expect(propose("FW01", ["matches-m"], { itemPriceFen: 300_000 }).needs).toEqual([]);
		expect(propose("FW01", ["matches-m"], { itemPriceFen: 300_001 }).needs).toContain("second-inspector");
	});
	test("R11 a model only advises", () => {
		const without = propose("FW01", ["matches-m"]);
		for (const cause of causes) {
			const { rules, ...rest } = propose("FW01", ["matches-m"], { suggestion: { cause } });
			expect(rules).toEqual([
				...without.rules,
				{ id: "R11", effect: cause === "M" ? "advice-agrees" : "advice-disagrees" },
			]);
			expect({ ...rest, rules: without.rules }).toEqual(without);
		}
	});
});

describe("conflicts", () => {
	test.each([
		["R1 over R5", ["unworn", "tags-on", "defect-at-receipt", "cut-edge"], "M", "R1"],
		["R1 over R6", ["unworn", "tags-on", "defect-at-receipt", "carton-damaged"], "M", "R1"],
		["R6 over R5", ["carton-damaged", "cut-edge"], "T", "R6"],
		["R5 over R3", ["soaked", "flex-line", "tread-over-half"], "U", "R5"],
		["R5 over R4", ["heel-trodden", "symmetric-ground-wear"], "U", "R5"],
		["R3 over R4", ["flex-line", "tread-over-half", "symmetric-ground-wear"], "M", "R3"],
	] as const)("%s, and a second inspector looks", (_, evidence, cause, rule) => {
		const proposal = propose("FW02", [...evidence]);
		expect(proposal.cause).toBe(cause);
		expect(proposal.rules.find((hit) => hit.effect.startsWith("cause-"))?.id).toBe(rule);
		expect(proposal.rules.filter((hit) => hit.effect === "outweighed")).toHaveLength(1);
		expect(proposal.needs).toContain("second-inspector");
	});
	test("signs of the fault table stand when no rule speaks, and weaken a rule they contradict", () => {
		expect(propose("FW07", ["matches-w"])).toMatchObject({ cause: "W", ground: "fault-table", score: 85 });
		expect(propose("FW01", ["matches-m", "matches-u"], { coverage: outOfTerm })).toMatchObject({
			cause: "M",
			score: 60,
		});
		expect(propose("FW01", ["matches-m", "matches-u"])).toMatchObject({ cause: "M", ground: "rule" });
		expect(propose("FW02", ["flex-line", "tread-over-half", "matches-u"]).score).toBe(75);
	});
	test("what cannot be repaired is exchanged inside the term and given back outside it", () => {
		expect(propose("FW16", ["matches-m"]).outcome).toBe("exchange");
		expect(propose("FW16", ["matches-m"], { coverage: outOfTerm }).outcome).toBe("returned-unrepaired");
		expect(propose("AP05", ["matches-u"]).outcome).toBe("returned-unrepaired");
		expect(propose("BG13", ["matches-m"]).outcome).toBe("exchange");
	});
});

describe("laws for any evidence", () => {
	const anyCase = fc.record({
		fault: fc.constantFrom(...standard.faults),
		evidence: fc.uniqueArray(fc.constantFrom(...evidenceTags)),
		coverage: fc.constantFrom(inTerm, firstWeek, outOfTerm),
		batchCases: fc.nat(8),
		itemPriceFen: fc.nat(1_000_000),
	});
	test("the shape holds, every rule named exists, misuse needs its photo, chemistry is never misuse", () => {
		fc.assert(
			fc.property(anyCase, ({ evidence, ...more }) => {
				const input = { ...more, finding: { evidence }, rules: standard.liability };
				const proposal = proposeLiability(input);
				expect(proposalSchema.parse(proposal)).toEqual(proposal);
				expect(proposeLiability(input)).toEqual(proposal);
				for (const hit of proposal.rules) expect(index.liabilityRules.has(hit.id)).toBe(true);
				if (proposal.cause === "U") expect(proposal.needs).toContain("evidence-photo");
				if (evidence.includes("hydrolysis")) expect(proposal.cause).not.toBe("U");
				if (proposal.score < 80) expect(proposal.needs).toContain("second-inspector");
				if (proposal.cause === "W" && !proposal.needs.includes("product-group-review"))
					expect(payerOf(proposal.outcome)).toBe("customer");
			}),
			{ numRuns: 500 },
		);
	});
});

test("an override, who pays and who bears the test fee", () => {
	const proposal = propose("FW01", ["matches-m"]);
	expect(isOverride(proposal, proposal)).toBe(false);
	expect(isOverride({ cause: "W", outcome: "free-repair" }, proposal)).toBe(true);
	expect(payerOf("free-repair")).toBe("brand");
	expect(payerOf("returned-unrepaired")).toBe("customer");
	expect([
		testFeeBearer("M"),
		testFeeBearer("T"),
		testFeeBearer("U"),
		testFeeBearer("W"),
		testFeeBearer(undefined),
	]).toEqual(["brand", "brand", "customer", "customer", "split"]);
});
