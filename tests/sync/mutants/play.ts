/**
 * Plays seeds with one rule taken out of the real code after another, each with modules of its own, all on one database:
 * a program started by mutants.test.ts. `play.ts <seeds> <name>…` prints a line of JSON for each: which seed noticed, and
 * what it said.
 */
import { registerHooks } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startPostgres } from "../../archive/support/postgres.ts";
import type { Land } from "../simulation/national.ts";
import type { Outcome } from "../simulation/run.ts";
import { type Mutant, mutants } from "./mutants.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const [most = "60", ...names] = process.argv.slice(2);

const ofMutant = (url: string | undefined) => mutants[Number(url?.split("?mutant=")[1] ?? -1)];

function without(code: string, { name, change }: Mutant): string {
	return change.reduce((text, [find, put]) => {
		if (text.split(find).length !== 2) throw new Error(`${name}: "${find}" is not there once`);
		return text.replace(find, () => put);
	}, code);
}

registerHooks({
	resolve(specifier, context, next) {
		const found = next(specifier, context);
		const mark = context.parentURL?.split("?")[1];
		// Every program file a mutant reaches is its own; libraries are shared.
		const own = mark && found.url.startsWith("file:") && !found.url.includes("/node_modules/");
		return own && !found.url.includes("?") ? { ...found, url: `${found.url}?${mark}` } : found;
	},
	load(url, context, next) {
		const mutant = ofMutant(url);
		const loaded = next(url, context);
		if (!mutant || fileURLToPath(url.split("?")[0] as string) !== join(root, mutant.file)) return loaded;
		return { ...loaded, source: without(String(loaded.source), mutant) };
	},
});

const tell = (told: { name: string; seed: number | string | undefined; said: string | undefined }) =>
	void process.stdout.write(`${JSON.stringify(told)}\n`);

async function play(index: number, { name, seed: first }: Mutant): Promise<void> {
	const at = (file: string) => `${pathToFileURL(join(root, "tests/sync", file)).href}?mutant=${index}`;
	if (first === "at-once") {
		const { atOnceFaults } = (await import(at("at-once/at-once.ts"))) as { atOnceFaults(): Promise<string[]> };
		const [said] = await atOnceFaults().catch((error: unknown) => [String(error)]);
		return tell({ name, seed: said === undefined ? undefined : first, said: said?.slice(0, 300) });
	}
	const { startLand } = (await import(at("simulation/national.ts"))) as { startLand(): Promise<Land> };
	const { runSeed } = (await import(at("simulation/run.ts"))) as {
		runSeed(land: Land, seed: number): Promise<Outcome>;
	};
	const land = await startLand();
	let noticed: Outcome | undefined;
	for (const seed of [first, ...Array.from({ length: Number(most) }, (_, at) => at + 1)]) {
		const outcome = await runSeed(land, seed);
		if (outcome.faults.length === 0) continue;
		noticed = outcome;
		break;
	}
	await land.stop();
	tell({ name, seed: noticed?.seed, said: noticed?.faults[0]?.slice(0, 300) });
}

const database = process.env.TEST_PG_URL ? undefined : await startPostgres();
if (database) process.env.TEST_PG_URL = database.url;
for (const [index, mutant] of mutants.entries()) {
	if (names.length === 0 || names.includes(mutant.name)) await play(index, mutant);
}
await database?.stop();
