/** What a job looks like to the people who work on it: the card of a list, its clock, its pieces. No prices, nothing personal. */
import { z } from "zod";
import { stages } from "../../domain/job/stage.ts";
import { localizedSchema } from "../../domain/standard/text.ts";

export const personView = z.object({ id: z.string(), name: z.string() });
export type PersonView = z.infer<typeof personView>;

/** A workshop (门店); `name` and `code` empty until the archive told them. */
export const workshopView = z.object({ id: z.string(), code: z.string(), name: z.string() });
export type WorkshopView = z.infer<typeof workshopView>;

/** Where a job is when it is not here: on its way, or in another workshop's hands. */
export const whereabouts = z.object({
	kind: z.enum(["under-way", "elsewhere"]),
	parcelId: z.string(),
	from: workshopView,
	to: workshopView,
	/** On its way, or there, since. */
	since: z.string(),
	/** This workshop sent it or has it coming. */
	direction: z.enum(["sent", "coming", "other"]),
});
export type Whereabouts = z.infer<typeof whereabouts>;

/** A running promise. `dueAt` already moved on for the pauses that count. */
export const clockView = z.object({
	code: z.string(),
	dueAt: z.string(),
	warnAt: z.string(),
	state: z.enum(["running", "paused", "due-soon", "overdue", "met", "missed"]),
	/** Coded reason it stands still for, or null. */
	pausedFor: z.string().nullable(),
	/** Since its start by the wall, and net of the pauses that count. */
	wallMs: z.number(),
	netMs: z.number(),
});
export type ClockView = z.infer<typeof clockView>;

/** The clock that matters now: one that runs before one that stands still, then the one due first. */
export const dueClock = clockView.pick({ dueAt: true, state: true }).extend({
	/** Its letter in the standard. */
	clock: z.string(),
});
export type DueClock = z.infer<typeof dueClock>;

export const pieceView = z.object({
	id: z.string(),
	kind: z.string(),
	name: localizedSchema,
	/** One or two characters: 左. */
	short: localizedSchema,
	/** Number on its label. */
	no: z.number(),
	gone: z.boolean(),
});
export type PieceView = z.infer<typeof pieceView>;

export const jobCard = z.object({
	jobId: z.string(),
	version: z.number(),
	orderId: z.string(),
	orderNumber: z.string(),
	ordinal: z.number(),
	stage: z.enum(stages),
	item: z.object({
		id: z.string(),
		category: z.string(),
		kind: z.string(),
		kindName: localizedSchema,
		brand: z.string(),
		style: z.string(),
		colour: z.string(),
		size: z.string(),
	}),
	pieces: z.array(pieceView),
	/** First picture of the item, if there is one. */
	photo: z.string().nullable(),
	assignee: personView.nullable(),
	shelf: z.string().nullable(),
	promisedAt: z.string(),
	/** The repair clock while it runs; what pauses and goes on at the bench. */
	clock: clockView.nullable(),
	/** Of all its clocks the one that matters now, as every other screen shows it. */
	due: dueClock.nullable(),
	/** Failed inspections so far. */
	reworks: z.number(),
});
export type JobCard = z.infer<typeof jobCard>;

export const reasonView = z.object({ code: z.string(), name: localizedSchema });
export type ReasonView = z.infer<typeof reasonView>;
