/**
 * One box: customers from the directory in memory, jobs and items from the gram index, a full order number directly.
 * Words of the standard (faults, operations, parts, kinds …) become their codes, so any language finds them.
 */
import { createJobRows } from "../../../db/queries/job-rows.ts";
import { createSearchReader } from "../../../db/queries/search.ts";
import { termMatch } from "../../../db/search/grams.ts";
import { readOrderNumber } from "../../../domain/code/order-number.ts";
import { maskName, maskPhone } from "../../../domain/mask/mask.ts";
import type { StandardIndex } from "../../../domain/standard/lookup.ts";
import type { Localized } from "../../../domain/standard/text.ts";
import type { OutputOf } from "../../../preload/contract/define.ts";
import type { searchCalls } from "../../../preload/contract/search.ts";
import type { App } from "../../app.ts";
import { jobRows } from "../board/job-row.ts";

type Found = OutputOf<(typeof searchCalls)["search.find"]>;
/** A name as common as 王 has hundreds of bearers; the newest are looked through. */
const mostCustomers = 50;

type NamedCode = { code: string; names: string };

function namedCodes({ standard }: StandardIndex): NamedCode[] {
	const { vocab } = standard;
	const lists: readonly (readonly { code: string; name: Localized }[])[] = [
		standard.faults,
		standard.operations,
		standard.parts,
		vocab.categories,
		vocab.itemKinds,
	];
	return lists.flat().map(({ code, name }) => ({ code, names: `${code} ${name.zh} ${name.en ?? ""}`.toLowerCase() }));
}

/** Vocabulary words that are stored as codes in free columns (brand, colour) are looked for by those codes too. */
function storedWords({ standard }: StandardIndex): NamedCode[] {
	const words = [...standard.vocab.colours, ...standard.vocab.brands];
	return words.map(({ code, name }) => ({ code, names: `${name.zh} ${name.en ?? ""}`.toLowerCase() }));
}

/** Put together once per standard. */
function createNamed(app: App) {
	let of: StandardIndex | undefined;
	let named: { codes: NamedCode[]; words: NamedCode[] } = { codes: [], words: [] };
	return () => {
		const { index } = app.standard;
		if (of !== index) named = { codes: namedCodes(index), words: storedWords(index) };
		of = index;
		return named;
	};
}

export function createSearch(app: App) {
	const reader = createSearchReader(app.reader);
	const rows = createJobRows(app.reader);
	const named = createNamed(app);
	const itemRow = app.reader.prepare("SELECT id, category, kind, brand, style, colour, size FROM items WHERE id = ?");

	/** FTS expression of one term, or undefined when nothing can match it. */
	function matchOf(term: string): string | undefined {
		const wanted = term.toLowerCase();
		const { codes, words } = named();
		// One Latin letter or digit stands in nearly every name: it says nothing yet.
		if (/^[\x20-\x7e]$/.test(wanted)) return undefined;
		const byName = codes.filter((c) => c.names.includes(wanted)).map((c) => c.code);
		const own = termMatch(term, byName);
		const stored = words
			.filter((w) => w.names.includes(wanted))
			.map((w) => termMatch(w.code, []))
			.filter((m) => m !== undefined);
		const all = [own, ...stored].filter((m) => m !== undefined);
		return all.length > 0 ? `(${all.join(" OR ")})` : undefined;
	}

	function matchAll(terms: readonly string[]): string | undefined {
		const matches = terms.map(matchOf);
		return matches.length > 0 && matches.every((m) => m !== undefined) ? matches.join(" AND ") : undefined;
	}

	/** Jobs of customers one of the words names, the other words narrowing them down. */
	function jobsByCustomer(terms: readonly string[], limit: number): string[] {
		return terms.flatMap((term, i) => {
			const people = app.directory.search(term, mostCustomers).map((e) => e.id);
			if (people.length === 0) return [];
			const rest = terms.filter((_, k) => k !== i);
			const match = rest.length > 0 ? matchAll(rest) : undefined;
			return rest.length > 0 && !match ? [] : reader.jobsOf(people, match, limit);
		});
	}

	return function find(text: string, limit: number): Found {
		const empty: Found = { customers: [], jobs: [], items: [] };
		const typed = text.trim();
		if (typed === "") return empty;
		const number = readOrderNumber(typed);
		if (number.ok) return { ...empty, jobs: jobRows(app, rows.byIds(reader.jobsByNumber(number.number))) };
		const terms = typed.split(/\s+/).slice(0, 6);
		const match = matchAll(terms);
		const hits = match ? reader.find(match, limit) : [];
		const jobIds = [...jobsByCustomer(terms, limit), ...hits.filter((h) => h.kind === "job").map((h) => h.id)];
		const unique = [...new Set(jobIds)].slice(0, limit);
		const itemIds = hits.filter((h) => h.kind === "item").map((h) => h.id);
		return {
			customers: app.directory.search(typed, 5).map((e) => ({
				id: e.id,
				name: maskName(e.name),
				phone: maskPhone(e.phone),
				jobs: rows.countBySubject(e.id),
			})),
			jobs: jobRows(app, rows.byIds(unique)),
			items: itemIds.flatMap((id) => {
				const row = itemRow.get(id) as Found["items"][number] | undefined;
				return row ? [row] : [];
			}),
		};
	};
}
