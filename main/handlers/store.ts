/** Answers `store.*`. */
import type { storeCalls } from "../../preload/contract/store.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { centreHistory, readCentre, setCentre, setPolicies } from "../services/store/centre.ts";

export const storeHandlers = (app: App): HandlersFor<typeof storeCalls> => ({
	"store.get": () => readCentre(app),
	"store.set": ({ version, changes }, { by }) => setCentre(app, by, version, changes),
	"store.setPolicies": ({ version, changes }, { by }) => setPolicies(app, by, version, changes),
	"store.history": () => centreHistory(app),
});
