/** Answers `staff.*`. */
import type { staffCalls } from "../../preload/contract/staff.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { commandCardSheet, makeBadges, revokeBadges } from "../services/staff/sheets.ts";
import { addPerson, comeBack, editPerson, leave, listStaff, setPinOf } from "../services/staff/staff.ts";

export const staffHandlers = (app: App): HandlersFor<typeof staffCalls> => ({
	"staff.list": () => listStaff(app),
	"staff.add": (input, { by }) => addPerson(app, by, input),
	"staff.edit": (input, { by }) => {
		editPerson(app, by, input);
		return {};
	},
	"staff.leave": (input, { by }) => {
		leave(app, by, input);
		return {};
	},
	"staff.return": async (input, { by }) => {
		await comeBack(app, by, input);
		return {};
	},
	"staff.setPin": async (input, { by }) => {
		await setPinOf(app, by, input);
		return {};
	},
	"staff.makeBadges": (input, { by }) => makeBadges(app, by, input.people),
	"staff.revokeBadges": (input) => {
		revokeBadges(app, input.person);
		return {};
	},
	"staff.commandCards": () => commandCardSheet(app),
});
