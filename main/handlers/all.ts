/** Every handler there is, one file per contract file. A declared call without a handler does not compile. */
import type { CallSpec } from "../../preload/contract/define.ts";
import type { Calls } from "../../preload/contract/index.ts";
import type { App } from "../app.ts";
import type { Handler, HandlersFor } from "../router.ts";
import { benchHandlers } from "./bench.ts";
import { boardHandlers } from "./board.ts";
import { dayHandlers } from "./day.ts";
import { mediaHandlers } from "./media.ts";
import { qcHandlers } from "./qc.ts";
import { scanHandlers } from "./scan.ts";
import { searchHandlers } from "./search.ts";
import { shelfHandlers } from "./shelf.ts";
import { standardHandlers } from "./standard.ts";
import { workstationHandlers } from "./workstation.ts";

export function createHandlers(app: App): Record<string, Handler<CallSpec>> {
	const handlers: HandlersFor<Calls> = {
		...benchHandlers(app),
		...qcHandlers(app),
		...shelfHandlers(app),
		...dayHandlers(app),
		...searchHandlers(app),
		...boardHandlers(app),
		...mediaHandlers(app),
		...scanHandlers(app),
		...standardHandlers(app),
		...workstationHandlers(app),
	};
	return handlers as unknown as Record<string, Handler<CallSpec>>;
}
