/**
 * Makes a fresh clone usable: installs what the lockfile names, builds what is stale. Each is skipped in milliseconds
 * when nothing changed. Run by itself (`node scripts/ready.mjs`) it only installs.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { npm, root, say, tool } from "./project.mjs";

const sources = ["archive", "assets", "db", "domain", "main", "preload", "renderer"];
const configs = ["electron.vite.config.ts", "package-lock.json", "package.json"];

/** `npm ci` when node_modules is missing or older than the lockfile. */
export async function ensureInstalled() {
	await alone("install", async () => {
		if (isInstalled()) return;
		say("安装依赖… Installing dependencies (npm ci) …");
		if ((await npm(["ci", "--no-audit", "--no-fund"])) !== 0) {
			throw new Error("安装失败。 npm ci failed; run it by hand to see why.");
		}
	});
}

function isInstalled() {
	const mark = statSync(join(root, "node_modules/.package-lock.json"), { throwIfNoEntry: false });
	return mark !== undefined && mark.mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs;
}

/** Builds out/ when any source differs from what it was built from. */
export async function ensureBuilt() {
	await alone("build", async () => {
		const mark = join(root, "out/built-from");
		const now = fingerprint();
		if (existsSync(mark) && readFileSync(mark, "utf8") === now) return;
		say("构建… Building …");
		rmSync(mark, { force: true });
		if ((await tool("electron-vite", "bin/electron-vite.js", ["build", "--logLevel=warn"])) !== 0) {
			throw new Error("构建失败。 The build failed (see above).");
		}
		writeFileSync(mark, now);
	});
}

function fingerprint() {
	const hash = createHash("sha256");
	for (const file of [...sources.flatMap(listFiles), ...configs].sort()) {
		hash
			.update(file)
			.update("\0")
			.update(readFileSync(join(root, file)))
			.update("\0");
	}
	return hash.digest("hex");
}

function listFiles(folder) {
	if (!existsSync(join(root, folder))) return [];
	const entries = readdirSync(join(root, folder), { withFileTypes: true });
	return entries.flatMap((entry) => {
		const path = `${folder}/${entry.name}`;
		return entry.isDirectory() ? listFiles(path) : [path];
	});
}

/** Two starts at once must not install or build into the same folder. A lock whose owner is gone is taken over. */
async function alone(name, work) {
	const lock = join(root, ".cache", `${name}.lock`);
	mkdirSync(join(root, ".cache"), { recursive: true });
	while (!take(lock)) {
		if (!isAlive(ownerOf(lock))) rmSync(lock, { force: true });
		else await new Promise((done) => setTimeout(done, 200));
	}
	try {
		await work();
	} finally {
		rmSync(lock, { force: true });
	}
}

function take(lock) {
	try {
		writeFileSync(lock, String(process.pid), { flag: "wx" });
		return true;
	} catch (cause) {
		if (cause.code === "EEXIST") return false;
		throw cause;
	}
}

function ownerOf(lock) {
	try {
		return Number(readFileSync(lock, "utf8"));
	} catch {
		return 0;
	}
}

function isAlive(pid) {
	if (!(pid > 0)) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (cause) {
		return cause.code === "EPERM";
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureInstalled();
