/** Answers `backup.*`. */
import type { backupCalls } from "../../preload/contract/backup.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { tryFolder } from "../services/backup/folder.ts";
import { createSheetDesk } from "../services/backup/sheet.ts";

export function backupHandlers(app: App): HandlersFor<typeof backupCalls> {
	const sheet = createSheetDesk(app);
	return {
		"backup.state": () => app.backups.state(),
		"backup.checkFolder": ({ folder }) => tryFolder(app, folder, false),
		"backup.setFolder": ({ folder }) => app.backups.setFolder(folder),
		"backup.start": () => {
			app.backups.start();
			return {};
		},
		"backup.cancel": async () => {
			await app.backups.cancel();
			return {};
		},
		"backup.drawSheet": () => {
			const { language, centreName } = app.store().state;
			const stationNumber = app.states.find("station", app.log.identity.dev)?.state.number ?? 1;
			return sheet.draw({ language, centreName, stationNumber });
		},
		"backup.confirmSheet": ({ text }) => {
			app.log.transact(() => sheet.adopt(text));
			app.backups.judge();
			return {};
		},
	};
}
