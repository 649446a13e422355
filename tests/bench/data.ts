/** The bench's data folders, made once and kept in .cache/bench until their making changes. */
import { createHash } from "node:crypto";
import {
	closeSync,
	cpSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { openWriter } from "../../db/open.ts";
import { refoldAll } from "../../db/refold.ts";
import { generate, type Scale } from "./made/generate.ts";

export const rootDir = join(import.meta.dirname, "..", "..");
const cacheDir = join(rootDir, ".cache", "bench");

export type BenchData = {
	dir: string;
	master: Uint8Array;
	events: number;
	orders: number;
	jobs: number;
	refoldMs: number;
};

/** Changes whenever the generator, the migrations or the folds do. */
function fingerprint(scale: Scale): string {
	const hash = createHash("sha256").update(JSON.stringify(scale));
	const folders = [
		"tests/bench/made",
		"db/migrations",
		"db/projections",
		"db/search",
		"domain/job",
		"domain/order",
		"domain/item",
		"domain/event",
	];
	for (const folder of folders) {
		const entries = readdirSync(join(rootDir, folder), { recursive: true, withFileTypes: true });
		const files = entries.filter((e) => e.isFile() && /\.(ts|sql)$/.test(e.name) && !e.parentPath.includes("measures"));
		for (const file of files.map((e) => join(e.parentPath, e.name)).sort()) hash.update(readFileSync(file));
	}
	return hash.digest("hex").slice(0, 12);
}

/** A folder of that scale, generated and refolded; `refoldMs` is what the refold took when it was made. */
export function benchData(name: string, scale: Scale, say: (line: string) => void): BenchData {
	const dir = join(cacheDir, `${name}-${fingerprint(scale)}`);
	const note = join(dir, "bench.json");
	if (existsSync(note)) {
		const kept = JSON.parse(readFileSync(note, "utf8"));
		return { ...kept, dir, master: Uint8Array.from(Buffer.from(kept.master, "hex")) };
	}
	mkdirSync(cacheDir, { recursive: true });
	for (const old of readdirSync(cacheDir)) {
		if (old.startsWith(`${name}-`)) rmSync(join(cacheDir, old), { recursive: true, force: true });
	}
	say(`making ${scale.events} events …`);
	const part = `${dir}.part`;
	rmSync(part, { recursive: true, force: true });
	const made = generate(part, rootDir, scale);
	const db = openWriter(join(part, "welt.db"));
	const { ms } = refoldAll(db, { mono: () => performance.now() });
	db.pragma("wal_checkpoint(TRUNCATE)");
	db.close();
	const kept = { ...made, dir: "", master: Buffer.from(made.master).toString("hex"), refoldMs: ms };
	writeFileSync(join(part, "bench.json"), JSON.stringify(kept));
	renameSync(part, dir);
	return { ...kept, dir, master: made.master };
}

/** On the disk, so that no later fsync of the workstation's pays for the copying. */
function settle(path: string): void {
	const file = openSync(path, "r+");
	fsyncSync(file);
	closeSync(file);
}

/** A copy that a measure may write into; removed by the caller. */
export function copyData(data: BenchData, to: string): string {
	rmSync(to, { recursive: true, force: true });
	cpSync(data.dir, to, { recursive: true });
	for (const name of readdirSync(to)) settle(join(to, name));
	return to;
}
