/** What one store's feed says of a customer: what an event of the archive about them must stand behind. */
import type { WeltEvent } from "../../../domain/event/event.ts";
import { foldOf } from "../page/find.ts";
import type { Tx } from "../sql/sql.ts";

/** A customer's own events in one store, as they stand there. */
export async function customerEventsIn(tx: Tx, store: string, subject: string): Promise<WeltEvent[]> {
	const rows = await tx.rows<{ text: string }>(
		`SELECT text FROM event WHERE store = $1 AND substr(text, 64, 36) = $2 AND substr(text, 56, 8) = 'subject:' AND out = 'accepted'`,
		[store, subject],
	);
	return foldOf(
		`subject:${subject}`,
		rows.map(({ text }) => JSON.parse(text) as WeltEvent),
	).events;
}
