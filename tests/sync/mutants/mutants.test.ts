/** Each rule of the exchange taken out of the real code is missed: all of them with `npm run test:sync -- --mutants`. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { mutants } from "./mutants.ts";

/** Enough for the rarest of them. */
const seeds = "60";
const wanted = process.env.SYNC_MUTANTS === "all" ? mutants : mutants.slice(0, 1);

type Told = { name: string; seed?: number | string; said?: string };

test(`each of ${wanted.length} rules taken out is noticed by the simulation`, async () => {
	const args = [join(import.meta.dirname, "play.ts"), seeds, ...wanted.map(({ name }) => name)];
	const program = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
	const ended = once(program, "exit");
	const told: Told[] = [];
	for await (const line of createInterface(program.stdout)) {
		const one = JSON.parse(line) as Told;
		told.push(one);
		process.stdout.write(`${one.seed === undefined ? "NOT NOTICED" : `seed ${one.seed}`}: ${one.name}\n`);
	}
	expect(await ended).toEqual([0, null]);
	expect(told.map(({ name }) => name)).toEqual(wanted.map(({ name }) => name));
	expect(told.filter(({ seed }) => seed === undefined)).toEqual([]);
}, 3_600_000);
