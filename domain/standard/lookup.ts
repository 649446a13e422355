/**
 * The standard as maps by code, for code that asks many times. Built once per standard and kept beside it.
 */
import { refuse } from "../errors.ts";
import type { BrandPromises } from "../reference/documents.ts";
import type { Acceptance, Fault, Operation, Part } from "./catalogue.ts";
import type { PriceList } from "./prices.ts";
import type { ClockRule, CodedReason, LiabilityRule, Province, ReasonList } from "./rules.ts";
import type { Standard } from "./schema.ts";
import type { CategoryWord, ItemKind, PieceKind, Zone } from "./vocab.ts";

export type StandardIndex = {
	readonly standard: Standard;
	readonly faults: ReadonlyMap<string, Fault>;
	readonly operations: ReadonlyMap<string, Operation>;
	readonly parts: ReadonlyMap<string, Part>;
	readonly acceptance: ReadonlyMap<string, Acceptance>;
	readonly clocks: ReadonlyMap<string, ClockRule>;
	readonly liabilityRules: ReadonlyMap<string, LiabilityRule>;
	readonly provinces: ReadonlyMap<string, Province>;
	readonly components: ReadonlyMap<string, CategoryWord>;
	readonly materials: ReadonlyMap<string, CategoryWord>;
	readonly itemKinds: ReadonlyMap<string, ItemKind>;
	readonly pieceKinds: ReadonlyMap<string, PieceKind>;
	readonly zones: ReadonlyMap<string, Zone>;
	/** What the brand promises its customers, once the head office has said so; until then the store's own rules count. */
	readonly promises?: BrandPromises;
};

const byCode = <T extends { code: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
	new Map(rows.map((row) => [row.code, row]));

/** Maps by code over one standard. */
export function indexStandard(standard: Standard, promises?: BrandPromises): StandardIndex {
	return {
		standard,
		...(promises ? { promises } : {}),
		faults: byCode(standard.faults),
		operations: byCode(standard.operations),
		parts: byCode(standard.parts),
		acceptance: byCode(standard.acceptance),
		clocks: byCode(standard.clocks.clocks),
		liabilityRules: new Map(standard.liability.rules.map((rule) => [rule.id, rule])),
		provinces: byCode(standard.provinces.provinces),
		components: byCode(standard.vocab.components),
		materials: byCode(standard.vocab.materials),
		itemKinds: byCode(standard.vocab.itemKinds),
		pieceKinds: byCode(standard.vocab.pieceKinds),
		zones: byCode(standard.vocab.zones),
	};
}

/** A coded reason by list and code. @throws Refusal `invalid-input`, `standard.unknown-reason` */
export function getReason(standard: Standard, list: ReasonList, code: string): CodedReason {
	const found = standard.reasons[list]?.find((reason) => reason.code === code);
	return found ?? refuse("invalid-input", "standard.unknown-reason", { list, code });
}

/** @throws Refusal `invalid-input`, `standard.unknown-fault` */
export function getFault(index: StandardIndex, code: string): Fault {
	return index.faults.get(code) ?? refuse("invalid-input", "standard.unknown-fault", { code });
}

/** @throws Refusal `invalid-input`, `standard.unknown-operation` */
export function getOperation(index: StandardIndex, code: string): Operation {
	return index.operations.get(code) ?? refuse("invalid-input", "standard.unknown-operation", { code });
}

/** @throws Refusal `invalid-input`, `standard.unknown-part` */
export function getPart(index: StandardIndex, code: string): Part {
	return index.parts.get(code) ?? refuse("invalid-input", "standard.unknown-part", { code });
}

/** What the list asks for an operation or part, or undefined when it does not name it. */
export function findPrice(prices: PriceList, code: string) {
	const operation = prices.operations.find((row) => row.code === code);
	if (operation) return { ...operation, kind: "operation" as const, included: false };
	const part = prices.parts.find((row) => row.code === code);
	return part && { ...part, kind: "part" as const, unit: "piece" as const };
}

/** Two-letter code of a province given by that code or by its short name (浙江); undefined when the standard has none. */
export function findProvinceCode(index: Pick<StandardIndex, "provinces">, province: string): string | undefined {
	if (index.provinces.has(province)) return province;
	return [...index.provinces.values()].find((each) => each.name.zh === province)?.code;
}
