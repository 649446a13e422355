/**
 * Keeps the search index in step with the projections: one document per job (order number, item, codes) and per item.
 * Called by the projectors inside the log's transaction, which settles it at its end: several rows of one transaction may
 * change the same document. The refold rebuilds it in one pass.
 */
import type { Writer } from "../open.ts";
import { documentGrams } from "./grams.ts";

type ItemTexts = {
	brand: string;
	style: string;
	colour: string;
	size: string;
	category: string;
	kind: string;
	item_codes: string | null;
};
type Numbered = { n: number; id: string };
type JobTexts = ItemTexts & { id: string; number: string | null; codes: string };

/** Documents of so many are in memory while the whole index is built. */
const aggregatesAtOnce = 5_000;

const itemTexts = `i.brand, i.style, i.colour, i.size, i.category, i.kind,
	(SELECT group_concat(c.value, ' ') FROM item_codes c WHERE c.item_id = i.id) AS item_codes`;
const jobTexts = `j.id, j.codes, o.number, ${itemTexts}`;
const besideJob = "JOIN items i ON i.id = j.item_id LEFT JOIN orders o ON o.id = j.order_id";

export type SearchIndex = {
	job(id: string): void;
	/** The item's own document and those of its jobs. */
	item(id: string): void;
	/** The jobs of an order: its number became known or changed. */
	order(id: string): void;
	/** Writes what the others named, each document once. Called before a commit. */
	settle(): void;
	/** Empties and rebuilds everything from the projections. */
	rebuild(): void;
};

function itemGrams(row: ItemTexts): string {
	return documentGrams([row.brand, row.style, row.colour, row.size, row.item_codes ?? ""], [row.category, row.kind]);
}

function jobGrams(row: JobTexts): string {
	const texts = [row.number ?? "", row.brand, row.style, row.colour, row.size, row.item_codes ?? ""];
	return documentGrams(texts, [row.category, row.kind, ...row.codes.split(" ")]);
}

export function createSearchIndex(db: Writer): SearchIndex {
	const find = db.prepare("SELECT n FROM search_document WHERE kind = ? AND id = ?").pluck();
	const add = db.prepare("INSERT INTO search_document (kind, id) VALUES (?, ?)");
	const put = db.prepare("INSERT OR REPLACE INTO search_index (rowid, grams) VALUES (?, ?)");
	const oneJob = db.prepare(`SELECT ${jobTexts} FROM jobs j ${besideJob} WHERE j.id = ?`);
	const itemRow = db.prepare(`SELECT i.id, ${itemTexts} FROM items i WHERE i.id = ?`);
	// Aggregates by number: `+` keeps the index of their names out of it.
	const inRange = "a.n > @after AND a.n <= @upTo AND +a.agg >= @kind || ':' AND +a.agg < @kind || ';'";
	const items = db.prepare(
		`SELECT a.n, i.id, ${itemTexts} FROM aggregate a CROSS JOIN items i ON i.id = substr(a.agg, 6) WHERE ${inRange}`,
	);
	const jobs = db.prepare(
		`SELECT a.n, ${jobTexts} FROM aggregate a CROSS JOIN jobs j ON j.id = substr(a.agg, 5) ${besideJob} WHERE ${inRange}`,
	);
	const jobsOfItem = db.prepare("SELECT id FROM jobs WHERE item_id = ?").pluck();
	const jobsOfOrder = db.prepare("SELECT id FROM jobs WHERE order_id = ?").pluck();

	function write(kind: string, id: string, grams: string): void {
		const n = (find.get(kind, id) as number | undefined) ?? Number(add.run(kind, id).lastInsertRowid);
		put.run(n, grams);
	}

	const writing: Record<"job" | "item", (id: string) => void> = {
		job(id) {
			const row = oneJob.get(id) as JobTexts | undefined;
			if (row) write("job", id, jobGrams(row));
		},
		item(id) {
			const row = itemRow.get(id) as ItemTexts | undefined;
			if (row) write("item", id, itemGrams(row));
		},
	};
	/** What a transaction that came to nothing leaves here is written again as it stands. */
	const due = new Map<string, { kind: "job" | "item"; id: string }>();
	const note = (kind: "job" | "item", id: string) => void due.set(`${kind}:${id}`, { kind, id });

	return {
		job: (id) => note("job", id),
		item(id) {
			note("item", id);
			for (const jobId of jobsOfItem.all(id) as string[]) note("job", jobId);
		},
		order(id) {
			for (const jobId of jobsOfOrder.all(id) as string[]) note("job", jobId);
		},
		settle() {
			for (const { kind, id } of due.values()) writing[kind](id);
			due.clear();
		},
		rebuild() {
			db.exec("DELETE FROM search_document; INSERT INTO search_index (search_index) VALUES ('delete-all');");
			const last = db.prepare("SELECT coalesce(max(n), 0) FROM aggregate").pluck().get() as number;
			for (let after = 0; after < last; after += aggregatesAtOnce) {
				// In the order the aggregates came to be, as live writing numbers them: the newest is found first.
				const range = { after, upTo: after + aggregatesAtOnce };
				const documents = [
					...(items.all({ ...range, kind: "item" }) as (ItemTexts & Numbered)[]).map((row) => ({
						row,
						kind: "item",
						grams: itemGrams(row),
					})),
					...(jobs.all({ ...range, kind: "job" }) as (JobTexts & Numbered)[]).map((row) => ({
						row,
						kind: "job",
						grams: jobGrams(row),
					})),
				];
				documents.sort((a, b) => a.row.n - b.row.n);
				for (const { row, kind, grams } of documents) put.run(Number(add.run(kind, row.id).lastInsertRowid), grams);
			}
		},
	};
}
