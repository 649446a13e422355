/** Answers `workstation.*` on a sound workstation; core.ts answers it itself while there is none. */
import type { workstationCalls } from "../../preload/contract/workstation.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { readyState } from "../services/workstation/state.ts";

export const workstationHandlers = (app: App): HandlersFor<typeof workstationCalls> => ({
	"workstation.state": () => readyState(app),
});
