/**
 * The whole archive looked through: chains, heads, signatures, feeds, what was derived from them, daily roots, pictures,
 * published documents; and what a workstation kept of its signatures, when that is given.
 * Called by `npm run archive:verify`, best on a restored copy or in a quiet hour. Repairs nothing.
 */
import type { Proofs } from "../../protocol/trust/proofs.ts";
import type { Archive } from "../archive.ts";
import { allBrands } from "../page/find.ts";
import { verifyStore } from "./chains.ts";
import { verifyDocuments } from "./documents.ts";
import { verifyErasures } from "./erasures.ts";
import type { Fault } from "./fault.ts";
import { verifyPictures } from "./pictures.ts";
import { verifyProjections } from "./projections.ts";
import { verifyProofs } from "./proofs.ts";
import { verifyRoots } from "./roots.ts";

export type Verified = {
	faults: Fault[];
	looked: {
		stores: number;
		events: number;
		items: number;
		roots: number;
		pictures: number;
		erased: number;
		documents: number;
		/** Kept by a workstation. */
		proofs: number;
	};
};

/** `found`: each fault as it is found. `kept`: a workstation's receipts and roots. */
export async function verifyArchive(
	archive: Archive,
	found: (fault: Fault) => void = () => undefined,
	kept?: Proofs,
): Promise<Verified> {
	const faults: Fault[] = [];
	const report = (fault: Fault) => {
		faults.push(fault);
		found(fault);
	};
	const { sql } = archive;
	const brands = await sql.transaction([], allBrands);
	const stores = await sql.transaction([], (tx) => tx.rows<{ id: string }>("SELECT id FROM store ORDER BY id"));
	let events = 0;
	for (const { id } of stores) events += await sql.transaction(brands, (tx) => verifyStore(archive, tx, id, report));
	const items = await verifyProjections(archive, brands, report);
	const roots = await sql.transaction(brands, (tx) => verifyRoots(archive, tx, report));
	const pictures = await sql.transaction(brands, (tx) => verifyPictures(archive, tx, report));
	const erased = await sql.transaction(brands, (tx) => verifyErasures(tx, report));
	const documents = await sql.transaction(brands, (tx) => verifyDocuments(archive, tx, report));
	const proofs = kept ? await sql.transaction(brands, (tx) => verifyProofs(archive, tx, kept, report)) : 0;
	return { faults, looked: { stores: stores.length, events, items, roots, pictures, erased, documents, proofs } };
}
