/**
 * Brings a backup back into an empty folder: proves it, opens its key with the recovery sheet, copies rows and photos as
 * they are, and opens the next epoch of the log under another station number, so that nothing this PC writes from now on
 * can be taken for what the lost one wrote. Called by the command line and by the set-up.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { refuse } from "../../domain/errors.ts";
import { stationEvents } from "../../domain/station/station.ts";
import { createLog, type LogIdentity } from "../log.ts";
import { type Migration, migrate } from "../migrate.ts";
import { openWriter, type Writer } from "../open.ts";
import { createProjectors } from "../projections/rows.ts";
import { createLocalRows } from "../queries/local.ts";
import { createStateReader } from "../queries/states.ts";
import { translateStorageError } from "../storage-errors.ts";
import { copySynced } from "./files.ts";
import { databaseName, lockedKeyName, lockedKeySchema, type Manifest, photoCount, readManifest } from "./manifest.ts";
import { type Report, verifyBackup } from "./verify.ts";

export type RestoreOrder = {
	/** The backup's own folder. */
	from: string;
	/** Made, or empty; filled whole or not at all. */
	to: string;
	/** Where it is put together; the same disk. */
	part: string;
	/** This PC's number in order numbers from now on; not one the log has used. */
	stationNumber: number;
	shipped: readonly Migration[];
	/** The workstation's key, or undefined when the sheet does not open it. */
	unlock(locked: Uint8Array): Uint8Array | undefined;
	/** Puts the key where this PC keeps it; called before the folder gets its name. */
	saveKey(key: Uint8Array, dir: string): Promise<void>;
	ports: { now(): number; mono(): number; uuid(): string };
	report?: Report;
};

export type Restored = { manifest: Manifest; events: number; photos: number; epoch: number };

/** The key inside a backup. Refuses `restore.wrong-sheet`, `restore.manifest-damaged`. */
function openKey(from: string, unlock: RestoreOrder["unlock"]): Uint8Array {
	const path = join(from, lockedKeyName);
	const told = existsSync(path) ? lockedKeySchema.safeParse(readJson(path)) : undefined;
	if (!told?.success) refuse("storage-damaged", "restore.manifest-damaged");
	return unlock(Buffer.from(told.data.locked, "base64")) ?? refuse("forbidden", "restore.wrong-sheet");
}

function readJson(path: string): unknown {
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch {
		return undefined;
	}
}

/** The next epoch begins with its station.opened; what the lost PC still had to print waits for a person's word. */
function openEpoch(db: Writer, order: RestoreOrder, manifest: Manifest): number {
	const local = createLocalRows(db);
	const known = local.setting<LogIdentity>("identity") ?? refuse("storage-damaged", "restore.manifest-damaged");
	const highest = db.prepare("SELECT MAX(epoch) FROM chain WHERE dev = ?").pluck().get(known.dev) as number | null;
	const identity: LogIdentity = { ...known, epoch: Math.max(known.epoch, highest ?? 0) + 1 };
	const { ports } = order;
	const log = createLog(
		db,
		identity,
		{
			...ports,
			boot: ports.uuid(),
			seal: () => refuse("internal", "restore.nothing-personal"),
			stored: () => undefined,
		},
		createProjectors(db),
	);
	const before = createStateReader(db as never).find("station", known.dev)?.state;
	log.transact(() => {
		local.setSetting("identity", identity);
		db.exec("UPDATE print_journal SET state = 'unknown' WHERE state IN ('queued', 'sending')");
		log.append(known.dev, [
			stationEvents["station.opened"].make(`station:${known.dev}`, {
				number: order.stationNumber,
				label: before?.label ?? "",
				restoredFrom: manifest.madeAt,
			}),
		]);
	});
	return identity.epoch;
}

/**
 * Refuses `restore.not-empty`, `restore.station-used`, `restore.wrong-sheet`, `restore.no-manifest`,
 * `restore.manifest-damaged`, `backup.check-failed`, `storage.newer-file` and what disks say.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
	const { from, to, part, stationNumber } = order;
	if (existsSync(to) && readdirSync(to).length > 0) refuse("rule-broken", "restore.not-empty");
	// The sheet first: it is quick, and a mistyped code should not cost minutes of checking.
	readManifest(from);
	const key = openKey(from, order.unlock);
	const manifest = verifyBackup(from, order.report);
	if (manifest.stations.includes(stationNumber)) refuse("rule-broken", "restore.station-used", { stationNumber });
	try {
		rmSync(part, { recursive: true, force: true });
		mkdirSync(dirname(part), { recursive: true });
		mkdirSync(part, { mode: 0o700 });
		for (const { path } of manifest.files) {
			if (path !== lockedKeyName) copySynced(join(from, path), join(part, path));
		}
		const path = join(part, databaseName);
		const db = openWriter(path);
		let epoch: number;
		try {
			migrate(db, order.shipped, { path, nowMs: order.ports.now() });
			epoch = openEpoch(db, order, manifest);
			db.pragma("wal_checkpoint(TRUNCATE)");
		} finally {
			db.close();
		}
		await order.saveKey(key, part);
		if (existsSync(to)) rmdirSync(to);
		renameSync(part, to);
		return { manifest, events: manifest.events, photos: photoCount(manifest), epoch };
	} catch (error) {
		rmSync(part, { recursive: true, force: true });
		throw translateStorageError(error);
	}
}
