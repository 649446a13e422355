/**
 * The standard that came with the program: read from assets/standard at start, checked, and kept as the last good copy in
 * the data folder. A broken or tampered file is refused with its reason and the last good version goes on. In force for as
 * long as the head office has sent none (in-force.ts).
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../../../db/log.ts";
import { type Reason, Refusal } from "../../../domain/errors.ts";
import { indexStandard, type StandardIndex } from "../../../domain/standard/lookup.ts";
import { manifestName, parseStandard } from "../../../domain/standard/parse.ts";

export type ShippedStandard = {
	readonly index: StandardIndex;
	/** sha256 of the manifest, which pins every file. */
	readonly sha256: string;
	/** Set when the shipped files were refused and the last good copy is in force. */
	readonly refused: { reason: Reason; file: string } | null;
};

function readFolder(dir: string): { index: StandardIndex; sha256: string } {
	const files = new Map<string, string>();
	if (existsSync(dir)) {
		for (const name of readdirSync(dir)) {
			if (name.endsWith(".json")) files.set(name, readFileSync(join(dir, name), "utf8"));
		}
	}
	const index = indexStandard(parseStandard(files, sha256));
	return { index, sha256: sha256(files.get(manifestName) ?? "") };
}

function keepGoodCopy(from: string, goodDir: string): void {
	const part = `${goodDir}.part`;
	rmSync(part, { recursive: true, force: true });
	mkdirSync(part, { recursive: true });
	cpSync(from, part, { recursive: true });
	rmSync(goodDir, { recursive: true, force: true });
	renameSync(part, goodDir);
}

/** Throws the shipped files' Refusal when there is no good copy either. */
export function openStandard(shippedDir: string, dataDir: string): ShippedStandard {
	const goodDir = join(dataDir, "standard");
	try {
		const shipped = readFolder(shippedDir);
		const kept = existsSync(join(goodDir, manifestName))
			? sha256(readFileSync(join(goodDir, manifestName), "utf8"))
			: "";
		if (kept !== shipped.sha256) keepGoodCopy(shippedDir, goodDir);
		return { ...shipped, refused: null };
	} catch (error) {
		if (!(error instanceof Refusal) || !existsSync(goodDir)) throw error;
		const good = readFolder(goodDir);
		return { ...good, refused: { reason: error.reason, file: String(error.details?.file ?? "") } };
	}
}
