/** Rules of the exchange, each taken out of the real code by replacements. The simulation must notice every one. */
export type Mutant = {
	name: string;
	/** Of the simulation: it was noticed there last, so it is played first. */
	seed: number;
	file: string;
	/** What stands there exactly once, and what takes its place. */
	change: [find: string, put: string][];
};

const push = "archive/server/push/push.ts";
const feed = "archive/server/pull/store-feed.ts";
const sends = "main/sync/push.ts";
const reads = "main/sync/pull.ts";
const desk = "main/sync/desk.ts";
const branch = "db/branch.ts";

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
		seed: 11,
		file: push,
		change: [["if (from > head.seq + 1) {", "if (from < 0) {"]],
	},
	{
		name: "what overlaps is not compared",
		seed: 15,
		file: push,
		change: [["if (first !== undefined) {", "if (first === -1) {"]],
	},
	{
		name: "the writer's signature is not checked",
		seed: 5,
		file: push,
		change: [["if (!signatureHolds(writer.key, headStatement(led), header.sig))", "if (header.sig === writer.key)"]],
	},
	{
		name: "a revoked PC's work counts",
		seed: 6,
		file: push,
		change: [["if (writer.revoked_at !== null || caller.revoked) {", "if (writer.revoked_at === 0) {"]],
	},
	{
		name: "a revoked PC may read",
		seed: 6,
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

/** What a workstation does when it sends. */
const sending: Mutant[] = [
	{
		name: "marked as sent before it was taken",
		seed: 1,
		file: sends,
		change: [
			[
				"const outcome = await send(deps, chain, acked, piece);",
				"rows.setAcked(dev, epoch, piece.lines.at(-1)?.seq ?? 0);\n\t\tconst outcome = await send(deps, chain, acked, piece);",
			],
		],
	},
	{
		name: "asked for earlier events, none are sent",
		seed: 11,
		file: sends,
		change: [["if (expect.success) return expect.data.expect;", "if (expect.success) throw error;"]],
	},
	{
		name: "a fork is not heard",
		seed: 35,
		file: sends,
		change: [['\tchains.giveWay(chain, fork.data.fork, "push");\n', ""]],
	},
	{
		name: "another life of the archive is not noticed",
		seed: 10,
		file: desk,
		change: [["if (known.arch === arch) return false;", "if (known.arch.length === arch.length) return false;"]],
	},
];

/** What a workstation does with what it reads, and with its own branch. */
const reading: Mutant[] = [
	{
		name: "an event need not have its hash",
		seed: 30,
		file: reads,
		change: [["if (!list || !hashHolds(event)) throw", "if (!list) throw"]],
	},
	{
		name: "a page that was cut is read",
		seed: 12,
		file: reads,
		change: [
			['if (!body.endsWith("\\n")) throw', 'if (body === "\\n") throw'],
			["if (!line) throw", "if (!line) break;\n\t\tif (line.kind === undefined) throw"],
			[
				'if (!page.end) throw new LineDown("a page without its end");',
				'page.end ??= { heads: {}, arch: "", more: false, now: 0, minProto: 1 };',
			],
		],
	},
	{
		name: "what was carried over is not chained anew",
		seed: 2,
		file: branch,
		change: [["epoch: next, seq: index + 1, prev }", "epoch: next, seq: index + 1 }"]],
	},
	{
		name: "what was carried over counts as sent",
		seed: 2,
		file: branch,
		change: [
			[
				"moveHead.run(rows.length, hexBytes(prev), 0, made);",
				'moveHead.run(rows.length, hexBytes(prev), 0, made);\n\t\t\tdb.prepare("UPDATE chain SET acked = last_seq WHERE n = ?").run(made);',
			],
		],
	},
];

export const mutants: Mutant[] = [...archive, ...sending, ...reading];
