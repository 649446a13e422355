/** Sign-in, quick switch and the way back with the recovery sheet. Called by the session's handlers only. */
import { listPeople } from "../../../db/queries/people.ts";
import { parseRecovery } from "../../../domain/code/recovery.ts";
import { refuse } from "../../../domain/errors.ts";
import { type PersonState, personEvents } from "../../../domain/person/person.ts";
import type { App } from "../../app.ts";
import { openSheet } from "../backup/sheet.ts";
import { checkBadge, checkPin, makePin, storePin, waitLeft } from "./credentials.ts";

/** PINs of the demo workshop's people, shown on its sign-in screen. Local, and only there. */
export const demoPinsSetting = "demoPins";

const view = ({ id, name, number, roles }: Pick<PersonState, "id" | "name" | "number" | "roles">) => ({
	id,
	name,
	number,
	roles,
});

/** Tiles for the sign-in screen. */
export function signInPeople(app: App) {
	const demoPins = app.local.setting<Record<string, string>>(demoPinsSetting) ?? {};
	const isDemo = app.local.setting<boolean>("demo") ?? false;
	const now = app.ports.clock.now();
	const people = listPeople(app.reader)
		.filter((person) => person.active)
		.map((person) => {
			const pin = app.local.findPin(person.id);
			return {
				...view(person),
				hasPin: pin !== undefined,
				waitMs: pin ? waitLeft(pin, now) : 0,
				demoPin: isDemo ? (demoPins[person.id] ?? null) : null,
			};
		});
	return { people, lastPerson: app.session.view().lastPerson, autoLockMs: app.session.autoLockMs() };
}

export type SignIn = { person: string; pin: string } | { badge: string };

export async function signIn(app: App, input: SignIn) {
	const person = "badge" in input ? checkBadge(app, input.badge) : await checkPin(app, input.person, input.pin);
	app.session.open({ person: person.id, roles: person.roles });
	return view(person);
}

/** Refuses a sheet that is not this workstation's, and anybody who is not a manager here. */
export async function recover(app: App, input: { code: string; person: string; pin: string }) {
	openSheet(app, parseRecovery(input.code));
	const person = app.states.find("person", input.person)?.state;
	if (!person?.active || !person.roles.includes("manager")) refuse("rule-broken", "session.recover-manager");
	const secret = await makePin(app, input.pin);
	app.log.transact(() => {
		storePin(app, person.id, secret);
		const body = { means: "pin", by: "recovery-sheet" } as const;
		app.log.append(person.id, [personEvents["person.credential_set"].make(`person:${person.id}`, body)]);
	});
	app.session.open({ person: person.id, roles: person.roles });
	return view(person);
}
