/** PouchDB with express-pouchdb beside ours: installed once into the cache, each round in a process and folder of its own. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootDir } from "../data.ts";

export type Rates = { push: number; pull: number };

const made = join(import.meta.dirname, "pouch");
const home = join(rootDir, ".cache", "bench", "pouch");

/** From npm, as pinned there. */
export function installPeer(): void {
	if (existsSync(join(home, "node_modules", "express-pouchdb"))) return;
	mkdirSync(home, { recursive: true });
	cpSync(made, home, { recursive: true });
	execFileSync("npm", ["install", "--no-audit", "--no-fund", "--silent"], { cwd: home, stdio: "inherit" });
}

/** `texts`: a file with an event's text a line. */
export function peerRound(texts: string): Rates {
	const dir = mkdtempSync(join(tmpdir(), "welt-pouch-"));
	try {
		cpSync(join(made, "rate.cjs"), join(home, "rate.cjs"));
		const said = execFileSync(process.execPath, [join(home, "rate.cjs"), dir, texts], { cwd: home, encoding: "utf8" });
		return JSON.parse(said.trim().split("\n").at(-1) ?? "") as Rates;
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
}
