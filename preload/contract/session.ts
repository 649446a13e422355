/** Who is at this workstation: sign-in by PIN or badge, quick switch, lock, and the way back with the recovery sheet. */
import { z } from "zod";
import { command, defineCalls, query } from "./define.ts";
import { badge, recoveryText } from "./door-fields.ts";
import { pin, role, uuid } from "./fields.ts";

const signedIn = z.object({ id: z.string(), name: z.string(), number: z.string(), roles: z.array(role) });

export const sessionCalls = defineCalls("session", {
	/** The tiles of the sign-in screen: everybody who works here, by number. */
	people: query({
		access: "anyone",
		input: z.strictObject({}),
		output: z.object({
			people: z.array(
				signedIn.extend({
					hasPin: z.boolean(),
					/** Wrong PINs: how long this person still waits, ms. */
					waitMs: z.number(),
					/** Their PIN, in the demo workshop only. */
					demoPin: z.string().nullable(),
				}),
			),
			lastPerson: z.string().nullable(),
			autoLockMs: z.int(),
		}),
	}),
	/** Signs in, also over somebody else (quick switch). Wrong PINs answer `waitMs` in the details. */
	signIn: command({
		access: "anyone",
		input: z.union([z.strictObject({ person: uuid, pin }), z.strictObject({ badge })]),
		output: signedIn,
	}),
	lock: command({ access: "anyone", input: z.strictObject({}), output: z.object({}) }),
	/** Somebody is at the screen: idle time starts again. */
	touch: command({ access: "signed-in", input: z.strictObject({}), output: z.object({}) }),
	/** A manager who holds the recovery sheet sets a new PIN and is signed in. */
	recover: command({
		access: "anyone",
		input: z.strictObject({ code: recoveryText, person: uuid, pin }),
		output: signedIn,
		fails: ["rule-broken"],
	}),
});
