import type { syncCalls } from "../../preload/contract/sync.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { enrolWorkstation, listHeld, syncState } from "../services/sync/sync.ts";

export const syncHandlers = (app: App): HandlersFor<typeof syncCalls> => ({
	"sync.state": () => syncState(app),
	"sync.held": () => listHeld(app),
	"sync.enrol": (input) => enrolWorkstation(app, input),
	"sync.now": () => {
		app.sync.engine.wake();
		return {};
	},
});
