/** Rules beside the line: siblings, customers' keys, pictures. Put together with the others in mutants.ts. */
import type { Mutant } from "./mutants.ts";

const exchange = "main/sync/lan/exchange.ts";
const arrivals = "db/receive.ts";
const belongings = "main/vault/belongings.ts";
const keysAtArchive = "archive/server/keys/keys.ts";

/** What siblings take from one another. */
export const siblings: Mutant[] = [
	{
		name: "a sibling need not hand on the writer's signature",
		seed: -4,
		file: exchange,
		change: [["rows.putHead(piece.dev, piece.epoch, { seq, hash, sig: piece.sig });", "String(seq);"]],
	},
	{
		name: "what a sibling hands on need not be signed by its writer",
		seed: -5,
		file: exchange,
		change: [['if (!vouches(piece)) return "signature";', "vouches(piece);"]],
	},
	{
		name: "what a sibling hands on need not have its hash",
		seed: -6,
		file: arrivals,
		change: [['const verdict = said !== undefined && said !== hash ? "hash" : judged();', "const verdict = judged();"]],
	},
	{
		name: "what a sibling hands on need not hang on the event before it",
		seed: -7,
		file: arrivals,
		change: [['return raw.prev === (head?.hash ?? zeroHash) ? undefined : "fork";', "return undefined;"]],
	},
	{
		name: "a PC put back does not take from a sibling what it had written",
		seed: -8,
		file: exchange,
		change: [["if (!mine || at <= acked) return false;", "if (mine || !mine) return false;"]],
	},
	{
		name: "what the archive acknowledged gives way to a sibling",
		seed: -9,
		file: exchange,
		change: [["if (!mine || at <= acked) return false;", "if (!mine || at < 0 * acked) return false;"]],
	},
];

/** Keys of customers, until they are erased and after. */
export const keys: Mutant[] = [
	{
		name: "keys that events name are not asked for",
		seed: -10,
		file: belongings,
		change: [["if (event.pii) keys.want(event.pii.kid);", ""]],
	},
	{
		name: "an archive back from its backup is offered no key again",
		seed: -11,
		file: "main/sync/desk.ts",
		change: [["deps.keys?.rows.resend();", ""]],
	},
	{
		name: "a PC takes the key of somebody erased",
		seed: -12,
		file: "main/vault/vault.ts",
		change: [
			["\t\ttakeKey(kid, key, leased) {\n\t\t\tif (rows.isErased(kid)) return;\n", "\t\ttakeKey(kid, key, leased) {\n"],
		],
	},
	{
		name: "the archive takes the key of somebody erased",
		seed: -13,
		file: keysAtArchive,
		change: [["keys.filter(({ kid }) => !erased.includes(kid))", "keys"]],
	},
	{
		name: "the archive keeps the key of somebody erased",
		seed: -13,
		file: keysAtArchive,
		change: [['await tx.rows("DELETE FROM customer_key WHERE kid = $1 AND brand = $2", [kid, brand]);', ""]],
	},
	{
		name: "an erased key is destroyed and may come again",
		seed: -14,
		file: "main/vault/erasure.ts",
		change: [
			[
				"\t\t\tvault.erase(kid, ports.clock.now());\n\t\t\tfor (const sha of local.blobsOf(kid)) transfers.remove(sha);",
				"\t\t\tvault.destroy(kid);\n\t\t\tfor (const sha of local.blobsOf(kid)) transfers.remove(sha);",
			],
		],
	},
	{
		name: "a key put off while the clock was wrong stays put off",
		seed: -18,
		file: "db/queries/keys.ts",
		change: [["OR not_before > @nowMs", "OR not_before > 1000 * @nowMs"]],
	},
	{
		name: "a PC put back asks for no key of what it had written",
		seed: -19,
		file: "db/log.ts",
		change: [
			[
				"ports.now());\n\t\t\tports.stored(event);",
				"ports.now());\n\t\t\tif (event.dev !== identity.dev) ports.stored(event);",
			],
		],
	},
];

/** Pictures on their way, both ways. */
export const pictures: Mutant[] = [
	{
		name: "the archive does not hash a picture again",
		seed: -15,
		file: "archive/server/blobs/uploads.ts",
		change: [['if (hash.digest("hex") !== sha) {', 'if (hash.digest("hex") === "") {']],
	},
	{
		name: "a PC does not hash a picture again",
		seed: -16,
		file: "main/vault/blobs.ts",
		change: [['createHash("sha256").update(bytes).digest("hex") === sha;', "bytes.byteLength >= 0;"]],
	},
	{
		name: "a picture counts as sent before the archive has it",
		seed: -15,
		file: "main/sync/blobs.ts",
		change: [
			[
				"if (await isThere(deps, row)) return sent(deps, row);\n\tconst begun",
				"if (row) return sent(deps, row);\n\tconst begun",
			],
		],
	},
	{
		name: "an archive back from its backup is offered no picture again",
		seed: -11,
		file: "main/sync/desk.ts",
		change: [["transfers.resend();", ""]],
	},
	{
		name: "a picture put off while the clock was wrong stays put off",
		seed: -17,
		file: "db/queries/exchange/blob-transfers.ts",
		change: [["OR not_before > @nowMs", "OR not_before > 1000 * @nowMs"]],
	},
];
