/**
 * What a brand's head office tells its stores, as numbered documents signed by the archive. Heads first; a document's text
 * is asked for by itself and is what was hashed, verbatim. The list of people is not handed out: people come as events.
 */
import { z } from "zod";
import { sha256Hex, signature, uuid } from "../fields.ts";

export const referenceHead = z.strictObject({
	brand: uuid,
	/** Open: a newer archive may tell of more than this workstation knows. */
	kind: z.string().max(20),
	/** `2026.1`; newer is greater, first by year, then by count. */
	version: z.string().regex(/^\d{4}\.\d{1,4}$/),
	/** Good from then on, ms UTC. */
	effectiveFrom: z.int(),
	/** sha256 of the document's text. */
	sha: sha256Hex,
	/** The archive's signature over `referenceStatement`. */
	sig: signature,
});
export type ReferenceHead = z.infer<typeof referenceHead>;

/** Newest known of each, as `known=<brand>/<kind>/<version>`; what is older than the one in force is not told. */
export const referenceQuery = z.strictObject({
	known: z
		.array(z.strictObject({ brand: uuid, kind: z.string().max(20), version: referenceHead.shape.version }))
		.max(64),
});
export const referenceAnswer = z.strictObject({ heads: z.array(referenceHead).max(200) });

/** Most bytes of one document's text. */
export const maxReferenceBytes = 4_194_304;
