import { existsSync, readFileSync, type Stats } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const builder = createRequire(createRequire(join(root, "package.json")).resolve("app-builder-lib"));

type Config = {
	files: string[];
	asarUnpack: string[];
	electronFuses: Record<string, boolean>;
	win: { icon: string };
	linux: { icon: string };
};
const yaml = builder("js-yaml") as { load(text: string): unknown };
const config = yaml.load(readFileSync(join(root, "electron-builder.yml"), "utf8")) as Config;

/** The builder's own idea of what a list of patterns means. */
function createFilter(patterns: string[]): (path: string) => boolean {
	const { FileMatcher } = builder(join(root, "node_modules/app-builder-lib/out/fileMatcher.js")) as {
		FileMatcher: new (
			from: string,
			to: string,
			expand: (pattern: string) => string,
			patterns: string[],
		) => { createFilter(): (file: string, stat: Stats) => boolean };
	};
	const expand = (text: string) => text.replace(/\$\{platform\}/g, "linux").replace(/\$\{arch\}/g, "x64");
	const matches = new FileMatcher(root, root, expand, patterns).createFilter();
	const stat = { isDirectory: () => false } as Stats;
	return (path) => matches(join(root, path), stat);
}

describe("electron-builder.yml", () => {
	it("is what the builder's own schema allows", () => {
		const Ajv = (builder("ajv") as { default?: unknown }).default ?? builder("ajv");
		const ajv = new (
			Ajv as new (
				options: object,
			) => {
				compile(schema: object): ((value: unknown) => boolean) & { errors?: unknown };
			}
		)({ strict: false, allErrors: true, validateFormats: false });
		const schema = JSON.parse(readFileSync(join(root, "node_modules/app-builder-lib/scheme.json"), "utf8"));
		const valid = ajv.compile(schema);
		expect(valid(config), JSON.stringify(valid.errors)).toBe(true);
		expect(valid({ ...config, electronFuse: {} })).toBe(false);
	});

	// The builder takes dependencies whole, less what the list excludes.
	const excludes = config.files.filter((pattern) => pattern.startsWith("!"));
	const pack = createFilter(config.files);
	const packModule = createFilter(["**/*", ...excludes]);
	const packed = (path: string) => (path.startsWith("node_modules/") ? packModule(path) : pack(path));

	it("packs the app, its migrations and its standard", () => {
		for (const path of [
			"package.json",
			"out/main/electron.js",
			"out/preload/index.cjs",
			"out/renderer/index.html",
			"out/renderer/assets/index-1.js",
			"assets/standard/faults.json",
			"assets/icons/welt-256.png",
			"db/migrations/0000_first.sql",
			"node_modules/better-sqlite3/prebuilds/linux-x64.node",
			"node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
		]) {
			expect(packed(path), path).toBe(true);
		}
	});

	it("leaves out the loopback host, sources, tests, other platforms and unused weights", () => {
		for (const path of [
			"out/main/loopback.js",
			"out/main/loopback.js.map",
			"main/loopback/index.ts",
			"main/electron/index.ts",
			"tests/contract/package.test.ts",
			"scripts/start.mjs",
			".cache/electron.json",
			"node_modules/ws/index.js",
			"node_modules/better-sqlite3/prebuilds/win32-x64.node",
			"node_modules/better-sqlite3/deps/sqlite3.tar.gz",
			"node_modules/@expo-google-fonts/noto-sans-sc/900Black/NotoSansSC_900Black.ttf",
		]) {
			expect(packed(path), path).toBe(false);
		}
	});

	it("unpacks native libraries", () => {
		const unpacked = createFilter(config.asarUnpack);
		expect(unpacked("node_modules/better-sqlite3/prebuilds/linux-x64.node")).toBe(true);
		expect(unpacked("node_modules/@napi-rs/canvas-win32-x64-msvc/icudtl.dat")).toBe(true);
		expect(unpacked("out/main/electron.js")).toBe(false);
	});

	it("closes Electron's back doors", () => {
		expect(config.electronFuses).toEqual({
			runAsNode: false,
			enableNodeOptionsEnvironmentVariable: false,
			enableNodeCliInspectArguments: false,
			enableCookieEncryption: true,
			enableEmbeddedAsarIntegrityValidation: true,
			onlyLoadAppFromAsar: true,
			grantFileProtocolExtraPrivileges: false,
		});
	});

	it("names pictures that are there", () => {
		for (const icon of [config.win.icon, config.linux.icon]) expect(existsSync(join(root, icon)), icon).toBe(true);
	});
});
