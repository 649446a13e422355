/** Events of the bench: who works, steps, parts, trouble, pauses of a promise. */
import { z } from "zod";
import { defineEvent } from "../../event/define.ts";
import { clockMoves, clocks } from "./clocks.ts";
import { id, short, words } from "./fields.ts";

export const assigned = defineEvent({ type: "job.assigned", body: z.object({ person: id.nullable() }) });
export const stepStarted = defineEvent({
	type: "job.step_started",
	body: z.object({ step: id, /** Why it began before the step in front of it had cured. */ early: short.optional() }),
});
export const stepPaused = defineEvent({ type: "job.step_paused", body: z.object({ step: id, reason: short }) });
export const stepFinished = defineEvent({
	type: "job.step_finished",
	body: z.object({ step: id, /** When curing ends, ms UTC. */ cureUntil: z.number().int().optional() }),
});
export const stepReopened = defineEvent({ type: "job.step_reopened", body: z.object({ step: id, reason: short }) });
export const partUsed = defineEvent({
	type: "job.part_used",
	body: z.object({
		id,
		part: z.string().max(20),
		/** Thousandths of the part's unit, because leather goes by 0.3 square feet. */
		milli: z.number().int().positive(),
		operation: z.string().max(20).optional(),
		/** Lot of glues and colours, from the part's label. */
		lot: z.string().max(20).optional(),
	}),
});
/** A part booked by mistake. */
export const partReturned = defineEvent({ type: "job.part_returned", body: z.object({ use: id, reason: short }) });
export const troubled = defineEvent({
	type: "job.troubled",
	body: z.object({ reason: short, step: id.optional() }),
	personal: words,
});
export const clockMoved = defineEvent({
	type: "job.clock_moved",
	body: z.object({ clocks: clockMoves, reason: short }),
});
export const repairFinished = defineEvent({ type: "job.repair_finished", body: z.object({ clocks }) });
/** Finished by mistake: back to the bench before anybody inspected it. */
export const repairResumed = defineEvent({ type: "job.repair_resumed", body: z.object({ reason: short, clocks }) });

export const benchEvents = {
	"job.assigned": assigned,
	"job.step_started": stepStarted,
	"job.step_paused": stepPaused,
	"job.step_finished": stepFinished,
	"job.step_reopened": stepReopened,
	"job.part_used": partUsed,
	"job.part_returned": partReturned,
	"job.troubled": troubled,
	"job.clock_moved": clockMoved,
	"job.repair_finished": repairFinished,
	"job.repair_resumed": repairResumed,
} as const;
