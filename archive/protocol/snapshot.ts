/** Snapshot: a feed up to a position as one immutable compressed file of pull lines; then pull goes on from there. */
import { z } from "zod";
import { checksum, feedId, incarnation, position, sha256Hex } from "./fields.ts";

export const snapshotInfo = z.strictObject({
	feed: feedId,
	/** Everything up to here is in the file. */
	pos: position,
	chk: checksum,
	/** sha256 of the compressed file. */
	sha: sha256Hex,
	bytes: z.int().min(0),
	arch: incarnation,
});
export type SnapshotInfo = z.infer<typeof snapshotInfo>;
