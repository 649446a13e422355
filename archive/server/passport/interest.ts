/** Which feeds a store follows: those get hints and may be pulled in one go. Ends by itself unless renewed. */
import type { z } from "zod";
import type { interestAnswer } from "../../protocol/passport.ts";
import { interestLifeMs } from "../../protocol/version.ts";
import type { Archive } from "../archive.ts";
import type { Caller } from "../gate/tokens.ts";
import { refuse } from "../refuse.ts";

export async function noteInterest(
	archive: Archive,
	caller: Caller,
	feeds: readonly string[],
): Promise<z.input<typeof interestAnswer>> {
	if (caller.revoked) refuse("revoked", "this device was revoked");
	const until = archive.clock.now() + interestLifeMs;
	await archive.sql.transaction([], async (tx) => {
		await tx.rows("DELETE FROM interest WHERE store = $1 AND until < $2", [caller.store, archive.clock.now()]);
		await tx.rows(
			"INSERT INTO interest SELECT $1, f, $2 FROM unnest($3::text[]) f ON CONFLICT (store, feed) DO UPDATE SET until = excluded.until",
			[caller.store, until, [...new Set(feeds)]],
		);
	});
	return { until };
}
