/** Rules of the archive's push, each taken out of the real code by one replacement. The simulation must notice every one. */
export type Mutant = { name: string; file: string; find: string; put: string };

const push = "archive/server/push/push.ts";

export const mutants: Mutant[] = [
	{
		name: "known events are not dropped",
		file: push,
		find: "judged.filter(({ seq }) => seq > head.seq)",
		put: "judged",
	},
	{ name: "a push may begin anywhere", file: push, find: "if (from > head.seq + 1) {", put: "if (from < 0) {" },
	{ name: "what overlaps is not compared", file: push, find: "if (first !== undefined) {", put: "if (first === -1) {" },
	{
		name: "the chain's head stays",
		file: push,
		find: '"UPDATE chain_head SET seq = $4, hash = $5 WHERE',
		put: '"UPDATE chain_head SET seq = seq + 0 * $4::bigint, hash = coalesce(hash, $5) WHERE',
	},
	{
		name: "the feed's head stays",
		file: push,
		find: '"UPDATE store_feed SET n = $2, chk = $3 WHERE',
		put: '"UPDATE store_feed SET n = n + 0 * $2::bigint, chk = chk + 0 * $3::numeric WHERE',
	},
	{
		name: "the feed's sum stays",
		file: push,
		find: '"UPDATE store_feed SET n = $2, chk = $3 WHERE',
		put: '"UPDATE store_feed SET n = $2, chk = chk + 0 * $3::numeric WHERE',
	},
];
