/** {@link Sql} over the `pg` driver's pool: one archive process, any number of them on one database. */
import pg from "pg";
import { asServer, type Sql, tryAgainCodes } from "./sql.ts";

const int8 = 20;
const tries = 5;

/** `url`: a `postgres://` address whose role owns the tables. `connections`: most at once. */
export function openPg(url: string, connections = 16): Sql {
	const types = {
		// Every bigint of ours (positions, ms, counts) is far below 2^53; checksums are read as text.
		getTypeParser: (oid: number, format?: "text" | "binary") =>
			oid === int8 ? Number : pg.types.getTypeParser(oid, format as "text"),
	};
	const pool = new pg.Pool({ connectionString: url, max: connections, types: types as never });
	// A connection that dies while idle must not take the process along; the next query opens another.
	const survive = () => undefined;
	pool.on("error", survive);

	async function once<T>(begin: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
		const client = await pool.connect();
		// Nor one that dies between two statements of a transaction: the next statement fails and says so.
		client.on("error", survive);
		let broken: Error | undefined;
		try {
			await client.query(begin);
			const value = await work(client);
			await client.query("COMMIT");
			return value;
		} catch (error) {
			await client.query("ROLLBACK").catch((cause: Error) => {
				broken = cause;
			});
			throw error;
		} finally {
			client.off("error", survive);
			client.release(broken);
		}
	}

	return {
		async transaction(brands, work) {
			for (let attempt = 1; ; attempt++) {
				try {
					return await once(`BEGIN; ${asServer(brands)}`, (client) =>
						work({
							rows: async (text, values = []) => (await client.query(text, [...values])).rows as never,
						}),
					);
				} catch (error) {
					if (attempt >= tries || !tryAgainCodes.has(String((error as { code?: string }).code))) throw error;
				}
			}
		},
		async structure(text) {
			await once("BEGIN", (client) => client.query(text));
		},
		pool: () => ({ busy: pool.totalCount - pool.idleCount, idle: pool.idleCount, waiting: pool.waitingCount }),
		close: () => pool.end(),
	};
}
