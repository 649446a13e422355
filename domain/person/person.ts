/**
 * A person who works here: clerk, technician, inspector, manager. Every event names one as its actor.
 * PINs and badges are not facts and never in the log: events only record that one was set.
 */
import { z } from "zod";
import { applyChanges, changesBody } from "../event/change.ts";
import { defineEvent, type EventOf } from "../event/define.ts";
import type { FoldSpec } from "../event/fold.ts";

export const personRoles = ["clerk", "technician", "inspector", "manager"] as const;
export type PersonRole = (typeof personRoles)[number];

/** Who else stood behind an act, and how they proved it. Copied into the event they approved. */
export const approverSchema = z.object({ person: z.string(), means: z.enum(["pin", "badge"]) });
export type Approver = z.infer<typeof approverSchema>;

export const personFields = z.object({
	name: z.string().min(1).max(40),
	/** Several are usual in a small shop; at least one. */
	roles: z.array(z.enum(personRoles)).min(1).max(4),
	/** Two or three digits printed on the badge, for people to speak about. */
	number: z.string().regex(/^\d{2,4}$/),
});

const added = defineEvent({ type: "person.added", body: personFields });
const set = defineEvent({ type: "person.set", body: changesBody });
const left = defineEvent({ type: "person.left", body: z.object({}) });
const returned = defineEvent({ type: "person.returned", body: z.object({}) });
const credential = defineEvent({
	type: "person.credential_set",
	body: z.object({ means: z.enum(["pin", "badge"]), by: z.enum(["manager", "self", "recovery-sheet"]) }),
});

export const personEvents = {
	"person.added": added,
	"person.set": set,
	"person.left": left,
	"person.returned": returned,
	"person.credential_set": credential,
} as const;

export type PersonState = z.infer<typeof personFields> & { id: string; active: boolean };

type PersonEvent =
	| EventOf<typeof added>
	| EventOf<typeof set>
	| EventOf<typeof left>
	| EventOf<typeof returned>
	| EventOf<typeof credential>;

export const personFold: FoldSpec<PersonState> = {
	kind: "person",
	events: personEvents,
	fold(state, raw) {
		const event = raw as PersonEvent;
		if (event.type === "person.added") return { id: event.agg.slice(7), active: true, ...event.body };
		if (!state) return state;
		if (event.type === "person.set") return applyChanges(state, event.body.changes);
		if (event.type === "person.left") return { ...state, active: false };
		if (event.type === "person.returned") return { ...state, active: true };
		return state;
	},
};
