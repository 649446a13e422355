/** Rules of a push for many at once, and for what is no event: noticed by tests/sync/at-once on a real PostgreSQL. */
import type { Mutant } from "./mutants.ts";

const push = "archive/server/push/push.ts";
const judge = "archive/server/push/judge.ts";
const seed = "at-once";

export const manyPushers: Mutant[] = [
	{
		...{ seed, name: "a chain's head is not locked", file: push },
		change: [
			[
				"seq, hash FROM chain_head WHERE store = $1 AND dev = $2 AND epoch = $3 FOR UPDATE",
				"seq, hash FROM chain_head WHERE store = $1 AND dev = $2 AND epoch = $3",
			],
		],
	},
	{
		...{ seed, name: "a feed's head is not locked", file: push },
		change: [
			["SELECT n, chk FROM store_feed WHERE store = $1 FOR UPDATE", "SELECT n, chk FROM store_feed WHERE store = $1"],
		],
	},
	{
		...{ seed, name: "what the database gave up is not done again", file: "archive/server/sql/pg.ts" },
		change: [["if (attempt >= tries || ", "if (attempt >= tries - tries + 1 || "]],
	},
	{
		...{ seed, name: "a deadlock is no reason to do it again", file: "archive/server/sql/sql.ts" },
		change: [['new Set(["40001", "40P01"])', 'new Set(["40001"])']],
	},
	{
		...{ seed, name: "an event of a brand the store doesn't serve counts", file: judge },
		change: [["if (brand !== null && !brands.has(brand)) return", "if (brand === store && !brands.has(brand)) return"]],
	},
	{
		...{ seed, name: "an event may name another place", file: judge },
		change: [['if (!here) return aside("shape");', ""]],
	},
	{
		...{ seed, name: "what has no event's shape counts", file: judge },
		change: [
			[
				"return event.success && isCanonical(raw, text) ? event.data : undefined;",
				"return event.data ?? (raw as typeof event.data);",
			],
		],
	},
];
