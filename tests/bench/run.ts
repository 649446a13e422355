/**
 * `npm run bench`: every figure beside its denominator, measured in the same run at 1,000,000 events.
 * `-- --json` prints one object a line; `-- --only=NAME` runs the group that makes NAME; `-- --events=N` at another scale.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openBenchCore } from "./core.ts";
import { type BenchData, benchData, copyData } from "./data.ts";
import { fullScale, smallScale } from "./made/generate.ts";
import { atMost, type Result } from "./result.ts";

const { values: options } = parseArgs({
	options: {
		json: { type: "boolean", default: false },
		only: { type: "string" },
		events: { type: "string" },
		/** Set by the bench itself: run one group in this process and print its results. */
		group: { type: "string" },
	},
});

const events = Number(options.events ?? fullScale.events);
const scale = { events, items: Math.ceil(events / 5), customers: Math.ceil(events / 25) };
const say = (line: string) => console.error(line);
const scratch = mkdtempSync(join(tmpdir(), "welt-bench-"));

async function onCopy<T>(data: BenchData, run: (dir: string) => Promise<T> | T): Promise<T> {
	const dir = copyData(data, join(scratch, "data"));
	try {
		return await run(dir);
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
}

/** Groups run one after the other, each in a process of its own, so that none leans on another's warm memory. */
const groups: Record<string, { makes: string[]; needsData?: boolean; run: () => Promise<Result[]> }> = {
	start: {
		makes: ["core-start"],
		run: () =>
			onCopy(benchData("full", scale, say), async (dir) => {
				const { master } = benchData("full", scale, say);
				const { core, readyMs } = await openBenchCore(dir, master);
				await core.stop();
				return [atMost("core-start", readyMs, "ms", 1_000)];
			}),
	},
	scan: {
		makes: ["scan-to-record-p99", "scan-cost-growth"],
		run: async () => {
			const full = benchData("full", scale, say);
			const small = benchData("small", smallScale, say);
			const smallDir = copyData(small, join(scratch, "small"));
			return onCopy(full, async (dir) => {
				const fullCore = await openBenchCore(dir, full.master);
				const smallCore = await openBenchCore(smallDir, small.master);
				const { measureScans } = await import("./measures/scan.ts");
				const results = await measureScans(
					{ core: fullCore, dir, items: scale.items },
					{ core: smallCore, dir: smallDir, items: smallScale.items },
				);
				await fullCore.core.stop();
				await smallCore.core.stop();
				return results;
			});
		},
	},
	search: {
		makes: ["search-as-you-type-p95"],
		run: () => withFull(async (core) => (await import("./measures/search.ts")).measureSearch(core)),
	},
	commands: {
		makes: ["durable-command"],
		run: () => withFull(async (core, dir) => (await import("./measures/commands.ts")).measureCommands(core, dir)),
	},
	refold: {
		makes: ["refold"],
		run: () =>
			onCopy(benchData("full", scale, say), async (dir) => (await import("./measures/refold.ts")).measureRefold(dir)),
	},
	snapshot: {
		makes: ["snapshot-bootstrap", "memory-while-syncing"],
		run: () =>
			onCopy(benchData("full", scale, say), async (dir) => (await import("./sync/bootstrap.ts")).measureSnapshot(dir)),
	},
	papers: {
		makes: ["label-60x40-203dpi-warm", "label-60x40-300dpi-warm", "slip-pdf-warm"],
		run: () => withFull(async (core) => (await import("./measures/papers.ts")).measurePapers(core)),
	},
	memory: {
		makes: ["memory-after-1000-scans", "memory-after-100-slips-and-labels"],
		run: () => withFull(async (core) => (await import("./measures/memory.ts")).measureMemory(core, scale.items)),
	},
	wedge: {
		makes: ["", "-browser"].flatMap((where) =>
			["scans-lost", "scans-wrong", "keys-eaten"].map((what) => `wedge${where}-${what}`),
		),
		needsData: false,
		run: async () => (await import("./measures/wedge.ts")).measureWedge(),
	},
	camera: {
		makes: ["camera-decode-p95", "camera-frame-p95", "camera-codes-missed"],
		needsData: false,
		run: async () => (await import("./measures/camera-decode.ts")).measureCamera(),
	},
	"scanner-pty": {
		makes: ["scanner-pty-p99", "scanner-pty-burst-in-order"],
		needsData: false,
		run: async () => (await import("./measures/scanners/pty.ts")).measureScannerPty(),
	},
	"scanner-guest": {
		makes: ["scanner-guest-hid-p99", "scanner-guest-cdc-p99", "scanner-guest-burst-in-order"],
		needsData: false,
		run: async () => (await import("./measures/scanners/guest.ts")).measureScannerGuest(),
	},
	lan: {
		makes: ["lan-sibling-sees-change"],
		needsData: false,
		run: async () => (await import("./measures/lan/sibling.ts")).measureSibling(),
	},
	screen: {
		makes: ["scan-to-screen-p95", "label-to-job-screen-p95"],
		run: () => {
			const data = benchData("full", scale, say);
			return onCopy(data, async (dir) => {
				const { measureScreen } = await import("./measures/screen.ts");
				return measureScreen(dir, data.master);
			});
		},
	},
	photo: {
		makes: ["photo-stored", "photo-stored-p95", "photo-stored-core-p95"],
		run: () => {
			const data = benchData("full", scale, say);
			return onCopy(data, async (dir) => {
				const { measurePhoto } = await import("./measures/photo.ts");
				return measurePhoto(dir, data.master);
			});
		},
	},
};

async function withFull(run: (core: Awaited<ReturnType<typeof openBenchCore>>, dir: string) => Promise<Result[]>) {
	const data = benchData("full", scale, say);
	return onCopy(data, async (dir) => {
		const core = await openBenchCore(dir, data.master);
		try {
			return await run(core, dir);
		} finally {
			await core.core.stop();
		}
	});
}

function show(result: Result): void {
	if (options.json) {
		console.log(JSON.stringify(result));
		return;
	}
	const { name, value, unit, denominator, denominatorName, ratio, target, ok } = result;
	console.log(
		`${ok ? "ok  " : "MISS"} ${name.padEnd(36)} ${value} ${unit} / ${denominator} ${denominatorName} = ${ratio} (${target})`,
	);
}

async function main(): Promise<void> {
	if (options.group) {
		const group = groups[options.group];
		for (const result of (await group?.run()) ?? []) console.log(JSON.stringify(result));
		return;
	}
	let missed = 0;
	for (const [name, { makes, needsData = true }] of Object.entries(groups)) {
		if (options.only && name !== options.only && !makes.includes(options.only)) continue;
		if (needsData) benchData("full", scale, say);
		const args = [import.meta.filename, `--group=${name}`, `--events=${events}`];
		const run = spawnSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
		if (run.status !== 0) {
			missed += 1;
			console.error(`${name} did not finish`);
			continue;
		}
		for (const line of run.stdout.split("\n").filter((l) => l.startsWith("{"))) {
			const result = JSON.parse(line) as Result;
			if (options.only && options.only !== name && result.name !== options.only) continue;
			if (!result.ok) missed += 1;
			show(result);
		}
	}
	process.exitCode = missed > 0 ? 1 : 0;
}

await main().finally(() => rmSync(scratch, { recursive: true, force: true }));
