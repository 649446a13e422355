/** The protocol is what was agreed: every message's shape, every address, every signed text, byte for byte. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { endpoints } from "../../archive/protocol/endpoints.ts";
import {
	addToChecksum,
	emptyChecksum,
	readPullLine,
	readPullQuery,
	writePullLine,
	writePullQuery,
} from "../../archive/protocol/pull.ts";
import { readPush, writePush } from "../../archive/protocol/push.ts";
import * as statements from "../../archive/protocol/statement.ts";
import { canonicalText } from "../../domain/event/canonical.ts";

const folder = join(import.meta.dirname, "../../archive/protocol");
const ids = ["00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"] as const;
const zeros = "0".repeat(64);

async function shapes(): Promise<Record<string, unknown>> {
	const found: Record<string, unknown> = {};
	const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
	for (const file of files.map((name) => name.replaceAll("\\", "/")).sort()) {
		const exported: Record<string, unknown> = await import(join(folder, file));
		for (const [name, value] of Object.entries(exported)) {
			if (value instanceof z.ZodType)
				found[`${file}/${name}`] = z.toJSONSchema(value, { io: "input", unrepresentable: "any" });
			else if (typeof value === "number") found[`${file}/${name}`] = value;
		}
	}
	return found;
}

describe("the protocol", () => {
	test("is the one that was agreed: change it knowingly, and pin it again", async () => {
		const head = { dev: ids[0], epoch: 1, seq: 2, hash: zeros };
		const signed = [
			statements.headStatement(head),
			statements.signInStatement(ids[0], "n", ids[1]),
			statements.enrolStatement("AAAA-BBBB-CCCC", null, ids[0]),
			statements.receiptStatement(ids[1], head, 5),
			statements.rootStatement(ids[1], "2026-11-22", zeros),
			statements.greetingStatement(ids[0], ids[1], ids[0], "n"),
			statements.referenceStatement({ brand: ids[0], kind: "prices", version: "2026.1", effectiveFrom: 5, sha: zeros }),
		];
		const text = JSON.stringify({ shapes: await shapes(), endpoints, signed });
		const pinned = readFileSync(join(import.meta.dirname, "protocol.hash"), "utf8").trim();
		expect(createHash("sha256").update(text).digest("hex")).toBe(pinned);
	});

	test("no two statements can be taken for each other", () => {
		const firsts = Object.values(statements).map(
			(make) => String((make as (...words: unknown[]) => string)({}, "", {}, "")).split("\n")[0],
		);
		expect(new Set(firsts).size).toBe(firsts.length);
	});

	test("lines come back as they were written, whatever stands in an event", () => {
		const texts = [canonicalText({ a: "tab\there\nline\u2028", 中: "¥" }), canonicalText({})];
		const header = { proto: 1, dev: ids[0], epoch: 1, from: 1, prev: zeros, count: 2, sig: "A".repeat(86) };
		expect(readPush(writePush(header, texts))).toEqual({ header, texts });
		const mark = { feed: `item:${ids[0]}`, pos: 1, hash: zeros, arr: 1, ats: 1, out: "accepted" as const };
		for (const text of texts) {
			const line = { kind: "event" as const, mark, text };
			expect(readPullLine(writePullLine(line))).toEqual(line);
		}
		const query = { cursors: [{ feed: `store:${ids[1]}`, after: 42 }], limit: 7 };
		expect(readPullQuery(new URLSearchParams(writePullQuery(query)))).toEqual(query);
	});

	test("what is cut, doubled or strange is no line of it", () => {
		const header = { proto: 1, dev: ids[0], epoch: 1, from: 1, prev: zeros, count: 1, sig: "A".repeat(86) };
		const whole = writePush(header, ["{}"]);
		for (let cut = 0; cut < whole.length; cut++) expect(readPush(whole.slice(0, cut))).toBeUndefined();
		for (const strange of ["", "e", "e\t{}", "e\t{}\t{}", "x\t1", "end\t{}", "s\tnull"])
			expect(readPullLine(strange)).toBeUndefined();
		for (const query of ["", "f=store:1@2", "f=item:@1", `f=store:${ids[0]}@-1`, `f=store:${ids[0]}@1&limit=0`]) {
			expect(readPullQuery(new URLSearchParams(query))).toBeUndefined();
		}
	});

	test("a feed's checksum is a sum that wraps and does not depend on pages", () => {
		const high = `${"f".repeat(16)}${"0".repeat(48)}`;
		expect(addToChecksum(addToChecksum(emptyChecksum, high), `${"0".repeat(15)}2${"0".repeat(48)}`)).toBe(
			`${"0".repeat(15)}1`,
		);
	});
});
