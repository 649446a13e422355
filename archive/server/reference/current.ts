/**
 * A brand's standard and promises in force, for what the archive says and decides itself (the customer's page). The one that
 * ships until the brand published its own. Read again only when another one is in force.
 */
import { readReference } from "../../../domain/reference/parse.ts";
import { indexStandard, type StandardIndex } from "../../../domain/standard/lookup.ts";
import type { Archive } from "../archive.ts";
import { readStandard } from "../page/standard.ts";
import { sha256 } from "../push/judge.ts";

type Row = { kind: "standard" | "promises"; version: string; sha: string };

/** Answers the index of a brand's standard; all brands without one share the shipped. */
export function createCurrentStandard(archive: Archive): (brand: string) => Promise<StandardIndex> {
	const { sql, clock } = archive;
	const known = new Map<string, { shas: string; index: StandardIndex }>();
	let shipped: StandardIndex | undefined;

	async function textOf(brand: string, { kind, version }: Row): Promise<string> {
		const rows = await sql.transaction([brand], (tx) =>
			tx.rows<{ text: string }>("SELECT text FROM reference_document WHERE brand = $1 AND kind = $2 AND version = $3", [
				brand,
				kind,
				version,
			]),
		);
		return rows[0]?.text ?? "";
	}

	async function read<K extends Row["kind"]>(brand: string, kind: K, rows: readonly Row[]) {
		const row = rows.find((each) => each.kind === kind);
		const found = row && readReference(kind, row.version, await textOf(brand, row), sha256);
		return found && "content" in found ? found.content : undefined;
	}

	return async (brand) => {
		shipped ??= readStandard();
		if (brand === "") return shipped;
		const rows = await sql.transaction([brand], (tx) =>
			tx.rows<Row>(
				`SELECT DISTINCT ON (kind) kind, version, sha FROM reference_document
				WHERE brand = $1 AND kind IN ('standard', 'promises') AND effective_from <= $2 ORDER BY kind, rank DESC`,
				[brand, clock.now()],
			),
		);
		if (rows.length === 0) return shipped;
		const shas = rows.map(({ sha }) => sha).join();
		const before = known.get(brand);
		if (before?.shas === shas) return before.index;
		const standard = (await read(brand, "standard", rows)) ?? shipped.standard;
		const index = indexStandard(standard, await read(brand, "promises", rows));
		known.set(brand, { shas, index });
		return index;
	};
}
