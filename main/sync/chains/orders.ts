/**
 * Orders that moved between workshops: asks which of them have news, reads those feeds, and takes what other workshops
 * wrote about them into the log, because people here work on them. Nobody types anything: a parcel's record is here before
 * the parcel is. Called by the desk once a round.
 */
import { emptyChecksum, ordersAnswer } from "../../../archive/protocol/pull.ts";
import { at } from "../archive-client.ts";
import { type PullDeps, pullAll } from "../pull.ts";

/** The cursor in this store's list of news stands among those of the feeds. */
const newsCursor = "orders";

/** Answers how many events came. Rejects LineDown or ArchiveSaidNo. */
export async function pullOrders(deps: PullDeps): Promise<number> {
	const { client, rows, clock, transact } = deps;
	let came = 0;
	for (let more = true; more; ) {
		const after = rows.findCursor(newsCursor)?.pos ?? 0;
		const answer = await client.askFor(ordersAnswer, { method: "GET", path: `${at("orders").path}?after=${after}` });
		// Another life of the archive counts its news anew.
		let another = deps.seen(answer.arch);
		const seen = (arch: string) => {
			const other = deps.seen(arch);
			another ||= other;
			return other;
		};
		const feeds = another ? [] : answer.orders.map(({ feed }) => feed);
		came += await pullAll({ ...deps, seen }, feeds);
		if (another) continue;
		// A feed that had to be begun anew stays on the list until it is read to its end.
		if (!answer.orders.every(({ feed, n }) => (rows.findCursor(feed)?.pos ?? 0) >= n)) return came;
		const cursor = { feed: newsCursor, pos: answer.upTo, chk: emptyChecksum, readAt: clock.now(), until: null };
		transact(() => rows.putCursor(cursor));
		more = answer.more;
	}
	return came;
}
