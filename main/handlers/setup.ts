/** Answers `setup.*`: open to anyone, and only until the centre is founded. */
import type { setupCalls } from "../../preload/contract/setup.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { tryFolder } from "../services/backup/folder.ts";
import { createSheetDesk } from "../services/backup/sheet.ts";
import { joiningView, joinStore, openStation } from "../services/setup/join.ts";
import {
	findBackups,
	foundCentre,
	foundDemo,
	refuseFounded,
	restoreHere,
	setupDefaults,
} from "../services/setup/setup.ts";

export function setupHandlers(app: App): HandlersFor<typeof setupCalls> {
	const sheet = createSheetDesk(app);
	return {
		"setup.defaults": () => setupDefaults(app),
		"setup.checkFolder": ({ folder }) => {
			refuseFounded(app);
			return tryFolder(app, folder, false);
		},
		"setup.drawRecovery": (words) => {
			refuseFounded(app);
			return sheet.draw(words);
		},
		"setup.checkRecovery": ({ text }) => {
			refuseFounded(app);
			return { holds: sheet.holds(text) };
		},
		"setup.found": (input) => foundCentre(app, sheet, input),
		"setup.joinStore": async (input) => {
			await joinStore(app, input);
			return {};
		},
		"setup.joining": () => joiningView(app),
		"setup.openStation": (input) => openStation(app, sheet, input),
		"setup.demo": async ({ language }) => {
			await foundDemo(app, language);
			return {};
		},
		"setup.findBackups": ({ folder }) => findBackups(app, folder),
		"setup.restore": (input) => restoreHere(app, input),
	};
}
