/**
 * Every place where a power cut could come between two steps: before and after each transaction on a workstation's disk,
 * before and after each message on the line, around each transaction of the archive. They are numbered as they are
 * passed; at the armed one everything of that process ends.
 */
import type { Sql } from "../../../archive/server/sql/sql.ts";

export class PowerCut extends Error {}

export type Points = {
	/** Passes one. Throws PowerCut when it is the armed one, after `cut` was called. */
	pass(name: string, cut: () => void): void;
	/** Cuts at the n-th point from here, 1..; 0 = never. `behind`: at the n-th behind the next one so called. */
	arm(n: number, behind?: string): void;
	/** How many were passed since it was armed. */
	passed(): number;
	/** What the cut came at, or undefined. */
	hit(): string | undefined;
};

export function createPoints(): Points {
	let armed = 0;
	let passed = 0;
	let hit: string | undefined;
	let waits: string | undefined;
	return {
		pass(name, cut) {
			if (waits !== undefined) {
				if (name.startsWith(waits)) waits = undefined;
				return;
			}
			passed += 1;
			if (passed !== armed) return;
			hit = name;
			cut();
			throw new PowerCut(name);
		},
		arm(n, behind) {
			armed = n;
			waits = behind;
			passed = 0;
			hit = undefined;
		},
		passed: () => passed,
		hit: () => hit,
	};
}

/** The archive's transactions as points: a process that ends before it, just before its commit, or right after it. */
export function cutSql(sql: Sql, point: (name: string) => void): Sql {
	return {
		...sql,
		async transaction(brands, work) {
			point("archive before BEGIN");
			const value = await sql.transaction(brands, async (tx) => {
				const done = await work(tx);
				point("archive before COMMIT");
				return done;
			});
			point("archive after COMMIT");
			return value;
		},
	};
}
