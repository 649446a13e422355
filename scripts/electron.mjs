/**
 * Electron's runtime: is it here, can it be had. It is fetched from Electron's own site at the first start, which many
 * workshops' networks don't reach; that answer is remembered, so that only the first start waits for it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, say, tool } from "./project.mjs";

const memory = join(root, ".cache/electron.json");
const longestMs = 60_000;

/** Path of the runtime when it is installed. */
export function installedElectron() {
	const folder = join(root, "node_modules/electron");
	try {
		const path = join(folder, "dist", readFileSync(join(folder, "path.txt"), "utf8"));
		return existsSync(path) ? path : undefined;
	} catch {
		return undefined;
	}
}

/** The runtime, fetched if need be; undefined when it can't be had. `again` asks even after a remembered no. */
export async function findElectron(again) {
	const installed = installedElectron();
	if (installed) return installed;
	const version = electronVersion();
	if (!again && recall()?.version === version) return undefined;
	say(`获取 Electron ${version}(最多 60 秒)… Fetching Electron (60 seconds at most) …`);
	await tool("electron", "install.js", [], { output: "ignore", timeoutMs: longestMs });
	if (!installedElectron()) rememberNone();
	return installedElectron();
}

/** From now on starts don't try this version again (`--host=electron` does). */
export function rememberNone() {
	mkdirSync(join(root, ".cache"), { recursive: true });
	writeFileSync(memory, JSON.stringify({ version: electronVersion(), runtime: "none" }));
}

function electronVersion() {
	return JSON.parse(readFileSync(join(root, "node_modules/electron/package.json"), "utf8")).version;
}

function recall() {
	try {
		return JSON.parse(readFileSync(memory, "utf8"));
	} catch {
		return undefined;
	}
}
