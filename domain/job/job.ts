/**
 * The job (工单): one item of a drop-off on its way through the five stages. All its events, by type; each stage's own
 * stand in events/. Read by fold/; made only by the decide functions. Free text by or about the customer is personal.
 */
import type { EventOf } from "../event/define.ts";
import { benchEvents } from "./events/bench.ts";
import { inspectEvents } from "./events/inspect.ts";
import { leaveEvents } from "./events/leave.ts";
import { moveEvents } from "./events/move.ts";
import { qcEvents } from "./events/qc.ts";
import { quoteEvents } from "./events/quote.ts";
import { receiveEvents } from "./events/receive.ts";

export const jobEvents = {
	...receiveEvents,
	...inspectEvents,
	...quoteEvents,
	...benchEvents,
	...qcEvents,
	...leaveEvents,
	...moveEvents,
} as const;

export type JobEvent = { [K in keyof typeof jobEvents]: EventOf<(typeof jobEvents)[K]> }[keyof typeof jobEvents];
