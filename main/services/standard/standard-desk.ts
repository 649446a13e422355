/**
 * The standard, price list and promises by which this workstation works now: the head office's newest whose day has come,
 * else those that came with the program. Every service reads `index` when it needs it and keeps nothing of it.
 */
import type { ReferenceRows } from "../../../db/queries/exchange/reference.ts";
import type { StandardIndex } from "../../../domain/standard/lookup.ts";
import type { Standard } from "../../../domain/standard/schema.ts";
import { type Around, findInForce, type InForce, openDocument } from "./in-force.ts";
import type { ShippedStandard } from "./shipped.ts";

export type StandardDesk = {
	readonly index: StandardIndex;
	/** sha256 of the standard: of the document that was signed, or of the manifest that came with the program. */
	readonly sha256: string;
	/** Set when the shipped files were refused and their last good copy is what the program goes by. */
	readonly refused: ShippedStandard["refused"];
	readonly inForce: InForce;
	readonly rows: ReferenceRows;
	/** The newest standard of a brand, also one whose day has not come: a new price list must fit it. */
	newest(brand: string): Standard;
	readonly archive: Around["archive"];
	/** Documents came: looks again. */
	refresh(): void;
	/** True when something else than at the last call is in force. */
	news(): boolean;
};

export type StandardDeskDeps = {
	shipped: ShippedStandard;
	rows: ReferenceRows;
	clock: { now(): number };
	archive(): Around["archive"];
};

export function createStandardDesk({ shipped, rows, clock, archive }: StandardDeskDeps): StandardDesk {
	let current: InForce | undefined;
	let told: string | undefined;
	const inForce = (): InForce => {
		const now = clock.now();
		if (!current || now >= current.until) current = findInForce({ rows, shipped, archive: archive() }, now);
		return current;
	};
	const keyOf = ({ standard, prices, promises }: InForce) => [standard.sha256, prices.sha256, promises?.sha].join();
	return {
		get index() {
			return inForce().index;
		},
		get sha256() {
			return inForce().standard.sha256;
		},
		refused: shipped.refused,
		get inForce() {
			return inForce();
		},
		rows,
		newest(brand) {
			const around = { rows, archive: archive() };
			for (const row of rows.list()) {
				if (row.brand !== brand || row.kind !== "standard" || row.state !== "taken") continue;
				const content = openDocument(around, "standard", row);
				if (typeof content !== "string") return content;
			}
			return shipped.index.standard;
		},
		get archive() {
			return archive();
		},
		refresh() {
			current = undefined;
		},
		news() {
			const known = told;
			told = keyOf(inForce());
			return known !== undefined && known !== told;
		},
	};
}
