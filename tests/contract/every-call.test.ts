/** What holds for every call there is, whoever adds one: strict inputs, nothing thrown, the shape pinned. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { calls } from "../../preload/contract/index.ts";
import { openReadyWorkstation, type ReadyWorkstation } from "../support/fixtures.ts";

let ws: ReadyWorkstation;
beforeAll(async () => {
	ws = await openReadyWorkstation();
	ws.as("manager");
});
afterAll(() => ws.dispose());

const names = Object.keys(calls).sort();
const hostile: [string, unknown][] = [
	["an unknown field", { surprise: 1 }],
	["nothing", null],
	["a list", []],
	["a text", "x"],
	["a number", 7],
	["an endless text", { text: "x".repeat(100_000), id: "x".repeat(100_000) }],
	["control characters", { text: "a\u0000b", name: "a\u001bb", orderId: "\u0007" }],
	["a prototype", JSON.parse('{"__proto__": {"admin": true}}')],
];

test.each(names)("%s refuses what is not its input, in words and without throwing", async (name) => {
	for (const [what, input] of hostile) {
		const answer = await ws.tryCall(name, input);
		expect(answer, `${name} took ${what}`).toMatchObject({
			ok: false,
			error: { code: "invalid-input", reason: "call.invalid-input" },
		});
	}
});

/** Only objects in strict form appear in inputs, at any depth. */
function loose(schema: unknown, at: string): string[] {
	const json = z.toJSONSchema(schema as z.ZodType, { io: "input", unrepresentable: "any" });
	const found: string[] = [];
	const walk = (node: unknown, path: string): void => {
		if (typeof node !== "object" || node === null) return;
		const object = node as Record<string, unknown>;
		if (object["type"] === "object" && object["properties"] && object["additionalProperties"] !== false)
			found.push(path);
		for (const [key, value] of Object.entries(object)) walk(value, `${path}/${key}`);
	};
	walk(json, at);
	return found;
}

test("every object in an input is strict", () => {
	expect(names.flatMap((name) => loose(calls[name as keyof typeof calls].input, name))).toEqual([]);
});

/** A change of any call shows here: look at it, then pin the new hash in contract.hash. */
test("the contract is the one that was agreed", () => {
	const shape = names.map((name) => {
		const { kind, access, input, output, fails } = calls[name as keyof typeof calls];
		const json = (schema: unknown, io: "input" | "output") =>
			z.toJSONSchema(schema as z.ZodType, { io, unrepresentable: "any" });
		return [name, kind, access, fails, json(input, "input"), json(output, "output")];
	});
	const hash = createHash("sha256").update(JSON.stringify(shape)).digest("hex");
	const pinned = readFileSync(join(import.meta.dirname, "contract.hash"), "utf8").trim();
	expect(hash).toBe(pinned);
});
