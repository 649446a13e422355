/**
 * Codes are kept for ever: jobs at the bench and records of years ago name them. What is offered no more leaves the price
 * list, not the standard.
 */
import type { Standard } from "../standard/schema.ts";

/** Codes of the older standard that the newer one leaves out, e.g. `operations O34`. */
export function leftOut(older: Standard, newer: Standard): string[] {
	const now = codesOf(newer);
	return [...codesOf(older)].flatMap(([list, codes]) => {
		const kept = new Set(now.get(list));
		return codes.filter((code) => !kept.has(code)).map((code) => `${list} ${code}`);
	});
}

type Coded = { code: string };
const isList = (value: unknown): value is Coded[] => Array.isArray(value) && value.every((row) => "code" in row);

function codesOf(standard: Standard): Map<string, string[]> {
	const { vocab } = standard;
	const lists: Record<string, readonly Coded[]> = {
		faults: standard.faults,
		operations: standard.operations,
		parts: standard.parts,
		acceptance: standard.acceptance,
		clocks: standard.clocks.clocks,
		provinces: standard.provinces.provinces,
		...Object.fromEntries(
			Object.entries<unknown>(vocab).flatMap(([list, rows]) => (isList(rows) ? [[list, rows]] : [])),
		),
		...Object.fromEntries(Object.entries(standard.reasons).map(([list, rows]) => [`reasons ${list}`, rows])),
	};
	const codes = Object.entries(lists).map(([list, rows]): [string, string[]] => [list, rows.map(({ code }) => code)]);
	return new Map([...codes, ["rules", standard.liability.rules.map(({ id }) => id)]]);
}
