/** The people of the centre: who works here, in which roles, with which PIN and badge. */
import { z } from "zod";
import { command, defineCalls, query } from "./define.ts";
import { filled, pin, role, uuid, version } from "./fields.ts";

const roles = z.array(role).min(1).max(4);
const number = z.string().regex(/^\d{2,4}$/);
const manager = ["manager"] as const;
const done = z.object({});
const paper = z.object({ paper: z.string() });

export const staffCalls = defineCalls("staff", {
	list: query({
		access: manager,
		input: z.strictObject({}),
		output: z.object({
			people: z.array(
				z.object({
					id: z.string(),
					version,
					name: z.string(),
					number: z.string(),
					roles: z.array(role),
					active: z.boolean(),
					hasPin: z.boolean(),
					hasBadge: z.boolean(),
				}),
			),
			/** The number the next person gets unless another is typed. */
			nextNumber: z.string(),
		}),
	}),
	add: command({
		access: manager,
		input: z.strictObject({ name: filled(40), roles, number, pin }),
		output: z.object({ id: z.string() }),
		fails: ["rule-broken"],
	}),
	edit: command({
		access: manager,
		input: z.strictObject({ person: uuid, version, name: filled(40), roles, number }),
		output: done,
		fails: ["rule-broken", "conflict", "not-found"],
	}),
	/** Leaves the centre: cannot sign in any more, badges are void; everything they did stays theirs. */
	leave: command({
		access: manager,
		input: z.strictObject({ person: uuid, version }),
		output: done,
		fails: ["rule-broken", "conflict", "not-found"],
	}),
	/** Comes back, with a new PIN. */
	return: command({
		access: manager,
		input: z.strictObject({ person: uuid, version, pin }),
		output: done,
		fails: ["rule-broken", "conflict", "not-found"],
	}),
	/** One's own PIN with the present one, or anybody's by a manager. */
	setPin: command({
		access: "signed-in",
		input: z.strictObject({ person: uuid, pin, current: pin.optional() }),
		output: done,
		fails: ["not-found"],
	}),
	/** New badges on one sheet; the people's older badges stop working. */
	makeBadges: command({
		access: manager,
		input: z.strictObject({ people: z.array(uuid).min(1).max(40) }),
		output: paper,
		fails: ["not-found"],
	}),
	/** Takes a lost badge out of use without a new one. */
	revokeBadges: command({
		access: manager,
		input: z.strictObject({ person: uuid }),
		output: done,
		fails: ["not-found"],
	}),
	/** The command cards of the bench as a sheet to cut out. */
	commandCards: command({ access: "signed-in", input: z.strictObject({}), output: paper }),
});
