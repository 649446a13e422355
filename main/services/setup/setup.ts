/** The set-up's own acts: first values, founding, demo, and coming back from a backup. Called by the set-up handlers. */
import { join } from "node:path";
import { backupBytes, listBackups, nextStation, photoCount } from "../../../db/backup/manifest.ts";
import { restoreBackup } from "../../../db/backup/restore.ts";
import { sha256 } from "../../../db/log.ts";
import { readMigrations } from "../../../db/migrate.ts";
import { defaultCalendar } from "../../../domain/clock/calendar.ts";
import { parseRecovery } from "../../../domain/code/recovery.ts";
import { refuse } from "../../../domain/errors.ts";
import type { ParsedOf } from "../../../preload/contract/define.ts";
import type { setupCalls } from "../../../preload/contract/setup.ts";
import type { App } from "../../app.ts";
import { restoredName, restoringName } from "../../restored.ts";
import { unlockMaster } from "../../vault/recovery.ts";
import { type BackupRow, backupSetting } from "../backup/desk.ts";
import { defaultBackupFolder, tryFolder } from "../backup/folder.ts";
import type { SheetDesk } from "../backup/sheet.ts";
import { found, isFounded } from "./found.ts";

export function refuseFounded(app: App): void {
	if (isFounded(app)) refuse("rule-broken", "setup.already-done");
}

/**
 * A code of one's own until headquarters gives one: drawn from this workstation's identity, so that two independent
 * shops hardly ever print the same order number.
 */
function ownCode(app: App): string {
	return String(10_000 + (Number.parseInt(sha256(app.log.identity.store).slice(0, 8), 16) % 90_000));
}

export function setupDefaults(app: App) {
	refuseFounded(app);
	return {
		code: ownCode(app),
		stationNumber: 1,
		backupFolder: defaultBackupFolder(app),
		dataFolder: app.dir,
		calendar: defaultCalendar,
	};
}

type FoundInput = ParsedOf<(typeof setupCalls)["setup.found"]>;

/** The sheet, the folder and the facts come into force together; then the manager is signed in. */
export async function foundCentre(app: App, sheet: SheetDesk, input: FoundInput): Promise<{ person: string }> {
	refuseFounded(app);
	const { manager, backupFolder, recovery, ...centre } = input;
	if (!sheet.holds(recovery)) refuse("invalid-input", "recovery.check-wrong", { group: 0 });
	const folder = backupFolder === null ? null : tryFolder(app, backupFolder, true).folder;
	const people = [{ ...manager, roles: ["manager"] as const, number: "01" }];
	const [person = ""] = await found(app, { ...centre, people }, () => {
		sheet.adopt(recovery);
		const row: BackupRow = { folder, since: app.ports.clock.now(), last: null, trouble: null };
		app.local.setSetting(backupSetting, row);
	});
	app.session.open({ person, roles: ["manager"] });
	app.backups.judge();
	return { person };
}

/** Made beside the empty database; the next opening, which begins at once, moves it in. */
export async function foundDemo(app: App, language: "zh-CN" | "en"): Promise<void> {
	refuseFounded(app);
	await app.makeDemo(language);
	app.restart();
}

/** What the backups there say of themselves, newest first. */
export function findBackups(app: App, folder: string) {
	refuseFounded(app);
	const backups = listBackups(folder).map(({ dir, manifest }) => ({
		folder: dir,
		centreName: manifest.store.centreName,
		code: manifest.store.code,
		madeAt: new Date(manifest.madeAt).toISOString(),
		events: manifest.events,
		photos: photoCount(manifest),
		bytes: backupBytes(manifest),
		usedStations: manifest.stations,
		nextStation: nextStation(manifest.stations),
	}));
	if (backups.length === 0) refuse("not-found", "restore.no-manifest");
	return { backups };
}

/** Puts the backup beside the empty database, the key in its store, and starts again; the next start moves it in. */
export async function restoreHere(app: App, input: { folder: string; code: string; stationNumber: number }) {
	refuseFounded(app);
	const secret = parseRecovery(input.code);
	const { clock, ids } = app.ports;
	const to = join(app.dir, restoredName);
	const { events, photos } = await restoreBackup({
		from: input.folder,
		to,
		part: join(app.dir, restoringName),
		stationNumber: input.stationNumber,
		shipped: readMigrations(join(app.rootDir, "db", "migrations")),
		unlock: (locked) => unlockMaster(secret, locked),
		saveKey: (key) => app.replaceMaster(key),
		ports: { now: clock.now, mono: clock.mono, uuid: ids.uuid },
	});
	app.restart();
	return { events, photos };
}
