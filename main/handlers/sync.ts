import type { syncCalls } from "../../preload/contract/sync.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { createStatusDesk } from "../services/sync/status.ts";
import { enrolWorkstation, listHeld, syncState } from "../services/sync/sync.ts";

export const syncHandlers = (app: App): HandlersFor<typeof syncCalls> => {
	const desk = createStatusDesk(app);
	return {
		"sync.status": () => desk.status(),
		"sync.export": ({ hash }) => desk.export(hash),
		"sync.proofs": () => desk.exportProofs(),
		"sync.retry": ({ hash }) => desk.retry(hash),
		"sync.state": () => syncState(app),
		"sync.held": () => listHeld(app),
		"sync.enrol": (input) => enrolWorkstation(app, input),
		"sync.now": () => {
			// Also while it waits out a failure: somebody asked, or the network came back.
			void app.sync.engine.run();
			return {};
		},
	};
};
