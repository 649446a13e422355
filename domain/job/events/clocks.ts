/** The clock moves any event of a job may carry, due times included, so that a refold never changes a promise. */
import { z } from "zod";
import { short } from "./fields.ts";

/** Clocks an event starts, stops, pauses: copied in, with due times, so that a refold never changes a promise. */
export const clockMoves = z.object({
	start: z.array(z.object({ clock: z.string().max(4), dueAt: z.number().int(), warnAt: z.number().int() })).optional(),
	stop: z.array(z.string().max(4)).optional(),
	pause: z.array(z.object({ clock: z.string().max(4), why: short })).optional(),
	resume: z.array(z.string().max(4)).optional(),
});
export type ClockMoves = z.infer<typeof clockMoves>;

/** As the optional field of an event's body. */
export const clocks = clockMoves.optional();
