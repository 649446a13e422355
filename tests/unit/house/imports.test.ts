import { describe, expect, it } from "vitest";
import { findImports, readSources, type Source, stripComments } from "./sources.ts";

const sources = readSources();
const shipped = sources.filter(({ path }) => !path.startsWith("tests/"));

/** Which rooms a room may use. The longest name that fits a path counts. */
const mayUse: Record<string, string[]> = {
	domain: ["domain"],
	"preload/contract": ["preload/contract", "domain"],
	preload: ["preload/contract", "domain"],
	"archive/protocol": ["archive/protocol", "domain"],
	"archive/signing": ["archive/signing", "archive/protocol"],
	"archive/server": ["archive/server", "archive/signing", "archive/protocol", "domain"],
	db: ["db", "domain"],
	renderer: ["renderer", "preload/contract", "domain", "assets"],
	main: ["main", "assets", "db", "archive/signing", "archive/protocol", "preload/contract", "domain"],
	scripts: ["scripts", "domain"],
};

/** Which corners of the process a corner may not use, within `main`. */
const mayNotUse: [string, string[]][] = [
	["main/handlers/", ["db/", "main/handlers/", "main/devices/", "main/print/", "main/vault/", "main/sync/"]],
	["main/services/", ["main/handlers/", "main/electron/", "main/loopback/", "main/adapters/"]],
	["main/devices/", ["main/services/", "main/handlers/", "db/", "main/print/documents/"]],
	["main/print/", ["main/services/", "main/handlers/", "db/", "main/vault/"]],
	["main/vault/", ["main/services/", "main/handlers/"]],
	["main/web/", ["main/services/", "main/handlers/", "main/electron/", "main/loopback/", "db/"]],
	["main/electron/", ["main/loopback/", "main/services/", "main/handlers/", "db/", "main/vault/"]],
	["main/loopback/serve.ts", ["main/electron/", "main/services/", "main/handlers/", "db/", "main/vault/"]],
	["main/loopback/routes.ts", ["main/electron/", "main/services/", "main/handlers/", "db/", "main/vault/"]],
];

/** Packages that have one home. */
const homes: Record<string, (path: string) => boolean> = {
	electron: (path) => path.startsWith("main/electron/") || path === "preload/index.ts",
	"better-sqlite3": (path) => path.startsWith("db/"),
	"drizzle-orm": (path) => path.startsWith("db/"),
	pg: (path) => path.startsWith("archive/server/"),
	fastify: (path) => path.startsWith("archive/server/"),
	"node-hid": (path) => path.startsWith("main/devices/"),
	serialport: (path) => path.startsWith("main/devices/"),
	pdfmake: (path) => path.startsWith("main/print/") || path === "archive/server/export/pdf.ts",
	"bwip-js": (path) => path.startsWith("main/print/"),
	ws: (path) => path.startsWith("main/loopback/"),
};

const roomOf = (path: string) =>
	Object.keys(mayUse)
		.filter((room) => path.startsWith(`${room}/`))
		.sort((a, b) => b.length - a.length)[0];

function found(check: (source: Source, wanted: Source["imports"][number]) => boolean, among = shipped): string[] {
	return among.flatMap((source) =>
		source.imports.filter((wanted) => check(source, wanted)).map((wanted) => `${source.path} → ${wanted.to}`),
	);
}

describe("imports", () => {
	it("finds every form of import, and none in comments", () => {
		const text = `
			import a from "./a.ts"; // import no from "./no.ts"
			import type { B } from "./b.ts";
			import {
				c,
			} from "@scope/c/deep";
			export * from "./d.ts";
			/* import "./never.ts" */
			import { type H, type I } from "./h.ts";
			import { type J, k } from "./k.ts";
			import "./e.css";
			const f = await import("./f.ts"); const address = "https://x/";
			const g = require("node:fs");
		`;
		const imports = findImports("main/x.ts", stripComments(text));
		expect(imports.map(({ file, pack }) => file ?? pack).sort()).toEqual(
			[
				"@scope/c",
				"main/a.ts",
				"main/b.ts",
				"main/d.ts",
				"main/e.css",
				"main/f.ts",
				"main/h.ts",
				"main/k.ts",
				"node:fs",
			].sort(),
		);
		expect(imports.filter(({ typeOnly }) => typeOnly).map(({ to }) => to)).toEqual(["./b.ts", "./h.ts"]);
	});

	it("point only to rooms below", () => {
		const wrong = found(({ path }, { file }) => {
			const room = roomOf(path);
			if (file === undefined || room === undefined) return false;
			return !mayUse[room]?.some((allowed) => file.startsWith(`${allowed}/`));
		});
		expect(wrong).toEqual([]);
	});

	it("keep the corners of the process apart", () => {
		const wrong = found(({ path }, { file, typeOnly }) =>
			mayNotUse.some(([corner, others]) => {
				// One file puts the handlers together.
				if (path === "main/handlers/all.ts" || file === undefined || !path.startsWith(corner)) return false;
				// A shape may be named; only what runs makes one corner need another.
				if (typeOnly) return false;
				return others.some((other) => file.startsWith(other));
			}),
		);
		expect(wrong).toEqual([]);
	});

	it("of adapters, hosts and entries come only from entries", () => {
		const entry = /^main\/(electron|loopback|adapters)\/|^main\/devices\/virtual\/command\.ts$|^scripts\//;
		const wrong = found(
			({ path }, { file }) => /^main\/(electron|loopback|adapters)\//.test(file ?? "") && !entry.test(path),
		);
		expect(wrong).toEqual([]);
	});

	it("of a package with one home stay at home", () => {
		const wrong = found(({ path }, { pack }) => {
			const isHome = pack === undefined ? undefined : homes[pack];
			return isHome !== undefined && !isHome(path);
		});
		expect(wrong).toEqual([]);
	});

	it("keep the rules of the trade free of everything but zod, and the screens free of Node", () => {
		const pure = /^(domain|preload\/contract|archive\/protocol)\//;
		const wrong = found(({ path }, { pack }) => {
			if (pack === undefined) return false;
			if (pure.test(path)) return pack !== "zod";
			return path.startsWith("renderer/") && pack.startsWith("node:");
		});
		expect(wrong).toEqual([]);
	});

	it("go through no barrel but the contract's", () => {
		const barrels = shipped.filter(
			({ path, code }) => path !== "preload/contract/index.ts" && /^export\s[^;]*?\sfrom\s*"/m.test(code),
		);
		expect(barrels.map(({ path }) => path)).toEqual([]);
	});

	it("form no circle", () => {
		expect(findCircle(shipped)).toEqual([]);
	});
});

/** The first circle of files that need each other to run (types alone need nobody). */
function findCircle(files: readonly Source[]): string[] {
	const needs = new Map(
		files.map(({ path, imports }) => [
			path,
			imports.flatMap(({ file, typeOnly }) => (file !== undefined && !typeOnly ? [file] : [])),
		]),
	);
	const done = new Set<string>();
	const visit = (path: string, way: string[]): string[] => {
		if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
		if (done.has(path)) return [];
		for (const next of needs.get(path) ?? []) {
			const circle = visit(next, [...way, path]);
			if (circle.length > 0) return circle;
		}
		done.add(path);
		return [];
	};
	for (const path of needs.keys()) {
		const circle = visit(path, []);
		if (circle.length > 0) return circle;
	}
	return [];
}
