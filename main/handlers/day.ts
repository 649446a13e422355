import type { dayCalls } from "../../preload/contract/day.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { createDay } from "../services/day/day.ts";

export const dayHandlers = (app: App): HandlersFor<typeof dayCalls> => {
	const day = createDay(app);
	return { "day.totals": day.totals, "day.ordersCsv": day.ordersCsv };
};
