/**
 * The first filling of a workstation on which nobody has worked: the store's whole log, chain-checked like everything that
 * arrives, stored without folding. From the first piece on the mark of an unfinished refold stands, so that the next
 * opening folds it all at once, also after a cut. Called by the sync only; nobody may read the projections meanwhile.
 */
import type { AggId, WeltEvent } from "../domain/event/event.ts";
import { createBranches } from "./branch.ts";
import { sha256 } from "./log.ts";
import type { Writer } from "./open.ts";
import { type Arrived, createArrivals, type Received } from "./receive.ts";
import { askForRefold, isRefoldUnfinished } from "./refold-bulk.ts";

export type Bootstrap = {
	/** Stores what can be stored, inside the caller's transaction. Like the log's `receive`, but folds nothing. */
	take(arrived: readonly Arrived[]): Received;
	/** Something was stored that is not folded yet: the storage must be opened anew. */
	unfolded(): boolean;
};

/**
 * @param own the chain this PC writes
 * @param stored called for each event, as by the log
 */
export function createBootstrap(
	db: Writer,
	own: { store: string; dev: string; epoch: number },
	stored: (event: WeltEvent) => void,
): Bootstrap {
	const find = db.prepare("SELECT n FROM aggregate WHERE agg = ?");
	const insert = db.prepare("INSERT INTO aggregate (agg, version, last_key, state) VALUES (?, 0, '', NULL)");
	const open = (agg: AggId) =>
		(find.get(agg) as { n: number } | undefined) ?? { n: Number(insert.run(agg).lastInsertRowid) };
	const arrivals = createArrivals(db, sha256, own, open);
	const branches = createBranches(db, sha256, open);
	return {
		take(arrived) {
			askForRefold(db);
			const { taken, known, refused, reached, asideSince } = arrivals.take(arrived);
			for (const place of asideSince) branches.setOut(place);
			let unread = 0;
			for (const { event } of taken) {
				if (event) stored(event);
				else unread += 1;
			}
			return { stored: taken.length, unread, known, refused, reached };
		},
		unfolded: () => isRefoldUnfinished(db),
	};
}
