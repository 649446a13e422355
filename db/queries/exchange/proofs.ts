/** What the archive signed and this PC keeps for good: how far it has each chain, and each day's root. */
import type { Writer } from "../../open.ts";

export type ReceiptRow = {
	dev: string;
	epoch: number;
	/** Which life of the archive said so. */
	arch: string;
	seq: number;
	/** Of the event at that place. */
	hash: string;
	/** ms UTC, by the archive. */
	at: number;
	sig: string;
};

export type RootRow = {
	brand: string;
	/** UTC, YYYY-MM-DD. */
	day: string;
	arch: string;
	root: string;
	/** How many chains are under it. */
	chains: number;
	/** ms UTC, by the archive. */
	at: number;
	sig: string;
};

export type ProofRows = ReturnType<typeof createProofRows>;

export function createProofRows(db: Writer) {
	const keepReceipt = db.prepare(
		`INSERT INTO archive_receipt (dev, epoch, arch, seq, hash, at, sig) VALUES (@dev, @epoch, @arch, @seq, @hash, @at, @sig)
		ON CONFLICT (dev, epoch, arch) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, at = excluded.at, sig = excluded.sig
		WHERE excluded.seq >= seq`,
	);
	const receipted = db.prepare("SELECT seq FROM archive_receipt WHERE dev = ? AND epoch = ? AND arch = ?").pluck();
	const receipts = db.prepare(
		"SELECT dev, epoch, arch, seq, hash, at, sig FROM archive_receipt ORDER BY dev, epoch, at",
	);
	const keepRoot = db.prepare(
		`INSERT OR IGNORE INTO daily_root (brand, day, arch, root, chains, at, sig)
		VALUES (@brand, @day, @arch, @root, @chains, @at, @sig)`,
	);
	const findRoot = db.prepare("SELECT root FROM daily_root WHERE brand = ? AND day = ? AND arch = ?").pluck();
	const roots = db.prepare("SELECT brand, day, arch, root, chains, at, sig FROM daily_root ORDER BY day, brand, at");
	const count = db.prepare(
		"SELECT (SELECT count(*) FROM archive_receipt) AS receipts, (SELECT count(*) FROM daily_root) AS roots",
	);
	return {
		count: () => count.get() as { receipts: number; roots: number },
		/** Of each chain and life the furthest stays. */
		keepReceipt: (row: ReceiptRow) => void keepReceipt.run(row),
		/** How far that life of the archive said it has the chain; 0 when it said nothing. */
		receiptedUpTo: (dev: string, epoch: number, arch: string) =>
			(receipted.get(dev, epoch, arch) as number | undefined) ?? 0,
		listReceipts: () => receipts.all() as ReceiptRow[],
		/** The first one of a day and life stays. */
		keepRoot: (row: RootRow) => void keepRoot.run(row),
		findRoot: ({ brand, day, arch }: Pick<RootRow, "brand" | "day" | "arch">) =>
			findRoot.get(brand, day, arch) as string | undefined,
		listRoots: () => roots.all() as RootRow[],
	};
}
