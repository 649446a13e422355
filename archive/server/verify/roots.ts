/** Each day's root: signed by this archive, and what the chains hash to as they stood when it was made. */
import { rootStatement } from "../../protocol/statement.ts";
import { signatureHolds } from "../../signing/curves.ts";
import type { Archive } from "../archive.ts";
import { merkleRoot } from "../receipts/merkle.ts";
import { leavesOf } from "../receipts/roots.ts";
import type { Tx } from "../sql/sql.ts";
import type { Report } from "./fault.ts";

type Root = { brand: string; day: string; root: string; chains: number; arch: string; sig: string; at: number };
type Head = { store: string; dev: string; epoch: number; seq: number; hash: string };

/** Answers how many roots there are. A chain that had no event yet when a root was made can't be told from none. */
export async function verifyRoots(archive: Archive, tx: Tx, report: Report): Promise<number> {
	const roots = await tx.rows<Root>(
		"SELECT brand, day, root, chains, arch, sig, at FROM daily_root ORDER BY day, brand",
	);
	for (const { brand, day, root, chains, arch, sig, at: madeAt } of roots) {
		const at = `${day}, brand ${brand}`;
		if (!signatureHolds(archive.signer.publicKey, rootStatement(arch, day, root), sig)) {
			report({ kind: "root", at, what: "the signature is not this archive's" });
			continue;
		}
		const heads = await tx.rows<Head>(
			`SELECT DISTINCT ON (e.store, e.dev, e.epoch) e.store, e.dev, e.epoch, e.seq, encode(e.hash, 'hex') AS hash FROM event e
			JOIN store_brand b ON b.store = e.store AND b.brand = $1 WHERE e.arr <= $2 ORDER BY e.store, e.dev, e.epoch, e.seq DESC`,
			[brand, madeAt],
		);
		if (heads.length === chains && merkleRoot(leavesOf(brand, heads)) !== root)
			report({ kind: "root", at, what: "the chains, as they stood then, hash to another root" });
		if (heads.length > chains)
			report({ kind: "root", at, what: `${heads.length} chains where the root has ${chains}` });
	}
	return roots.length;
}
