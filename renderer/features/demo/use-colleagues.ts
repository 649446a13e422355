/** The demo's people with their PINs, and changing to one of them without typing it. */
import type { Role } from "../../../preload/contract/define.ts";
import { useCommand, useQueryCall } from "../../app/use-calls.ts";
import { usePerson } from "../../app/workstation.ts";

export function useColleagues() {
	const me = usePerson();
	const { data } = useQueryCall("session.people", {});
	const signIn = useCommand("session.signIn");
	const people = data?.people ?? [];
	const may = (roles: readonly Role[], role: Role | null) =>
		role === null || roles.includes(role) || roles.includes("manager");
	return {
		me,
		people,
		error: signIn.error,
		/** Who does this kind of work: oneself when one may, else the first who does it and nothing else. */
		who(role: Role | null) {
			if (me && may(me.roles, role)) return people.find(({ id }) => id === me.id);
			const able = people.filter(({ roles }) => role !== null && roles.includes(role));
			return able.find(({ roles }) => roles.length === 1) ?? able[0];
		},
		async become(id: string): Promise<void> {
			const person = people.find((each) => each.id === id);
			if (!person?.demoPin || id === me?.id) return;
			await signIn.mutateAsync({ person: id, pin: person.demoPin });
		},
	};
}
