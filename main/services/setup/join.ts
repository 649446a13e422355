/**
 * A further PC of a store that is at the archive already: it turns in a one-time code, gets the store's records, then
 * takes a number of its own, and a manager sets the first PIN here. Between the steps it may be switched off at any time.
 */
import { nextStation } from "../../../db/backup/manifest.ts";
import { listPeople } from "../../../db/queries/people.ts";
import { refuse } from "../../../domain/errors.ts";
import { personEvents } from "../../../domain/person/person.ts";
import { stationEvents } from "../../../domain/station/station.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import type { setupCalls } from "../../../preload/contract/setup.ts";
import type { App } from "../../app.ts";
import { ArchiveSaidNo } from "../../sync/archive-client.ts";
import { type BackupRow, backupSetting } from "../backup/desk.ts";
import { tryFolder } from "../backup/folder.ts";
import type { SheetDesk } from "../backup/sheet.ts";
import { makePin, storePin } from "../session/credentials.ts";
import { adoption } from "../standard/adopt.ts";
import { syncState } from "../sync/sync.ts";
import { isFounded, isJoining, joiningSetting } from "./found.ts";

type Calls = typeof setupCalls;

/** Refuses `setup.already-done`, `setup.joining`, `setup.not-empty`, and what the archive says. */
export async function joinStore(app: App, input: ParsedOf<Calls["setup.joinStore"]>): Promise<void> {
	if (isFounded(app)) refuse("rule-broken", "setup.already-done");
	if (isJoining(app)) refuse("rule-broken", "setup.joining");
	if (app.sync.rows.chains().some(({ seq }) => seq > 0)) refuse("rule-broken", "setup.not-empty");
	try {
		const { address, code, name } = input;
		await app.sync.join(address, code, name, () => app.local.setSetting(joiningSetting, { name }));
	} catch (error) {
		if (!(error instanceof ArchiveSaidNo)) refuse("archive-unreachable", "setup.join-no-line");
		if (error.code === "upgrade") refuse("version-too-old", "sync.upgrade");
		if (error.code === "not-found") refuse("archive-refused", "setup.join-code");
		refuse("archive-refused", "setup.join-refused", { code: error.code });
	}
	// Everything that knows whose log this is begins anew.
	app.restart();
}

/** How far the store's records have come; `ready` once the numbers and people of this PC can be chosen. */
export function joiningView(app: App): OutputOf<Calls["setup.joining"]> {
	const none = { joining: false, label: "", reading: null, line: "off" as const, reason: null, firstMissing: false };
	if (!isJoining(app)) return { ...none, ready: null };
	const { line, reason, lastContactAt } = syncState(app);
	const store = app.states.find("store", app.log.identity.store)?.state;
	const managers = listPeople(app.reader)
		.filter(({ roles, active }) => active && roles.includes("manager"))
		.map(({ id, name, number }) => ({ id, name, number }));
	// A whole round has come through since the storage was opened: nothing of what the archive has is missing.
	const whole = lastContactAt !== null && line === "idle";
	const usedStations = app.sync.rows.stationNumbers();
	const { name: label } = app.local.setting<{ name: string }>(joiningSetting) ?? { name: "" };
	return {
		joining: true,
		label,
		reading: app.sync.reading() ?? null,
		line,
		reason,
		firstMissing: whole && (!store || managers.length === 0),
		ready:
			whole && store && managers.length > 0
				? {
						centreName: store.centreName,
						code: store.code,
						stationNumber: nextStation(usedStations),
						usedStations,
						managers,
					}
				: null,
	};
}

/**
 * This PC's number, the first PIN on it and its recovery sheet come into force together; then that manager is signed in.
 * Refuses `setup.not-joined`, `setup.station-taken`, `session.unknown-person`, `session.weak-pin`.
 */
export async function openStation(
	app: App,
	sheet: SheetDesk,
	input: ParsedOf<Calls["setup.openStation"]>,
): Promise<{ person: string }> {
	if (!isJoining(app)) refuse("rule-broken", "setup.not-joined");
	// Another PC may have joined a moment ago.
	await app.sync.engine.run();
	const { ready } = joiningView(app);
	if (!ready) refuse("rule-broken", "setup.not-joined");
	if (ready.usedStations.includes(input.stationNumber)) {
		refuse("rule-broken", "setup.station-taken", { next: ready.stationNumber });
	}
	const manager =
		ready.managers.find(({ id }) => id === input.manager) ?? refuse("forbidden", "session.unknown-person");
	if (!sheet.holds(input.recovery)) refuse("invalid-input", "recovery.check-wrong", { group: 0 });
	const secret = await makePin(app, input.pin);
	const folder = input.backupFolder === null ? null : tryFolder(app, input.backupFolder, true).folder;
	const { dev } = app.log.identity;
	app.log.transact(() => {
		const { stationNumber: number, stationLabel: label } = input;
		app.log.append(dev, [stationEvents["station.opened"].make(`station:${dev}`, { number, label }), ...adoption(app)]);
		app.log.append(manager.id, [
			personEvents["person.credential_set"].make(`person:${manager.id}`, { means: "pin", by: "self" }),
		]);
		storePin(app, manager.id, secret);
		sheet.adopt(input.recovery);
		const row: BackupRow = { folder, since: app.ports.clock.now(), last: null, trouble: null };
		app.local.setSetting(backupSetting, row);
		app.local.removeSetting(joiningSetting);
	});
	const { roles } = app.states.get("person", manager.id).state;
	app.session.open({ person: manager.id, roles });
	app.backups.judge();
	return { person: manager.id };
}
