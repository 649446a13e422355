/**
 * What a workstation keeps of the archive's signatures, as a file: receipts and daily roots. Written by the workstation's
 * exchange page, read by `archive:verify`.
 */
import { z } from "zod";
import { chainHead, incarnation, publicKey, signature, uuid } from "../fields.ts";
import { dailyRoot } from "./roots.ts";

export const keptReceipt = chainHead.extend({
	arch: incarnation,
	/** When it was given, ms UTC. */
	at: z.int(),
	/** The archive's signature over `receiptStatement`. */
	sig: signature,
});

export const proofs = z.strictObject({
	store: uuid,
	/** Ed25519, as the workstation was given it when it was enrolled. */
	archiveKey: publicKey,
	receipts: z.array(keptReceipt),
	roots: z.array(dailyRoot),
});
export type Proofs = z.infer<typeof proofs>;
