/**
 * Corrections are events: "was …, now …". One body shape for every `*.set`, one function that applies it.
 * Descriptive fields only: the last in the order wins, the loser stays in history.
 */
import { z } from "zod";
import type { JsonObject, JsonValue } from "./event.ts";

const jsonValue = z.json() as unknown as z.ZodType<JsonValue>;

export const changesBody = z.object({
	changes: z.record(z.string().max(40), z.object({ was: jsonValue, now: jsonValue })),
	/** Coded reason where the trade asks for one. */
	reason: z.string().max(60).optional(),
});
export type Changes = z.infer<typeof changesBody>["changes"];

/** The changes that turn `before` into `after`, over the keys of `after` only; undefined when nothing differs. */
export function changesBetween(before: object, after: object): Changes | undefined {
	const old = before as JsonObject;
	const changes: Changes = {};
	for (const [key, now] of Object.entries(after as JsonObject)) {
		const was = old[key] ?? null;
		if (now !== undefined && JSON.stringify(was) !== JSON.stringify(now)) changes[key] = { was, now };
	}
	return Object.keys(changes).length > 0 ? changes : undefined;
}

/** `state` with every `now` in place. */
export function applyChanges<S extends object>(state: S, changes: Changes): S {
	const now = Object.fromEntries(Object.entries(changes).map(([key, change]) => [key, change.now]));
	return { ...state, ...now };
}
