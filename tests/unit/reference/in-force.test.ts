/** Which documents go together: the newest that fit, never a sample instead of what the head office charges. */
import { generateKeyPairSync, sign } from "node:crypto";
import { expect, test } from "vitest";
import { referenceStatement } from "../../../archive/protocol/statement.ts";
import type { ReferenceRow } from "../../../db/queries/exchange/reference.ts";
import { canonicalText } from "../../../domain/event/canonical.ts";
import { versionRank } from "../../../domain/reference/kinds.ts";
import { findInForce } from "../../../main/services/standard/in-force.ts";
import { index, readFiles, sha256, standard } from "../standard/sample.ts";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const archiveKey = String(publicKey.export({ format: "jwk" }).x);
const house = "00000000-0000-7000-8000-00000000000a";
const shipped = { index, sha256: "5".repeat(64), refused: null };

type Kept = ReferenceRow & { text: string };

function kept(kind: string, version: string, value: unknown, effectiveFrom = 0, brand = house): Kept {
	const text = canonicalText(value);
	const head = { brand, kind, version, effectiveFrom, sha: sha256(text) };
	const sig = sign(null, Buffer.from(referenceStatement(head)), privateKey).toString("base64url");
	return { ...head, rank: versionRank(version), sig, state: "taken", reason: null, seenAt: 0, text };
}

const prices = (version: string, without: string[] = [], more: object = {}) => ({
	...{ ...standard.prices, version, sample: false },
	operations: standard.prices.operations.filter(({ code }) => !without.includes(code)),
	...more,
});

/** The shipped standard under a newer number, without some operations. */
function standardWithout(version: string, codes: string[]): object {
	const files = Object.fromEntries(readFiles());
	const change = (name: string, make: (text: string) => string) => {
		files[name] = make(files[name] ?? "");
	};
	const drop = (text: string) =>
		JSON.stringify(JSON.parse(text).filter((each: { code: string }) => !codes.includes(each.code)));
	change("operations.json", drop);
	change("prices.sample.json", (text) => {
		const list = JSON.parse(text);
		return JSON.stringify({ ...list, operations: JSON.parse(drop(JSON.stringify(list.operations))) });
	});
	change("faults.json", (text) => {
		const faults = JSON.parse(text) as { remedies: string[] }[];
		const without = faults.map((fault) => ({
			...fault,
			remedies: fault.remedies.filter((code) => !codes.includes(code)),
		}));
		return JSON.stringify(without.map((fault) => (fault.remedies.length > 0 ? fault : { ...fault, remedies: ["X"] })));
	});
	change("manifest.json", (text) => {
		const manifest = JSON.parse(text);
		const sums = manifest.files.map(({ name }: { name: string }) => ({ name, sha256: sha256(files[name] ?? "") }));
		return JSON.stringify({ ...manifest, version, sample: false, files: sums });
	});
	return { version, files };
}

function inForce(documents: Kept[], now = 10) {
	const list = () => [...documents].sort((a, b) => b.rank - a.rank);
	const text = (row: { sha: string }) => documents.find(({ sha }) => sha === row.sha)?.text;
	const found = findInForce({ rows: { list, text }, shipped, archive: { archiveKey, house } }, now);
	const passed = found.passedOver.map(({ row, fault }) => `${row.kind} ${row.version} ${fault}`);
	return { standard: found.standard.version, prices: found.prices.version, sample: found.prices.sample, passed, found };
}

const now = { standard: "2026.1", prices: "2026.1", sample: true, passed: [] };

test("with nothing from the head office, what came with the program", () => {
	const { found, ...rest } = inForce([]);
	expect(rest).toEqual(now);
	expect(found.until).toBe(Number.POSITIVE_INFINITY);
});

test("another brand's, and what begins later, are as if they weren't there", () => {
	const other = kept("prices", "2026.5", prices("2026.5"), 0, "00000000-0000-7000-8000-00000000000b");
	const { found, ...rest } = inForce([other, kept("prices", "2026.6", prices("2026.6"), 20)]);
	expect(rest).toEqual(now);
	expect(found.until).toBe(20);
	expect(inForce([kept("prices", "2026.6", prices("2026.6"), 20)], 20)).toMatchObject({
		prices: "2026.6",
		sample: false,
	});
});

test("a newer standard that doesn't know what the list charges for waits: the list is not given up", () => {
	const newer = kept("standard", "2026.2", standardWithout("2026.2", ["O34"]));
	const list = kept("prices", "2026.2", prices("2026.2"));
	expect(inForce([newer, list])).toMatchObject({
		...{ standard: "2026.1", prices: "2026.2", sample: false, passed: ["standard 2026.2 does-not-fit"] },
	});
	// With the list that goes with it, both come into force.
	const fitting = kept("prices", "2026.3", prices("2026.3", ["O34"]));
	expect(inForce([newer, list, fitting])).toMatchObject({ standard: "2026.2", prices: "2026.3", passed: [] });
	expect(inForce([newer])).toMatchObject({ standard: "2026.2", prices: standard.prices.version, sample: true });
});

test("what was changed here, or isn't signed, is passed over by name and the one before it counts", () => {
	const good = kept("prices", "2026.2", prices("2026.2"));
	const changed = kept("prices", "2026.3", prices("2026.3"));
	changed.text = changed.text.replace("8500", "85");
	const unsigned = { ...kept("prices", "2026.4", prices("2026.4")), sig: good.sig };
	expect(inForce([good, changed, unsigned])).toMatchObject({
		...{ prices: "2026.2", passed: ["prices 2026.4 signature", "prices 2026.3 checksum"] },
	});
});
