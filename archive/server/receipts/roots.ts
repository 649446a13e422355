/**
 * Once a day, for each brand, one signed hash over the heads of every chain its stores write. Whoever keeps it can tell
 * later that the archive changed nothing that was there on that day. Made in the background, read by the brand's stores.
 */
import type { z } from "zod";
import { rootStatement } from "../../protocol/statement.ts";
import type { rootsAnswer } from "../../protocol/trust/roots.ts";
import type { Archive } from "../archive.ts";
import type { Caller } from "../gate/tokens.ts";
import { refuse } from "../refuse.ts";
import { merkleRoot } from "./merkle.ts";

const dayMs = 24 * 3_600_000;
/** A month of them is answered. */
const answered = 31;

type HeadRow = { store: string; dev: string; epoch: number; seq: number; hash: string };

/** The leaf of one chain. The first leaf of a tree names its brand, so that no two brands share a root. */
export const headLeaf = ({ store, dev, epoch, seq, hash }: HeadRow) => [store, dev, epoch, seq, hash].join("\n");

/** Every leaf of a brand's tree, in the order they are hashed. */
export function leavesOf(brand: string, heads: readonly HeadRow[]): string[] {
	return [`brand\n${brand}`, ...heads.map(headLeaf)];
}

/** Roots of the day before `now`, for each brand that has none yet. Safe on any number of instances at once. */
export async function makeRoots(archive: Archive): Promise<void> {
	const { sql, clock, signer, incarnation } = archive;
	const day = new Date(clock.now() - dayMs).toISOString().slice(0, 10);
	const brands = await sql.transaction([], (tx) => tx.rows<{ id: string }>("SELECT id FROM brand ORDER BY id"));
	for (const { id } of brands) {
		await sql.transaction([id], async (tx) => {
			const there = await tx.rows("SELECT 1 FROM daily_root WHERE brand = $1 AND day = $2", [id, day]);
			if (there.length > 0) return;
			const heads = await tx.rows<HeadRow>(
				`SELECT h.store, h.dev, h.epoch, h.seq, encode(h.hash, 'hex') AS hash FROM chain_head h
				JOIN store_brand b ON b.store = h.store WHERE b.brand = $1 ORDER BY h.store, h.dev, h.epoch`,
				[id],
			);
			const root = merkleRoot(leavesOf(id, heads));
			const sig = signer.sign(rootStatement(incarnation, day, root));
			await tx.rows("INSERT INTO daily_root VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING", [
				...[id, day, root, heads.length],
				...[incarnation, sig, clock.now()],
			]);
		});
	}
}

/** The last month's roots of the caller's brands, newest first. */
export async function listRoots({ sql }: Archive, caller: Caller): Promise<z.input<typeof rootsAnswer>> {
	if (caller.revoked) refuse("revoked", "this device was revoked");
	const roots = await sql.transaction(caller.brands, (tx) =>
		tx.rows<z.input<typeof rootsAnswer>["roots"][number]>(
			"SELECT brand, day, root, chains, arch, sig, at FROM daily_root ORDER BY day DESC, brand LIMIT $1",
			[answered * caller.brands.length],
		),
	);
	return { roots };
}
