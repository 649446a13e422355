/**
 * Makes one backup: a consistent copy of the running database, the photos, the locked key, the manifest; all under a
 * temporary name, proven, and only then renamed. Runs in a worker (worker.ts) so that no command waits for it; reads
 * the database through a connection of its own and writes nothing but the backup.
 */
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { refuse } from "../../domain/errors.ts";
import type { WeltEvent } from "../../domain/event/event.ts";
import { linkOrCopy, listed, syncFile, writeSynced } from "./files.ts";
import {
	type BackupFile,
	blobsName,
	databaseName,
	folderMark,
	listBackups,
	lockedKeyName,
	type Manifest,
	manifestName,
} from "./manifest.ts";
import { verifyBackup } from "./verify.ts";

export type BackupOrder = {
	/** The running workstation's data folder. */
	dataDir: string;
	/** The chosen folder; must carry its mark. */
	folder: string;
	/** `welt-01234-20261121-100000` */
	name: string;
	/** The workstation's key as the recovery sheet locks it, base64. */
	lockedKey: string;
	madeAt: number;
	program: string;
	store: Manifest["store"];
	dev: string;
	epoch: number;
};

export type BackupPart = "copy" | "photos" | "check";
export type Progress = (part: BackupPart, done: number, total: number) => void;
export type MadeBackup = { dir: string; events: number; photos: number; bytes: number; missing: number };

/** Pages a step; between two steps the reading connection lets others breathe. */
const pagesPerStep = 2_000;

async function copyDatabase(from: string, to: string, progress: Progress): Promise<void> {
	const source = new Database(from, { readonly: true, fileMustExist: true });
	try {
		// One snapshot from first page to last, however long it takes and whatever is written meanwhile.
		source.exec("BEGIN");
		source.prepare("SELECT COUNT(*) FROM sqlite_schema").get();
		await source.backup(to, {
			progress({ totalPages, remainingPages }) {
				progress("copy", totalPages - remainingPages, totalPages);
				return pagesPerStep;
			},
		});
	} finally {
		source.close();
	}
	const copy = new Database(to);
	try {
		// A single file, without the log a database in use keeps beside it.
		copy.pragma("journal_mode = DELETE");
	} finally {
		copy.close();
	}
	syncFile(to);
}

type Facts = { events: number; stations: number[]; photos: string[] };

function readFacts(path: string): Facts {
	const db = new Database(path, { readonly: true });
	try {
		const events = db.prepare("SELECT COUNT(*) FROM event").pluck().get() as number;
		const opened = db
			.prepare("SELECT text FROM event WHERE aggregate IN (SELECT n FROM aggregate WHERE agg LIKE 'station:%')")
			.pluck()
			.all() as string[];
		const stations = opened
			.map((text) => JSON.parse(text) as WeltEvent)
			.filter((event) => event.type === "station.opened")
			.map((event) => Number(event.body["number"]));
		const photos = db
			.prepare(
				"SELECT sha FROM blobs WHERE sha NOT IN (SELECT sha FROM blob_transfer WHERE state IN ('away', 'down')) ORDER BY sha",
			)
			.pluck()
			.all() as string[];
		return { events, stations: [...new Set(stations)], photos };
	} finally {
		db.close();
	}
}

function copyPhotos(order: BackupOrder, to: string, photos: readonly string[], progress: Progress) {
	const before = listBackups(order.folder).find(({ manifest }) => manifest.dev === order.dev)?.dir;
	const kept: string[] = [];
	photos.forEach((sha, at) => {
		const place = `${blobsName}/${sha.slice(0, 2)}/${sha}`;
		const from = join(order.dataDir, place);
		if (existsSync(from)) {
			linkOrCopy(before && join(before, place), from, join(to, place));
			kept.push(place);
		}
		progress("photos", at + 1, photos.length);
	});
	return { kept, missing: photos.length - kept.length };
}

/** Refuses `backup.folder-missing`, `backup.check-failed`; disk errors come as they are. */
export async function makeBackup(order: BackupOrder, progress: Progress): Promise<MadeBackup> {
	if (!existsSync(join(order.folder, folderMark))) refuse("device-missing", "backup.folder-missing");
	const part = join(order.folder, `.${order.name}.part`);
	rmSync(part, { recursive: true, force: true });
	mkdirSync(part, { mode: 0o700 });
	try {
		await copyDatabase(join(order.dataDir, databaseName), join(part, databaseName), progress);
		const { events, stations, photos } = readFacts(join(part, databaseName));
		const { kept, missing } = copyPhotos(order, part, photos, progress);
		writeSynced(join(part, lockedKeyName), JSON.stringify({ format: 1, locked: order.lockedKey }));
		const files: BackupFile[] = [
			listed(part, databaseName),
			listed(part, lockedKeyName),
			// Named by their hash: the check below proves it.
			...kept.map((path) => ({ path, bytes: statSync(join(part, path)).size, sha256: path.slice(-64) })),
		];
		const { madeAt, program, store, dev, epoch } = order;
		const manifest: Manifest = { format: 1, madeAt, program, store, dev, epoch, stations, events, files };
		writeSynced(join(part, manifestName), JSON.stringify(manifest));
		verifyBackup(part, (done, total) => progress("check", done, total));
		const dir = freeName(order.folder, order.name);
		renameSync(part, dir);
		const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
		return { dir, events, photos: kept.length, bytes, missing };
	} catch (error) {
		rmSync(part, { recursive: true, force: true });
		throw error;
	}
}

function freeName(folder: string, name: string): string {
	let dir = join(folder, name);
	for (let n = 2; existsSync(dir); n++) dir = join(folder, `${name}-${n}`);
	return dir;
}
