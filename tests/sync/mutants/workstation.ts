/** The workstation's side of the rules: sending, reading, branches. Put together with the archive's in mutants.ts. */
import type { Mutant } from "./mutants.ts";

const sends = "main/sync/push.ts";
const reads = "main/sync/pull.ts";
const desk = "main/sync/desk.ts";
const chains = "main/sync/chains/chains.ts";
const arrivals = "db/receive.ts";
const branch = "db/branch.ts";

/** What a workstation does when it sends. */
export const sending: Mutant[] = [
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
		name: "a receipt that does not hold is taken",
		seed: 6,
		file: sends,
		change: [
			[
				"if (!signatureHolds(deps.archiveKey, said, answer.receipt.sig))",
				"if (answer.receipt.sig === deps.archiveKey)",
			],
		],
	},
	{
		name: "asked for earlier events, none are sent",
		seed: 1,
		file: sends,
		change: [["pushExpect.safeParse({ code: error.code, ...error.more })", "pushExpect.safeParse({})"]],
	},
	{
		name: "a fork is not heard",
		seed: 5,
		file: sends,
		change: [['\tchains.giveWay(chain, fork.data.fork, "push");\n', ""]],
	},
	{
		name: "after a restore nothing is sent again",
		seed: 24,
		file: desk,
		change: [["chains.stepBack();\n", "\n"]],
	},
	{
		name: "another life of the archive is not noticed",
		seed: 1,
		file: desk,
		change: [["if (known.arch === arch) return false;", "if (known.arch.length === arch.length) return false;"]],
	},
];

/** What a workstation does with what it reads. */
export const reading: Mutant[] = [
	{
		name: "an event need not have its hash",
		seed: 1,
		file: chains,
		change: [['some(({ fault }) => fault === "hash")', "some(({ fault }) => fault === undefined)"]],
	},
	{
		name: "a page that was cut is read",
		seed: 18,
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
		name: "the cursor moves before its rows",
		seed: 15,
		file: reads,
		change: [
			["\ttransact(() => {\n\t\tconst cursor =", "\tlet fits = false;\n\ttransact(() => {\n\t\tconst cursor ="],
			[
				"\t\tif (events.length > 0) deps.take(feed, events);\n",
				"\t\trows.putCursor({ ...cursor, pos, chk, readAt: clock.now() });\n\t\tfits = true;\n\t});\n\tif (!fits) return;\n\ttransact(() => {\n\t\tif (events.length > 0) deps.take(feed, events);\n",
			],
			["\t\trows.putCursor({ ...cursor, pos, chk, readAt: clock.now() });\n\t});", "\t});"],
		],
	},
	{
		name: "a page may have gaps",
		seed: -3,
		file: reads,
		change: [["if (mark.pos !== pos + 1) throw", "if (mark.pos < 0) throw"]],
	},
	{
		name: "sums of a feed are not compared",
		seed: -20,
		file: reads,
		change: [["(pos === head.n && chk === head.chk)", "pos === head.n"]],
	},
	{
		name: "what the archive set aside is folded",
		seed: 10,
		file: arrivals,
		change: [["event: aside ? undefined : event, text }", "event, text }"]],
	},
	{
		name: "another event at a known place is taken as known",
		seed: 0,
		file: arrivals,
		change: [['hashAt.get(head.n, raw.seq) === hash ? "known" : "fork"', '"known"']],
	},
	{
		name: "of twins the first to arrive counts",
		seed: -1,
		file: arrivals,
		change: [["(!before || orderKey(event) < orderKey(before))", "!before"]],
	},
	{
		name: "others add to this PC's own chain",
		seed: 15,
		file: arrivals,
		change: [['if (raw.dev === own.dev && raw.epoch === own.epoch) return "own";\n', "\n"]],
	},
];

/** What a workstation does with branches: its own and others'. */
export const ownBranch: Mutant[] = [
	{
		name: "what was carried over is not chained anew",
		seed: 3,
		file: branch,
		change: [["epoch: next, seq: index + 1, prev }", "epoch: next, seq: index + 1 }"]],
	},
	{
		name: "what was carried over counts as sent",
		seed: 3,
		file: branch,
		change: [
			[
				"moveHead.run(rows.length, hexBytes(prev), 0, made);",
				'moveHead.run(rows.length, hexBytes(prev), 0, made);\n\t\t\tdb.prepare("UPDATE chain SET acked = last_seq WHERE n = ?").run(made);',
			],
		],
	},
	{
		name: "the next epoch is not kept",
		seed: 0,
		file: chains,
		change: [['local.setSetting("identity", log.identity);\n', "\n"]],
	},
	{
		name: "another PC's branch is not held",
		seed: 0,
		file: chains,
		change: [['rows.hold({ hash, from, reason: "branch", heldAt, text });', "String(hash + from + heldAt + text);"]],
	},
	{
		name: "the place where a chain was cut still counts as sent",
		seed: -1,
		file: branch,
		change: [["acked = min(acked, ?) WHERE", "acked = max(acked, 0 * ?) WHERE"]],
	},
	{
		name: "what gave way is not folded anew",
		seed: 0,
		file: "db/log.ts",
		change: [["for (const agg of new Set(carried.touched)) {", "for (const agg of carried.touched.slice(0, 0)) {"]],
	},
	{
		name: "of twins one left, the other still doesn't count",
		seed: -1,
		file: branch,
		change: [["[...touched, ...weighTwins(dev, gone)]", "touched"]],
	},
	{
		name: "of twins one was carried over, the other still doesn't count",
		seed: -1,
		file: branch,
		change: [["[...aggsOf(rows), ...weighTwins(dev, counted)]", "aggsOf(rows)"]],
	},
];
