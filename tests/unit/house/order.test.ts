import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { readSources } from "./sources.ts";

const sources = readSources();
const shipped = sources.filter(({ path }) => !/^(tests|scripts)\//.test(path));

/** Time, chance, environment and output reach the rest through main/ports.ts. */
const outside = /^(main\/(electron|loopback|adapters|devices|jobs)|archive\/server\/command)\//;
/** In the screens: the scan bus and hooks. */
const inScreens = /^renderer\/(scan\/|.*\/use-[a-z-]+\.tsx?$)/;
const globals: [string, RegExp, (path: string) => boolean][] = [
	[
		"the wall clock",
		/\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/,
		(path) => outside.test(path) || inScreens.test(path),
	],
	["chance", /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\brandomBytes\b/, (path) => outside.test(path)],
	[
		"timers",
		/\b(setTimeout|setInterval|setImmediate)\s*\(/,
		(path) => outside.test(path) || path.startsWith("renderer/"),
	],
	["the environment", /\bprocess\.(env|argv)\b/, (path) => outside.test(path)],
	["the console", /\bconsole\.\w/, (path) => outside.test(path)],
	["process exit", /\bprocess\.exit\b/, (path) => outside.test(path)],
];

describe("what only entry points and adapters may touch", () => {
	it.each(globals)("%s", (_name, pattern, allowed) => {
		const wrong = shipped.filter(({ path, code }) => !allowed(path) && pattern.test(code)).map(({ path }) => path);
		expect(wrong).toEqual([]);
	});
});

describe("files and folders", () => {
	it("are named in the trade's words: kebab-case, components PascalCase, no catch-alls", () => {
		const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.spec|\.config)?\.(ts|tsx|mjs)$/;
		const component = /^[A-Z][A-Za-z0-9]+\.tsx$/;
		const vague = /^(utils?|helpers?|common|misc|shared|types)(\.|$)/;
		const wrong = sources
			.map(({ path }) => path)
			.filter((path) => {
				const parts = path.split("/");
				const name = parts.at(-1) ?? "";
				return !(kebab.test(name) || component.test(name)) || parts.some((part) => vague.test(part));
			});
		expect(wrong).toEqual([]);
	});

	it("hold one thought: at most 300 lines", () => {
		// A suite lists cases; what runs in a shop must fit one thought.
		const long = shipped.filter(({ text }) => text.split("\n").length > 301).map(({ path }) => path);
		expect(long).toEqual([]);
	});

	it("are few: at most 12 files a folder, four folders deep", () => {
		const counts = Map.groupBy(sources, ({ path }) => dirname(path));
		// One file per feature, by rule, and found by the feature's name.
		const byFeature = [
			"preload/contract",
			"main/handlers",
			"renderer/i18n/errors",
			"renderer/i18n/texts",
			"tests/unit/services",
		];
		const full = [...counts]
			.filter(([dir, files]) => files.length > 12 && !byFeature.includes(dir))
			.map(([dir, files]) => `${dir}: ${files.length}`);
		const deep = [...counts.keys()].filter((dir) => dir.split("/").length > 4);
		expect({ full, deep }).toEqual({ full: [], deep: [] });
	});

	it("contain no focused or skipped test and no note to oneself", () => {
		const tests = sources.filter(({ path }) => path.startsWith("tests/") && !path.startsWith("tests/unit/house/"));
		const idle = tests.filter(({ code }) => /\b(it|test|describe)\.(only|skip|todo)\b/.test(code));
		const notes = shipped.filter(({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text));
		expect([...idle, ...notes].map(({ path }) => path)).toEqual([]);
	});
});
