/** Every state the protocol can reach in small worlds keeps every promise; without any one of its rules some don't. */
import { expect, test } from "vitest";
import { checkModel } from "./check.ts";
import type { Rule, Size } from "./state.ts";

const worlds: Record<string, Size> = {
	"two PCs on a lossy line": { writes: [2, 1], clones: 0, restores: 0, losses: 1 },
	"a cloned disk": { writes: [1], clones: 1, restores: 0, losses: 0 },
	"a restored archive": { writes: [1, 1], clones: 0, restores: 1, losses: 0 },
};

for (const [name, size] of Object.entries(worlds)) {
	test(`${name}: every state keeps every promise`, () => {
		const { states, fault, way } = checkModel(size);
		expect([fault, way]).toEqual([undefined, undefined]);
		process.stdout.write(`${name}: ${states} states\n`);
	}, 600_000);
}

const small: Size = { writes: [2, 1], clones: 0, restores: 0, losses: 1 };
const cloned: Size = { writes: [1], clones: 1, restores: 0, losses: 0 };
const restored: Size = { writes: [2, 1], clones: 0, restores: 1, losses: 0 };

/** Where leaving a rule out shows. */
const shows: Record<Rule, Size> = {
	dedup: small,
	compare: cloned,
	expect: restored,
	receipt: small,
	atomic: small,
	dense: small,
	incarnation: restored,
	carryOver: cloned,
	durable: small,
};

for (const [rule, size] of Object.entries(shows) as [Rule, Size][]) {
	test(`without the rule "${rule}" a promise is broken`, () => {
		const { fault, way, states } = checkModel(size, rule);
		expect(fault, `${states} states`).toBeDefined();
		process.stdout.write(`without ${rule}: ${fault} after ${way?.length} steps, ${states} states\n`);
	}, 600_000);
}
