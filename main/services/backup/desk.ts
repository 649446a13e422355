/**
 * Keeps this workstation backed up: once a day by itself, at once when asked, in a thread of its own; remembers how it
 * went and tells every screen when it went wrong for too long. Built by core.ts, watched from start-up on.
 */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { BackupOrder, BackupPart } from "../../../db/backup/make.ts";
import { backupBytes, folderMark, listBackups } from "../../../db/backup/manifest.ts";
import type { BackupMessage } from "../../../db/backup/worker.ts";
import { defaultZone } from "../../../domain/clock/calendar.ts";
import { localDay, localMinute } from "../../../domain/clock/zone.ts";
import { type Reason, refuse } from "../../../domain/errors.ts";
import { stationEvents } from "../../../domain/station/station.ts";
import type { App } from "../../app.ts";
import { startThread, type Thread } from "../../jobs/thread.ts";
import { isSameDisk, tryFolder } from "./folder.ts";
import { type SheetRow, sheetSetting } from "./sheet.ts";

/** Local row: where backups go and how the last ones went. `since`: when the workstation was set up. */
export type BackupRow = {
	folder: string | null;
	since: number;
	last: { at: number; folder: string; events: number; photos: number; bytes: number; tookMs: number } | null;
	trouble: { at: number; reason: Reason } | null;
};
export const backupSetting = "backup";

const hourMs = 3_600_000;
const firstLookMs = 60_000;
const dueAfterMs = 24 * hourMs;
const staleAfterMs = 3 * 24 * hourMs;

type Running = { part: BackupPart; share: number | null; startedAt: number; thread: Thread<BackupMessage> };

export type BackupDesk = ReturnType<typeof createBackupDesk>;

export function createBackupDesk(getApp: () => App) {
	let running: Running | undefined;
	let underWay: Promise<void> = Promise.resolve();
	let cancelTimer: () => void = () => undefined;

	const row = (): BackupRow =>
		getApp().local.setting<BackupRow>(backupSetting) ?? { folder: null, since: 0, last: null, trouble: null };
	const sheet = () => getApp().local.setting<SheetRow>(sheetSetting);
	const tellScreens = () => getApp().push({ type: "changed", aggs: [`station:${getApp().log.identity.dev}`] });

	function save(change: Partial<BackupRow>): void {
		getApp().local.setSetting(backupSetting, { ...row(), ...change });
		judge();
		tellScreens();
	}

	/** The one thing about backups every screen should say now; none when all is well. */
	function complaint(): Reason | undefined {
		const app = getApp();
		const { folder, since, last, trouble } = row();
		if (!app.states.find("store", app.log.identity.store)) return undefined;
		if (!folder) return app.local.setting("demo") ? undefined : "backup.no-folder";
		if (!sheet()) return "backup.no-sheet";
		if (!existsSync(join(folder, folderMark))) return "backup.folder-missing";
		const lastGood = last?.at ?? since;
		if (Math.abs(app.ports.clock.now() - lastGood) > staleAfterMs) return "backup.stale";
		return trouble?.reason;
	}

	function judge(): void {
		const { notices, push } = getApp();
		const now = complaint();
		const before = notices.findIndex((reason) => reason.startsWith("backup."));
		if (notices[before] === now) return;
		if (before >= 0) notices.splice(before, 1);
		if (!now) return;
		notices.push(now);
		push({ type: "notice", reason: now });
	}

	function order(folder: string, lockedKey: string): BackupOrder {
		const app = getApp();
		const { state: store } = app.store();
		const { dev, epoch } = app.log.identity;
		const now = app.ports.clock.now();
		const zone = store.calendar.zone || defaultZone;
		const minute = localMinute(now, zone);
		const seconds = String(Math.floor(now / 1000) % 60).padStart(2, "0");
		const two = (n: number) => String(n).padStart(2, "0");
		const time = `${two(Math.floor(minute / 60))}${two(minute % 60)}${seconds}`;
		return {
			dataDir: app.dir,
			folder,
			name: `welt-${store.code}-${localDay(now, zone).replaceAll("-", "")}-${time}`,
			lockedKey,
			madeAt: now,
			program: app.version,
			store: { id: store.id, code: store.code, centreName: store.centreName },
			dev,
			epoch,
		};
	}

	function finish(startedAt: number, message: BackupMessage | undefined): void {
		const app = getApp();
		const now = app.ports.clock.now();
		running = undefined;
		if (message?.type === "made") {
			const { dir, events, photos, bytes, missing } = message.made;
			const { dev } = app.log.identity;
			const body = { rows: events, blobs: photos, verified: true };
			app.log.append(dev, [stationEvents["station.backed_up"].make(`station:${dev}`, body)]);
			const last = { at: startedAt, folder: dir, events, photos, bytes, tookMs: Math.max(0, now - startedAt) };
			save({ last, trouble: missing > 0 ? { at: now, reason: "backup.photos-missing" } : null });
			app.ports.log.info("backup.made", { events, photos, bytes, missing, removed: message.removed });
		} else if (message?.type === "failed") {
			app.ports.log.error("backup.failed", { reason: message.reason, message: message.message.slice(0, 300) });
			save({ trouble: { at: now, reason: message.reason as Reason } });
		} else tellScreens();
	}

	/** Starts one and answers at once. */
	function start(): void {
		const app = getApp();
		if (running) refuse("device-busy", "backup.running");
		const { folder } = row();
		if (!folder) refuse("rule-broken", "backup.no-folder");
		const { locked } = sheet() ?? refuse("rule-broken", "backup.no-sheet");
		const startedAt = app.ports.clock.now();
		const thread = startThread<BackupMessage>(app.rootDir, "backup", order(folder, locked), (message) => {
			if (message.type === "progress" && running) Object.assign(running, { part: message.part, share: message.share });
		});
		running = { part: "copy", share: null, startedAt, thread };
		tellScreens();
		underWay = thread.done.then(
			(message) => finish(startedAt, message),
			(error: unknown) => finish(startedAt, { type: "failed", reason: "backup.failed", message: String(error) }),
		);
	}

	async function cancel(): Promise<void> {
		await running?.thread.cancel();
		await underWay;
	}

	/** Looks once an hour: makes one when the last is a day old, and says so when something stands in its way. */
	function look(): void {
		const app = getApp();
		const { folder, last } = row();
		const age = last ? Math.abs(app.ports.clock.now() - last.at) : Number.POSITIVE_INFINITY;
		const ready = folder && sheet() && existsSync(join(folder, folderMark));
		if (ready && !running && age >= dueAfterMs) start();
		judge();
		cancelTimer = app.ports.timers.after(hourMs, look);
	}

	return {
		start,
		cancel,
		judge,
		/** Resolves when the one being made is done, failed or cancelled. */
		idle: async () => void (await underWay),
		watch(): void {
			judge();
			cancelTimer = getApp().ports.timers.after(firstLookMs, look);
		},
		async stop(): Promise<void> {
			cancelTimer();
			await cancel();
		},
		/** Chooses the folder: made and marked when it must be. */
		setFolder(typed: string) {
			const facts = tryFolder(getApp(), typed, true);
			save({ folder: facts.folder, trouble: null });
			return facts;
		},
		state() {
			const app = getApp();
			const { folder, last, trouble } = row();
			const iso = (ms: number) => new Date(ms).toISOString();
			const madeAt = sheet()?.madeAt;
			const own = folder ? listBackups(folder).filter((b) => b.manifest.dev === app.log.identity.dev) : [];
			return {
				folder,
				sameDisk: folder ? isSameDisk(app, folder) : false,
				hasSheet: madeAt !== undefined,
				sheetMadeAt: madeAt === undefined ? null : iso(madeAt),
				last: last && { ...last, at: iso(last.at) },
				trouble: trouble && { ...trouble, at: iso(trouble.at) },
				running: running ? { part: running.part, share: running.share, startedAt: iso(running.startedAt) } : null,
				kept: own.map(({ dir, manifest }) => ({
					name: basename(dir),
					madeAt: iso(manifest.madeAt),
					bytes: backupBytes(manifest),
					events: manifest.events,
				})),
			};
		},
	};
}
