/**
 * Finds codes in a standard that point at nothing, appear twice, or leave something out. Called by `parse.ts` only.
 */
import { evidenceTags } from "../finding/evidence.ts";
import type { Standard } from "./schema.ts";

/** One line per broken reference, e.g. `faults FW01 → operation O99`. Empty when all is well. */
export function brokenReferences(standard: Standard): string[] {
	const broken: string[] = [];
	const expect = (where: string, kind: string, codes: Iterable<string>, known: ReadonlySet<string>) => {
		for (const code of codes) if (!known.has(code)) broken.push(`${where} → ${kind} ${code}`);
	};
	const codesOf = (where: string, rows: readonly { code: string }[]): Set<string> => {
		const codes = new Set<string>();
		for (const { code } of rows) {
			if (codes.has(code)) broken.push(`${where} ${code} twice`);
			codes.add(code);
		}
		return codes;
	};
	const { vocab, liability, prices, reasons, provinces } = standard;

	const operations = codesOf("operations", standard.operations);
	const parts = codesOf("parts", standard.parts);
	const acceptance = codesOf("acceptance", standard.acceptance);
	const faults = codesOf("faults", standard.faults);
	const components = codesOf("components", vocab.components);
	const pieceKinds = codesOf("pieceKinds", vocab.pieceKinds);
	const categories = new Set<string>(codesOf("categories", vocab.categories));
	codesOf("clocks", standard.clocks.clocks);
	codesOf("itemKinds", vocab.itemKinds);
	codesOf("materials", vocab.materials);
	codesOf("zones", vocab.zones);
	codesOf("provinces", provinces.provinces);
	for (const [list, rows] of Object.entries(reasons)) codesOf(`reasons ${list}`, rows);

	const remedies = new Set([...operations, "X"]);
	for (const fault of standard.faults) {
		expect(`faults ${fault.code}`, "operation", fault.remedies, remedies);
		expect(`faults ${fault.code}`, "component", fault.components, components);
		expect(`faults ${fault.code}`, "category", fault.categories, categories);
	}
	for (const operation of standard.operations) {
		const where = `operations ${operation.code}`;
		expect(where, "part", operation.parts, parts);
		expect(where, "acceptance", operation.acceptance, acceptance);
		expect(where, "category", operation.categories, categories);
		if (operation.steps.some((step, index) => step.n !== index + 1)) broken.push(`${where} steps not numbered 1, 2, 3`);
		const curing = operation.steps.filter((step) => step.cures).length;
		if (curing !== (operation.cureHours > 0 ? 1 : 0)) broken.push(`${where} curing step`);
	}
	const pauses = new Set((reasons.pause ?? []).map((reason) => reason.code));
	for (const clock of standard.clocks.clocks) {
		expect(
			`clocks ${clock.code}`,
			"pause",
			clock.pauses.map((pause) => pause.why),
			pauses,
		);
	}
	const rules = new Set(liability.rules.map((rule) => rule.id));
	expect("liability order", "rule", liability.order, rules);
	expect("liability safety", "fault", liability.settings.safetyFaults, faults);
	expect("liability never misuse", "fault", liability.settings.neverMisuseFaults, faults);
	for (const kind of vocab.itemKinds) {
		expect(
			`itemKinds ${kind.code}`,
			"piece",
			kind.pieces.map((piece) => piece.kind),
			pieceKinds,
		);
	}
	expect(
		"zones",
		"component",
		vocab.zones.map((zone) => zone.component),
		components,
	);
	expect(
		"prices",
		"operation",
		prices.operations.map((row) => row.code),
		operations,
	);
	expect(
		"prices",
		"part",
		prices.parts.map((row) => row.code),
		parts,
	);
	codesOf("prices operations", prices.operations);
	codesOf("prices parts", prices.parts);
	for (const province of provinces.provinces) {
		expect(`provinces ${province.code}`, "category", province.sanbaoCategories, categories);
	}
	expect("vocab", "evidence wording", evidenceTags, new Set<string>(vocab.evidence.map((word) => word.tag)));
	return broken;
}
