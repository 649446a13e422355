/**
 * `npm test`: everything, from a fresh clone. `-- --only=unit,e2e` runs some; `-- --all` makes a suite that could not be
 * run a failure too (Electron's own apart) and plays more seeds of the sync's simulation; `-- --seeds=N` plays as many,
 * `-- --seed=N` one again, `-- --mutants` takes each rule of the exchange out to see that it is missed. The last line on stdout is `N passed, N failed`.
 */
import { endPrograms, say } from "./project.mjs";
import { ensureInstalled } from "./ready.mjs";
import { prepareReports, suites } from "./test/suites.mjs";

for (const signal of ["SIGINT", "SIGTERM"]) {
	process.on(signal, () => {
		endPrograms();
		process.exit(1);
	});
}

function parse(argv) {
	let only = Object.keys(suites);
	let all = false;
	for (const word of argv) {
		if (word === "--all") all = true;
		else if (/^--seeds=\d+$/.test(word)) process.env.SYNC_SEEDS = word.slice(8);
		else if (word === "--mutants") process.env.SYNC_MUTANTS = "all";
		else if (/^--seed=-?\d+$/.test(word)) process.env.SYNC_SEED = word.slice(7);
		else if (word.startsWith("--only=")) only = word.slice(7).split(",");
		else
			throw new TypeError(
				`Unknown option ${word}. Options: --only=${only.join(",")}, --all, --seeds=N, --seed=N, --mutants`,
			);
	}
	// The whole stays under an hour with them.
	if (all) {
		process.env.SYNC_SEEDS ??= "2000";
		process.env.SYNC_MUTANTS ??= "all";
	}
	const unknown = only.filter((name) => !(name in suites));
	if (unknown.length > 0)
		throw new TypeError(`No suite ${unknown.join(", ")}. There are: ${Object.keys(suites).join(", ")}`);
	return { only, all };
}

async function main() {
	const { only, all } = parse(process.argv.slice(2));
	await ensureInstalled();
	prepareReports();
	const lines = [];
	const failures = [];
	let passed = 0;
	let failed = 0;
	for (const name of only) {
		say(`\n── ${name}`);
		const outcome = await suites[name]().catch((cause) => {
			say(String(cause));
			return { passed: 0, failed: 1 };
		});
		passed += outcome.passed;
		failed += outcome.failed;
		failures.push(...(outcome.failures ?? []));
		const mustRun = all && outcome.notRun && name !== "electron";
		if (mustRun) failed += 1;
		const note = outcome.notRun ? `  not run: ${outcome.notRun}` : "";
		lines.push(`${name.padEnd(12)}${outcome.passed} passed, ${outcome.failed} failed${note}`);
	}
	const named = failures.map((line) => `failed: ${line}\n`).join("");
	process.stdout.write(`\n${lines.join("\n")}\n\n${named}${passed} passed, ${failed} failed\n`);
	process.exitCode = failed === 0 ? 0 : 1;
}

main().catch((cause) => {
	say(cause instanceof Error ? cause.message : String(cause));
	process.stdout.write("0 passed, 1 failed\n");
	process.exitCode = 1;
});
