/**
 * A store's working calendar: zone, weekly hours, closed days, exceptions. Kept in settings and copied into
 * events that promise a time. Read by the clocks; this file only describes it and never asks what time it is.
 */
import { z } from "zod";

export const defaultZone = "Asia/Shanghai";

/** `HH:MM`, 00:00–24:00, the wall clock of the calendar's zone. */
export const timeOfDaySchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** `YYYY-MM-DD`, a local calendar date. */
export const dateOnSchema = z.iso.date();

/** Open from `from` to `to`. When `to` is not later than `from` the span runs past midnight into the next day. */
export const openSpanSchema = z.object({ from: timeOfDaySchema, to: timeOfDaySchema });
export type OpenSpan = z.infer<typeof openSpanSchema>;

const spans = z.array(openSpanSchema).max(6);

export const workCalendarSchema = z.object({
	/** IANA zone, e.g. `Asia/Shanghai`. */
	zone: z.string().min(1).max(60).refine(isZone, "unknown time zone"),
	/** Seven lists of spans, Monday first. An empty list is a closed day. */
	weekly: z.tuple([spans, spans, spans, spans, spans, spans, spans]),
	/** Dates the store is shut whatever the week says. */
	closedOn: z.array(dateOnSchema).max(1000),
	/** Dates with their own hours; they win over `weekly` and `closedOn` (make-up working days, short days). */
	openOn: z.array(z.object({ on: dateOnSchema, spans })).max(1000),
});
export type WorkCalendar = z.infer<typeof workCalendarSchema>;

const daily: OpenSpan[] = [{ from: "09:00", to: "21:00" }];

/** A shop open every day from nine to nine, Shanghai time: what a new workstation starts with. */
export const defaultCalendar: WorkCalendar = {
	zone: defaultZone,
	weekly: [daily, daily, daily, daily, daily, daily, daily],
	closedOn: [],
	openOn: [],
};

function isZone(zone: string): boolean {
	try {
		new Intl.DateTimeFormat("en-US", { timeZone: zone });
		return true;
	} catch {
		return false;
	}
}
