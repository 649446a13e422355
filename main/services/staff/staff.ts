/** Adding, changing, leaving and coming back. Called by the staff handlers; the rules of PINs and badges are the session's. */
import { listPeople } from "../../../db/queries/people.ts";
import { refuse } from "../../../domain/errors.ts";
import { changesBetween } from "../../../domain/event/change.ts";
import type { NewEvent } from "../../../domain/event/event.ts";
import { type PersonRole, personEvents } from "../../../domain/person/person.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { checkPin, makePin, storePin } from "../session/credentials.ts";
import { demoPinsSetting } from "../session/sign-in.ts";

type Fields = { name: string; roles: readonly PersonRole[]; number: string };

const agg = (person: string) => `person:${person}`;
const credential = (person: string, means: "pin" | "badge", by: "manager" | "self") =>
	personEvents["person.credential_set"].make(agg(person), { means, by });

export function listStaff(app: App) {
	const people = listPeople(app.reader).map((person) => ({
		...person,
		version: app.states.get("person", person.id).version,
		hasPin: app.local.findPin(person.id) !== undefined,
		hasBadge: app.local.hasBadge(person.id),
	}));
	return { people, nextNumber: nextNumber(people) };
}

function nextNumber(people: readonly { number: string }[]): string {
	const taken = new Set(people.map((person) => person.number));
	let next = 1;
	while (taken.has(String(next).padStart(2, "0"))) next += 1;
	return String(next).padStart(2, "0");
}

/** Numbers are printed on badges and called across the room: two people at work never share one. */
function refuseTaken(app: App, number: string, except?: string): void {
	const taken = listPeople(app.reader).some((p) => p.active && p.number === number && p.id !== except);
	if (taken) refuse("rule-broken", "staff.number-taken", { number });
}

/** Without a manager nobody could set a PIN or approve anything any more. */
function refuseLastManager(app: App, person: string): void {
	const others = listPeople(app.reader).some((p) => p.active && p.id !== person && p.roles.includes("manager"));
	if (!others) refuse("rule-broken", "staff.last-manager");
}

const plain = ({ name, roles, number }: Fields) => ({ name, roles: [...new Set(roles)], number });

export async function addPerson(app: App, by: By, input: Fields & { pin: string }): Promise<{ id: string }> {
	refuseTaken(app, input.number);
	const secret = await makePin(app, input.pin);
	const id = app.ports.ids.uuid();
	app.log.transact(() => {
		const added = personEvents["person.added"].make(agg(id), plain(input));
		app.log.append(by.person, [added, credential(id, "pin", "manager")]);
		storePin(app, id, secret);
	});
	return { id };
}

export function editPerson(app: App, by: By, input: Fields & { person: string; version: number }): void {
	const { state } = app.states.getAt("person", input.person, input.version);
	refuseTaken(app, input.number, input.person);
	if (state.active && state.roles.includes("manager") && !input.roles.includes("manager")) {
		refuseLastManager(app, input.person);
	}
	const changes = changesBetween(state, plain(input));
	if (!changes) return;
	app.log.append(by.person, [personEvents["person.set"].make(agg(input.person), { changes })]);
	// Roles count from this moment on, also for who is at the screen.
	if (by.person === input.person) app.session.open({ person: by.person, roles: plain(input).roles });
}

export function leave(app: App, by: By, input: { person: string; version: number }): void {
	const { state } = app.states.getAt("person", input.person, input.version);
	if (!state.active) return;
	if (state.roles.includes("manager")) refuseLastManager(app, input.person);
	app.log.transact(() => {
		app.local.revokeBadges(input.person);
		app.local.removePin(input.person);
		app.log.append(by.person, [personEvents["person.left"].make(agg(input.person), {})]);
	});
	if (by.person === input.person) app.session.lock();
}

export async function comeBack(app: App, by: By, input: { person: string; version: number; pin: string }) {
	const { state } = app.states.getAt("person", input.person, input.version);
	if (state.active) return;
	refuseTaken(app, state.number, input.person);
	const secret = await makePin(app, input.pin);
	app.log.transact(() => {
		const returned = personEvents["person.returned"].make(agg(input.person), {});
		app.log.append(by.person, [returned, credential(input.person, "pin", "manager")]);
		storePin(app, input.person, secret);
	});
}

/** Who stands at an unlocked screen is not always who signed in: one's own PIN asks for the present one. */
export async function setPinOf(app: App, by: By, input: { person: string; pin: string; current?: string | undefined }) {
	const own = by.person === input.person;
	if (!own && !by.roles.includes("manager")) refuse("forbidden", "session.wrong-role", { needs: ["manager"] });
	const { state } = app.states.get("person", input.person);
	if (!state.active) refuse("rule-broken", "staff.has-left");
	if (own) {
		if (input.current === undefined) refuse("invalid-input", "staff.current-pin");
		await checkPin(app, input.person, input.current);
	}
	const secret = await makePin(app, input.pin);
	app.log.transact(() => {
		storePin(app, input.person, secret);
		forgetDemoPin(app, input.person);
		const event: NewEvent = credential(input.person, "pin", own ? "self" : "manager");
		app.log.append(by.person, [event]);
	});
}

/** A PIN somebody chose is theirs, also in the demo workshop. */
function forgetDemoPin(app: App, person: string): void {
	const { [person]: _, ...others } = app.local.setting<Record<string, string>>(demoPinsSetting) ?? {};
	if (_ !== undefined) app.local.setSetting(demoPinsSetting, others);
}
