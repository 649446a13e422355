/**
 * A backup folder `welt-<store code>-<date time>/`: the database, every photo (still encrypted), the workstation's key
 * locked by the recovery sheet, and `manifest.json` with size and hash of each. This file describes it; make.ts writes
 * one, verify.ts proves it, restore.ts brings it back. Nothing here knows the key.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { refuse } from "../../domain/errors.ts";
import { sha256Hex, uuid } from "../../domain/event/event.ts";

export const manifestName = "manifest.json";
export const databaseName = "welt.db";
export const lockedKeyName = "recovery.json";
export const blobsName = "blobs";

/** Lies in every folder chosen for backups: an empty mount point without it is a stick that is not plugged in. */
export const folderMark = ".welt-backups";

/** Paths are inside the backup, with `/`. */
const fileSchema = z.object({
	path: z.string().regex(/^(?:welt\.db|recovery\.json|blobs\/[0-9a-f]{2}\/[0-9a-f]{64})$/),
	bytes: z.int().nonnegative(),
	sha256: sha256Hex,
});
export type BackupFile = z.infer<typeof fileSchema>;

export const manifestSchema = z.object({
	format: z.literal(1),
	/** ms UTC */
	madeAt: z.int(),
	program: z.string(),
	store: z.object({ id: uuid, code: z.string().regex(/^\d{5}$/), centreName: z.string() }),
	dev: uuid,
	epoch: z.int().positive(),
	/** Every station number this log has used. */
	stations: z.array(z.int()),
	events: z.int().nonnegative(),
	files: z.array(fileSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const lockedKeySchema = z.object({ format: z.literal(1), locked: z.string() });

/** Refuses `restore.no-manifest` and `restore.manifest-damaged`. */
export function readManifest(dir: string): Manifest {
	const path = join(dir, manifestName);
	if (!existsSync(path)) refuse("not-found", "restore.no-manifest");
	try {
		return manifestSchema.parse(JSON.parse(readFileSync(path, "utf8")));
	} catch {
		return refuse("storage-damaged", "restore.manifest-damaged");
	}
}

export type FoundBackup = { dir: string; manifest: Manifest };

/** The whole backups in `folder`, or the one it is, newest first. What cannot be read is left out. */
export function listBackups(folder: string): FoundBackup[] {
	const dirs = existsSync(join(folder, manifestName))
		? [folder]
		: namesIn(folder)
				.filter((name) => name.startsWith("welt-"))
				.map((name) => join(folder, name));
	const found: FoundBackup[] = [];
	for (const dir of dirs) {
		try {
			found.push({ dir, manifest: readManifest(dir) });
		} catch {
			// Half-written or not ours.
		}
	}
	return found.sort((a, b) => b.manifest.madeAt - a.manifest.madeAt);
}

function namesIn(folder: string): string[] {
	return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
}

export const backupBytes = (manifest: Manifest): number => manifest.files.reduce((sum, file) => sum + file.bytes, 0);
export const photoCount = (manifest: Manifest): number =>
	manifest.files.filter((file) => file.path.startsWith(`${blobsName}/`)).length;

/** The lowest free number above those used, then the lowest free one at all. */
export function nextStation(used: readonly number[]): number {
	const highest = Math.max(0, ...used);
	if (highest < 99) return highest + 1;
	for (let number = 1; number <= 99; number++) if (!used.includes(number)) return number;
	return 99;
}
