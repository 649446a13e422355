/** Daily roots: one signed hash over the heads of all chains of a brand's stores, published to those stores. */
import { z } from "zod";
import { incarnation, sha256Hex, signature, uuid } from "../fields.ts";

export const dailyRoot = z.strictObject({
	brand: uuid,
	/** The day that was over, UTC. */
	day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
	root: sha256Hex,
	/** How many chains are under it. */
	chains: z.int().min(0),
	arch: incarnation,
	/** The archive's signature over `rootStatement`. */
	sig: signature,
	/** When it was made, ms UTC. */
	at: z.int(),
});
export const rootsAnswer = z.strictObject({ roots: z.array(dailyRoot) });
