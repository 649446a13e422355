/** Where the short tour of the demo stops, as things stand now. Reads only. */
import { createJobRows } from "../../../db/queries/job-rows.ts";
import type { Stage } from "../../../domain/job/stage.ts";
import type { OutputOf } from "../../../preload/contract/define.ts";
import type { demoCalls } from "../../../preload/contract/demo.ts";
import type { App } from "../../app.ts";
import { requireDemo } from "./demo.ts";

/** @throws Refusal `demo.not-here` */
export function demoTour(app: App): OutputOf<(typeof demoCalls)["demo.tour"]> {
	requireDemo(app);
	const rows = createJobRows(app.reader);
	const at = (stage: Stage) => rows.byStages([stage], 200);
	const often = app.reader.prepare("SELECT item_id FROM jobs GROUP BY item_id ORDER BY count(*) DESC LIMIT 1").pluck();
	const ready = at("hand-over");
	const newest = at("inspection").sort((a, b) => b.received_at - a.received_at);
	return {
		itemId: (often.get() as string | undefined) ?? null,
		inspectJobId: newest[0]?.id ?? null,
		quoteJobId: at("quote").find((row) => row.clock === "E")?.id ?? null,
		readyOrderId: (ready.find((row) => row.going_back === 0) ?? ready[0])?.order_id ?? null,
		closedOrderId: at("closed").find((row) => row.reworks > 0)?.order_id ?? at("closed")[0]?.order_id ?? null,
	};
}
