/** What a customer's own workshop hears of their key being lent. Called while it is lent, in the same transaction. */
import type { z } from "zod";
import { customerEvents } from "../../../domain/customer/customer.ts";
import type { askKeys } from "../../protocol/keys.ts";
import type { Archive } from "../archive.ts";
import { customerEventsIn } from "../erase/events.ts";
import { lockArchiveChain, writeAsArchive } from "../gate/archive-chain.ts";
import type { Caller } from "../gate/tokens.ts";
import type { Tx } from "../sql/sql.ts";

const dayMs = 24 * 3_600_000;

/**
 * That a customer can be read elsewhere is an event in the feed of the store they came to: once a day and workshop, before
 * the lease is written down. Answers the feeds that grew.
 */
export async function tellLent(
	archive: Archive,
	tx: Tx,
	caller: Caller,
	rows: readonly { kid: string; brand: string; store: string }[],
	{ reason, actor }: Pick<z.output<typeof askKeys>, "reason" | "actor">,
): Promise<Map<string, number>> {
	const grown = new Map<string, number>();
	const kids = rows.map(({ kid }) => kid);
	const lately = await tx.rows<{ kid: string }>(
		"SELECT DISTINCT kid FROM key_lease WHERE store = $1 AND kid = ANY ($2) AND at > $3",
		[caller.store, kids, archive.clock.now() - dayMs],
	);
	const told = new Set(lately.map(({ kid }) => kid));
	const fresh = rows.filter(({ kid, store }) => kid.startsWith("subject:") && store !== caller.store && !told.has(kid));
	if (fresh.length === 0) return grown;
	const [named] = await tx.rows<{ name: string }>("SELECT name FROM store WHERE id = $1", [caller.store]);
	const body = { to: caller.store, name: (named?.name ?? "").slice(0, 80), by: actor, reason };
	for (const { kid, store, brand } of fresh.sort((a, b) => (a.store < b.store ? -1 : 1))) {
		const chain = await lockArchiveChain(tx, store);
		const seen = await customerEventsIn(tx, store, kid.slice(8));
		const lent = customerEvents["subject.lent"].make(kid as `subject:${string}`, body);
		grown.set(store, await writeAsArchive(archive, tx, chain, lent, { seen, house: brand }));
	}
	return grown;
}
