/** A workstation's kept signatures held against the archive: what it once acknowledged is there, what it signed a day still stands. */
import { receiptStatement, rootStatement } from "../../protocol/statement.ts";
import { type Proofs, proofs } from "../../protocol/trust/proofs.ts";
import { signatureHolds } from "../../signing/curves.ts";
import type { Archive } from "../archive.ts";
import type { Tx } from "../sql/sql.ts";
import type { Report } from "./fault.ts";

/** Throws TypeError with a sentence for a file that is none. */
export function readProofs(text: string): Proofs {
	try {
		return proofs.parse(JSON.parse(text));
	} catch {
		throw new TypeError("--file is not what a workstation's exchange page exports");
	}
}

/** Answers how many signatures it looked at. */
export async function verifyProofs(
	{ signer, incarnation }: Archive,
	tx: Tx,
	given: Proofs,
	report: Report,
): Promise<number> {
	const { store, receipts, roots } = given;
	for (const { arch, at: givenAt, sig, ...head } of receipts) {
		const at = `store ${store}, chain ${head.dev}/${head.epoch}, number ${head.seq}, life ${arch}`;
		const [there] = await tx.rows<{ hash: string }>(
			"SELECT encode(hash, 'hex') AS hash FROM event WHERE store = $1 AND dev = $2 AND epoch = $3 AND seq = $4",
			[store, head.dev, head.epoch, head.seq],
		);
		if (!signatureHolds(signer.publicKey, receiptStatement(arch, head, givenAt), sig))
			report({ kind: "receipt", at, what: "the signature is not this archive's" });
		else if (!there) report({ kind: "receipt", at, what: "it was acknowledged and is not here" });
		else if (there.hash !== head.hash)
			report({ kind: "receipt", at, what: "another event was acknowledged than is here" });
	}
	for (const { brand, day, arch, root, sig } of roots) {
		const at = `${day}, brand ${brand}, life ${arch}`;
		const [there] = await tx.rows<{ root: string }>(
			"SELECT root FROM daily_root WHERE brand = $1 AND day = $2 AND arch = $3",
			[brand, day, arch],
		);
		if (!signatureHolds(signer.publicKey, rootStatement(arch, day, root), sig))
			report({ kind: "root", at, what: "the workstation's root is not signed by this archive" });
		// What an earlier life signed last may have gone with it: its chains came back from the workstations.
		else if (there ? there.root !== root : arch === incarnation)
			report({ kind: "root", at, what: "the workstation was given another root for that day" });
	}
	return receipts.length + roots.length;
}
