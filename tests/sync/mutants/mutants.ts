/**
 * Rules of the exchange, each taken out of the real code by replacements. The simulation must notice every one. Here are
 * the archive's, the workstation's beside it; played by play.ts.
 */
import { manyPushers } from "./at-once.ts";
import { keys, pictures, siblings } from "./shop.ts";
import { ownBranch, reading, sending } from "./workstation.ts";

export type Mutant = {
	name: string;
	/**
	 * Of the simulation: it was noticed there last, so it is played first. Below 1: a story. `at-once`: one thread can't show
	 * it, tests/sync/at-once does.
	 */
	seed: number | "at-once";
	file: string;
	/** What stands there exactly once, and what takes its place. */
	change: [find: string, put: string][];
};

const push = "archive/server/push/push.ts";
const feed = "archive/server/pull/store-feed.ts";

/** What the archive does with a push and a pull. */
const archive: Mutant[] = [
	{
		name: "known events are not dropped",
		seed: 1,
		file: push,
		change: [["judged.filter(({ seq }) => seq > head.seq)", "judged"]],
	},
	{
		name: "a push may begin anywhere",
		seed: 1,
		file: push,
		change: [["if (from > head.seq + 1) {", "if (from < 0) {"]],
	},
	{
		name: "what overlaps is not compared",
		seed: 3,
		file: push,
		change: [["if (first !== undefined) {", "if (first === -1) {"]],
	},
	{
		name: "the writer's signature is not checked",
		seed: -2,
		file: push,
		change: [["if (!signatureHolds(writer.key, headStatement(led), header.sig))", "if (header.sig === writer.key)"]],
	},
	{
		name: "a revoked PC's work counts",
		seed: 5,
		file: push,
		change: [["if (writer.revoked_at !== null) {", "if (writer.revoked_at === 0) {"]],
	},
	{
		name: "a revoked PC may read",
		seed: 5,
		file: "archive/server/pull/pull.ts",
		change: [["if (caller.revoked) refuse(", "if (caller.dev === caller.store) refuse("]],
	},
	{
		name: "the chain's head stays",
		seed: 1,
		file: push,
		change: [
			[
				'"UPDATE chain_head SET seq = $4, hash = $5 WHERE',
				'"UPDATE chain_head SET seq = seq + 0 * $4::bigint, hash = coalesce(hash, $5) WHERE',
			],
		],
	},
	{
		name: "the feed's head stays",
		seed: 1,
		file: push,
		change: [
			[
				'"UPDATE store_feed SET n = $2, chk = $3 WHERE',
				'"UPDATE store_feed SET n = n + 0 * $2::bigint, chk = chk + 0 * $3::numeric WHERE',
			],
		],
	},
	{
		name: "the feed's sum stays",
		seed: 1,
		file: push,
		change: [
			[
				'"UPDATE store_feed SET n = $2, chk = $3 WHERE',
				'"UPDATE store_feed SET n = $2, chk = chk + 0 * $3::numeric WHERE',
			],
		],
	},
	{
		name: "places of the feed have gaps",
		seed: 1,
		file: push,
		change: [["const n = feed.n + fresh.length;", "const n = feed.n + fresh.length + 1;"]],
	},
	{
		name: "a page leaves out the first event",
		seed: 1,
		file: feed,
		change: [["store = $1 AND pos > $2 ORDER BY pos", "store = $1 AND pos > $2 + 1 ORDER BY pos"]],
	},
	{
		name: "a page is in any order",
		seed: 1,
		file: feed,
		change: [["pos > $2 ORDER BY pos LIMIT", "pos > $2 ORDER BY hash LIMIT"]],
	},
	{
		name: "every brand is visible",
		seed: 1,
		file: "archive/server/sql/sql.ts",
		change: [["SET LOCAL ROLE welt_archive; ", ""]],
	},
];

export const mutants: Mutant[] = [
	...archive,
	...manyPushers,
	...sending,
	...reading,
	...ownBranch,
	...siblings,
	...keys,
	...pictures,
];
