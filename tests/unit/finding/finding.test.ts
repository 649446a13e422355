import { describe, expect, test } from "vitest";
import { evidenceTags } from "../../../domain/finding/evidence.ts";
import { type Finding, findingSchema, hasAll, hasAny } from "../../../domain/finding/finding.ts";
import { index, standard } from "../standard/sample.ts";

const finding: Finding = {
	id: "0198c0de-0000-7000-8000-000000000001",
	fault: "FW01",
	component: "outsole",
	material: "rubber",
	severity: "major",
	pieceId: "0198c0de-0000-7000-8000-000000000002",
	zones: ["shoe-edge"],
	measures: [{ kind: "length-mm", value: 42 }],
	evidence: ["flex-line", "tread-over-half"],
	pins: [{ blob: "0".repeat(64), x: 120, y: 900 }],
};

describe("a finding", () => {
	test("is read as written, and the optional parts may be absent", () => {
		expect(findingSchema.parse(finding)).toEqual(finding);
		const { id, fault, component, severity } = finding;
		expect(findingSchema.parse({ id, fault, component, severity, evidence: [] })).toEqual({
			id,
			fault,
			component,
			severity,
			evidence: [],
		});
	});
	test.each([
		["an unknown tag", { evidence: ["looks-bad"] }],
		["a fraction", { measures: [{ kind: "length-mm", value: 4.2 }] }],
		["a pin off the photo", { pins: [{ blob: "0".repeat(64), x: 1001, y: 0 }] }],
		["a fault that is no code", { fault: "开胶" }],
		["an unknown severity", { severity: "bad" }],
	])("%s is refused", (_, wrong) => {
		expect(findingSchema.safeParse({ ...finding, ...wrong }).success).toBe(false);
	});
	test("is asked for its evidence", () => {
		expect(hasAll(finding, ["flex-line", "tread-over-half"])).toBe(true);
		expect(hasAll(finding, ["flex-line", "burn"])).toBe(false);
		expect(hasAny(finding, ["burn", "flex-line"])).toBe(true);
		expect(hasAny(finding, ["burn"])).toBe(false);
		expect(hasAll(finding, [])).toBe(true);
	});
	test("uses words the standard knows", () => {
		expect(index.faults.has(finding.fault)).toBe(true);
		expect(index.components.has(finding.component)).toBe(true);
		expect(index.materials.has(finding.material ?? "")).toBe(true);
		expect(finding.zones?.every((zone) => index.zones.has(zone))).toBe(true);
		expect(standard.vocab.evidence.map((word) => word.tag)).toEqual([...evidenceTags]);
	});
});
