/** A store's own feed: everything its workstations wrote, in the order it arrived. */
import type { FeedHead, SignedHead } from "../../protocol/fields.ts";
import { emptyChecksum } from "../../protocol/pull.ts";
import type { Caller } from "../gate/tokens.ts";
import type { Tx } from "../sql/sql.ts";
import type { FeedRow } from "./pull.ts";

export type FeedReader = {
	/** By what the token says, and who is party to it; row security still decides row by row. */
	mayRead(caller: Caller, key: string, tx: Tx): boolean | Promise<boolean>;
	head(tx: Tx, key: string): Promise<FeedHead>;
	page(tx: Tx, key: string, after: number, limit: number): Promise<FeedRow[]>;
	/** Signatures over chains whose last event lies in (after, upTo]. */
	signedHeads(tx: Tx, key: string, after: number, upTo: number): Promise<SignedHead[]>;
};

/** A feed's stored checksum (a decimal number) as the protocol writes it. */
export const checksumText = (chk: string) => BigInt(chk).toString(16).padStart(16, "0");
/** The other way round: what the database keeps. */
export const checksumNumber = (chk: string) => BigInt(`0x${chk}`).toString();

export const storeFeed: FeedReader = {
	mayRead: (caller, key) => caller.store === key,
	async head(tx, key) {
		const [row] = await tx.rows<{ n: number; chk: string }>("SELECT n, chk FROM store_feed WHERE store = $1", [key]);
		return row ? { n: row.n, chk: checksumText(row.chk) } : { n: 0, chk: emptyChecksum };
	},
	page: (tx, key, after, limit) =>
		tx.rows<FeedRow>(
			"SELECT pos, hash, arr, ats, out, text FROM event WHERE store = $1 AND pos > $2 ORDER BY pos LIMIT $3",
			[key, after, limit],
		),
	async signedHeads(tx, key, after, upTo) {
		const rows = await tx.rows<SignedHead & { hash: unknown }>(
			`SELECT DISTINCT ON (dev, epoch) dev, epoch, seq, encode(hash, 'hex') AS hash, sig FROM signed_head
			WHERE store = $1 AND pos > $2 AND pos <= $3 ORDER BY dev, epoch, seq DESC`,
			[key, after, upTo],
		);
		return rows as SignedHead[];
	},
};
