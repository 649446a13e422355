/** Answers `shelf.*`. */
import type { shelfCalls } from "../../preload/contract/shelf.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { openWorkRows } from "../services/bench/work-rows.ts";
import * as shelf from "../services/shelf/shelf.ts";

export function shelfHandlers(app: App): HandlersFor<typeof shelfCalls> {
	const rows = openWorkRows(app);
	return {
		"shelf.put": (input, { by }) => shelf.put(app, rows, by, input),
		"shelf.takeDown": (input, { by }) => shelf.takeDown(app, by, input),
		"shelf.list": () => shelf.list(rows),
		"shelf.on": (input) => shelf.on(app, rows, input),
		"shelf.find": (input) => shelf.find(app, rows, input),
	};
}
