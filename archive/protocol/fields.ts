/** Fields that several messages share. Messages are strict: a field nobody knows is refused at both ends. */
import { z } from "zod";
import { sha256Hex, uuid } from "../../domain/event/event.ts";

export { sha256Hex, uuid };

/**
 * `store:<uuid>` what a workshop writes, `ref:<uuid>` what a brand tells its stores, `item:<uuid>` everything about one item,
 * `order:<uuid>` everything about an order that moved between workshops.
 */
export const feedId = z
	.string()
	.regex(/^(store|ref|item|order):[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
export type FeedId = z.infer<typeof feedId>;

/** Place in a feed: dense, 1..n; 0 = nothing yet. */
export const position = z.int().min(0);
/** Sum modulo 2^64 of the first eight bytes of a feed's event hashes, as 16 hex digits. */
export const checksum = z.string().regex(/^[0-9a-f]{16}$/);
/** Bytes in unpadded base64url: keys, signatures, sealed keys. */
export const base64url = z
	.string()
	.max(4_096)
	.regex(/^[A-Za-z0-9_-]+$/);
export const signature = z.string().regex(/^[A-Za-z0-9_-]{86}$/);
export const publicKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** Which life of the archive: a restore from its backup starts another. */
export const incarnation = uuid;

/** Where one device's chain stands. */
export const chainHead = z.strictObject({ dev: uuid, epoch: z.int().min(1), seq: z.int().min(0), hash: sha256Hex });
export type ChainHead = z.infer<typeof chainHead>;
/** The same, signed by the device that wrote it: whoever carries it. */
export const signedHead = chainHead.extend({ sig: signature });
export type SignedHead = z.infer<typeof signedHead>;

export const feedHead = z.strictObject({ n: position, chk: checksum });
export type FeedHead = z.infer<typeof feedHead>;
