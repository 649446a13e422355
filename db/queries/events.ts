/** Events as they stand in the log, for timelines and for opening personal parts. Read-only. */
import type { AggId, WeltEvent } from "../../domain/event/event.ts";
import type { Reader } from "../open.ts";

export type EventReader = {
	find(eventId: string): WeltEvent | undefined;
	/** All events of the aggregates, in the order they were stored here. */
	list(aggs: readonly AggId[]): WeltEvent[];
};

export function createEventReader(db: Reader): EventReader {
	const byId = db.prepare("SELECT text FROM event WHERE id = ?").pluck();
	const byAgg = db.prepare(
		"SELECT pos, text FROM event WHERE aggregate = (SELECT n FROM aggregate WHERE agg = ?) ORDER BY pos",
	);
	return {
		find(eventId) {
			const text = byId.get(eventId) as string | undefined;
			return text === undefined ? undefined : (JSON.parse(text) as WeltEvent);
		},
		list(aggs) {
			const rows = aggs.flatMap((agg) => byAgg.all(agg) as { pos: number; text: string }[]);
			rows.sort((a, b) => a.pos - b.pos);
			return rows.map((r) => JSON.parse(r.text) as WeltEvent);
		},
	};
}
