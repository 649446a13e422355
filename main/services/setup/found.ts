/** Founding: the facts a workstation starts with, in one transaction. Called by the set-up and by the demo workshop. */
import type { WorkCalendar } from "../../../domain/clock/calendar.ts";
import { refuse } from "../../../domain/errors.ts";
import { type PersonRole, personEvents } from "../../../domain/person/person.ts";
import { stationEvents } from "../../../domain/station/station.ts";
import { defaultPolicies, type StorePolicies, storeEvents } from "../../../domain/store/store.ts";
import type { App } from "../../app.ts";
import { makePin, storePin } from "../session/credentials.ts";
import { adoption } from "../standard/adopt.ts";
import { refuseOddHours } from "../store/centre.ts";

export type Founding = {
	language: "zh-CN" | "en";
	brandName: string;
	centreName: string;
	code: string;
	stationNumber: number;
	stationLabel: string;
	address: string;
	phone: string;
	province: string;
	calendar: WorkCalendar;
	policies?: Partial<StorePolicies>;
	/** The first is a manager. */
	people: readonly { name: string; roles: readonly PersonRole[]; number: string; pin: string }[];
};

/** Local row while this PC is becoming a further one of its store: what its people call it. */
export const joiningSetting = "joining";

export function isJoining(app: App): boolean {
	return app.local.setting(joiningSetting) !== undefined;
}

/** A further PC of a store has its records before it is set up itself. */
export function isFounded(app: App): boolean {
	return app.states.find("store", app.log.identity.store) !== undefined && !isJoining(app);
}

/**
 * Answers the people's ids in their order. `more` runs in the same transaction.
 * Refuses `setup.already-done`, `setup.joining`, `session.weak-pin`, `store.hours-overlap`, `store.never-open`.
 */
export async function found(app: App, wanted: Founding, more: (ids: readonly string[]) => void): Promise<string[]> {
	if (isFounded(app)) refuse("rule-broken", "setup.already-done");
	if (isJoining(app)) refuse("rule-broken", "setup.joining");
	refuseOddHours(wanted.calendar);
	const secrets = await Promise.all(wanted.people.map(({ pin }) => makePin(app, pin)));
	const { dev, store } = app.log.identity;
	const ids = wanted.people.map(() => app.ports.ids.uuid());
	const { people, stationNumber, stationLabel, policies, ...centre } = wanted;
	const founder = ids[0] ?? refuse("internal", "setup.nobody");
	app.log.transact(() => {
		app.log.append(dev, [
			stationEvents["station.opened"].make(`station:${dev}`, { number: stationNumber, label: stationLabel }),
			storeEvents["store.founded"].make(`store:${store}`, {
				...centre,
				policies: { ...defaultPolicies, ...policies },
			}),
			...adoption(app),
		]);
		people.forEach((person, at) => {
			const id = ids[at] ?? "";
			const secret = secrets[at];
			const { name, roles, number } = person;
			app.log.append(founder, [
				personEvents["person.added"].make(`person:${id}`, { name, roles: [...roles], number }),
				personEvents["person.credential_set"].make(`person:${id}`, {
					means: "pin",
					by: id === founder ? "self" : "manager",
				}),
			]);
			if (secret) storePin(app, id, secret);
		});
		more(ids);
	});
	return ids;
}
