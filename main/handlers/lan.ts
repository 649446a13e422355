import type { joinCalls, lanCalls } from "../../preload/contract/lan.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import {
	hideCode,
	joinWorkshop,
	lanState,
	pairHere,
	setAddress,
	setPlace,
	showCode,
	unpair,
} from "../services/lan/lan.ts";
import { readStick, writeStick } from "../services/lan/stick.ts";

export const lanHandlers = (app: App): HandlersFor<typeof lanCalls & typeof joinCalls> => ({
	"lan.state": () => lanState(app),
	"lan.showCode": (input, { by }) => showCode(app, by.person, input),
	"lan.hideCode": () => hideCode(app),
	"lan.pair": (input) => pairHere(app, input),
	"lan.unpair": (input, { by }) => unpair(app, by.person, input),
	"lan.setPlace": (input) => setPlace(app, input),
	"lan.setAddress": (input) => setAddress(app, input),
	"lan.writeStick": (input) => writeStick(app, input),
	"lan.readStick": (input) => readStick(app, input),
	"setup.join": (input) => joinWorkshop(app, input),
});
