/**
 * What every screen knows about the workstation: its phase, who is signed in, what must be seen. Read once and kept
 * fresh by pushes. Used by the frame; screens use `usePerson`.
 */
import type { Role } from "../../preload/contract/define.ts";
import type { CallOutput } from "./client.ts";
import { useQueryCall } from "./use-calls.ts";

export type WorkstationState = CallOutput<"workstation.state">;
export type Person = { id: string; name: string; number: string; roles: readonly Role[] };

/** Pushes say when it changed; looked at again now and then for what no push tells, such as the clock, ms. */
const freshMs = 30_000;

/** The workstation's state; undefined until the first answer. `error` only when the line broke before that. */
export function useWorkstation() {
	return useQueryCall("workstation.state", {}, { freshMs });
}

/** The person signed in, or undefined. */
export function usePerson(): Person | undefined {
	return useWorkstation().data?.person ?? undefined;
}

/** True when the signed-in person has one of these roles, or is a manager. */
export function useMay(...roles: readonly Role[]): boolean {
	const person = usePerson();
	return (
		person !== undefined && (person.roles.includes("manager") || person.roles.some((role) => roles.includes(role)))
	);
}
