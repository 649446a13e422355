/**
 * The archive's door to PostgreSQL. Every read and write is a transaction that first says for which brands it acts: row
 * security does the rest, and a forgotten condition shows nothing instead of everything.
 */
export type Row = Record<string, unknown>;

export type Tx = {
	/** Positional parameters `$1…`; bigint comes back as number, bytea as Buffer. */
	rows<R = Row>(text: string, values?: readonly unknown[]): Promise<R[]>;
};

export type Sql = {
	/**
	 * Runs `work` in one transaction with the rights of the server's role and `brands` visible. Tried again from the start
	 * when the database says so (serialisation, deadlock), so `work` must not act outside. At most five times.
	 */
	transaction<T>(brands: readonly string[], work: (tx: Tx) => Promise<T>): Promise<T>;
	/** Structure only: migrations, partitions. With the owner's rights, one statement list, in one transaction. */
	structure(text: string): Promise<void>;
	/** Connections by what they do; a driver without a pool has none to tell of. */
	pool?(): { busy: number; idle: number; waiting: number };
	close(): Promise<void>;
};

/**
 * What every transaction begins with, on any driver. Everything here is found in the order of a key: statistics of a table
 * that has just grown must not talk the planner into reading and sorting all the rest of a feed for one page of it.
 */
export const asServer = (brands: readonly string[]) =>
	`SET LOCAL ROLE welt_archive; SET LOCAL enable_sort = off; SET LOCAL app.brands = '${safe(brands)}'`;

function safe(brands: readonly string[]): string {
	for (const brand of brands) if (!/^[0-9a-f-]{36}$/.test(brand)) throw new TypeError("not a brand id");
	return brands.join(",");
}

/** Serialisation failure and deadlock: the same work may be tried again. */
export const tryAgainCodes: ReadonlySet<string> = new Set(["40001", "40P01"]);

/** The first row, which must be there. */
export function only<R>(rows: readonly R[]): R {
	const [row] = rows;
	if (row === undefined) throw new Error("a row that must exist is missing");
	return row;
}
