/** Is a folder fit for backups: absolute, apart from the data, writable; on which disk, with how much room. */
import { existsSync, mkdirSync, rmdirSync, rmSync, statfsSync, statSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, normalize, relative, resolve } from "node:path";
import { folderMark } from "../../../db/backup/manifest.ts";
import { refuse } from "../../../domain/errors.ts";
import type { App } from "../../app.ts";

export type FolderFacts = { folder: string; sameDisk: boolean; freeBytes: number | null };

/** Beside the data: works at once, and the screen says that a stick or another disk is better. */
export const defaultBackupFolder = (app: App): string => join(dirname(app.dir), "welt-backup");

function parseFolder(app: App, typed: string): string {
	if (!isAbsolute(typed)) refuse("invalid-input", "backup.folder-relative");
	const folder = resolve(normalize(typed));
	const inside = relative(app.dir, folder);
	const within = inside === "" || (!inside.startsWith("..") && !isAbsolute(inside));
	if (within) refuse("rule-broken", "backup.folder-in-data");
	return folder;
}

function refuseDisk(cause: unknown): never {
	const code = String((cause as { code?: unknown }).code ?? "");
	if (code === "ENOSPC" || code === "EDQUOT") refuse("storage-full", "backup.folder-full");
	if (code === "ENOTDIR" || code === "EEXIST") refuse("invalid-input", "backup.folder-not-a-folder");
	return refuse("storage-damaged", "backup.folder-read-only", { code });
}

export function isSameDisk(app: App, folder: string): boolean {
	const [there, here] = [statSync(folder, { throwIfNoEntry: false }), statSync(app.dir, { throwIfNoEntry: false })];
	return there !== undefined && here !== undefined && there.dev === here.dev;
}

function freeBytes(folder: string): number | null {
	try {
		const { bavail, bsize } = statfsSync(folder);
		return bavail * bsize;
	} catch {
		return null;
	}
}

/** Tries to write there. `keep`: the folder is chosen, so it stays and gets its mark; otherwise nothing is left behind. */
export function tryFolder(app: App, typed: string, keep: boolean): FolderFacts {
	const folder = parseFolder(app, typed);
	const made: string[] = [];
	for (let dir = folder; !existsSync(dir); dir = dirname(dir)) made.push(dir);
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		const probe = join(folder, ".welt-probe");
		writeFileSync(probe, "welt");
		rmSync(probe);
		const facts = { folder, sameDisk: isSameDisk(app, folder), freeBytes: freeBytes(folder) };
		if (keep) writeFileSync(join(folder, folderMark), `${app.log.identity.store}\n`);
		else for (const dir of made) rmdirSync(dir);
		return facts;
	} catch (cause) {
		return refuseDisk(cause);
	}
}
