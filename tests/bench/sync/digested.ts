/** Item feeds follow a push in the background. What is measured next must not share the machine with that. */
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";

const longestMs = 120_000;

/** Resolves with the seconds it took until the projector had read the store's whole feed. */
export async function digested(database: string, store: string): Promise<number> {
	const client = new pg.Client({ connectionString: database });
	await client.connect();
	const started = performance.now();
	try {
		while (performance.now() - started < longestMs) {
			const { rows } = await client.query(
				"SELECT 1 FROM store_feed f JOIN projected p ON p.store = f.store WHERE f.store = $1 AND p.pos >= f.n",
				[store],
			);
			if (rows.length > 0) return (performance.now() - started) / 1000;
			await wait(100);
		}
		throw new Error("the archive's projector does not come to an end");
	} finally {
		await client.end();
	}
}
