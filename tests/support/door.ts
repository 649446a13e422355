/** A centre founded through the calls of the set-up, with a backup folder and a recovery sheet read back. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultCalendar } from "../../domain/clock/calendar.ts";
import type { InputOf } from "../../preload/contract/define.ts";
import type { Calls } from "../../preload/contract/index.ts";
import { appOf, type ReadyWorkstation } from "./fixtures.ts";
import { openWorkstation, type Workstation, type WorkstationOptions } from "./memory-workstation.ts";

export type Founded = {
	ws: Workstation;
	manager: string;
	/** The recovery sheet's eight groups. */
	groups: string[];
	backupFolder: string;
};

export const managerPin = "7391";

type FoundInput = InputOf<Calls["setup.found"]>;

export function foundInput(recovery: string, backupFolder: string | null): FoundInput {
	return {
		language: "zh-CN",
		brandName: "沿条养护",
		centreName: "沿条维修中心(徐汇店)",
		code: "01234",
		stationNumber: 1,
		stationLabel: "前台",
		address: "上海市徐汇区天平路88号",
		phone: "021-64370000",
		province: "上海",
		calendar: defaultCalendar,
		manager: { name: "王店长", pin: managerPin },
		backupFolder,
		recovery,
	};
}

export async function openFounded(options: WorkstationOptions = {}): Promise<Founded> {
	const ws = await openWorkstation(options);
	const backupFolder = mkdtempSync(join(tmpdir(), "welt-backups-"));
	const sheet = await ws.call("setup.drawRecovery", { language: "zh-CN", centreName: "沿条", stationNumber: 1 });
	const { person } = await ws.call("setup.found", foundInput(sheet.groups.join(" "), backupFolder));
	return { ws, manager: person, groups: sheet.groups, backupFolder };
}

/** Resolves when the backup under way is done. */
export async function finishBackup(ws: Workstation): Promise<void> {
	await appOf(ws).backups.idle();
}

/** The founded workstation for suites that write orders: the manager is every role. */
export function readyOf({ ws, manager }: Founded): ReadyWorkstation {
	const staff = { clerk: manager, technician: manager, inspector: manager, manager };
	const app = appOf(ws);
	return { ...ws, app, staff, as: (role) => app.session.open({ person: manager, roles: [role] }) };
}
