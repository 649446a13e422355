/** The centre's data and policies: read, changed, and the history of what was changed. */
import type { WorkCalendar } from "../../../domain/clock/calendar.ts";
import { refuse } from "../../../domain/errors.ts";
import { type Changes, changesBetween } from "../../../domain/event/change.ts";
import { type StorePolicies, type StoreState, storeEvents } from "../../../domain/store/store.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";

export type CentreFields = Omit<StoreState, "id" | "policies">;
/** Fields left out are undefined and stay as they are. */
type Partly<T> = { [K in keyof T]?: T[K] | undefined };

const agg = (app: App) => `store:${app.log.identity.store}`;

export function readCentre(app: App) {
	// As the store wrote them: what the brand promises instead is the standard's page.
	const { state, version } = app.states.get("store", app.log.identity.store);
	const { id: _, ...centre } = state;
	return { ...centre, version, station: readStation(app) };
}

const pageBytes = (app: App) => Number(app.reader.pragma("page_size", { simple: true }));

function readStation(app: App) {
	const { dev, epoch } = app.log.identity;
	const station = app.states.find("station", dev)?.state;
	const { manifest, prices } = app.standard.index.standard;
	const { language } = app.store().state;
	return {
		id: dev,
		number: station?.number ?? 1,
		label: station?.label ?? "",
		epoch,
		events: (app.reader.prepare("SELECT MAX(pos) FROM event").pluck().get() as number | null) ?? 0,
		databaseBytes: Number(app.reader.pragma("page_count", { simple: true })) * pageBytes(app),
		standard: manifest.version,
		standardName: language === "en" ? (manifest.name.en ?? manifest.name.zh) : manifest.name.zh,
		prices: prices.version,
		pricesSample: prices.sample,
		dataFolder: app.dir,
		program: app.version,
	};
}

/** Spans of one day in the order of the clock, none touching another; only the last may run past midnight. */
export function refuseOddHours(calendar: WorkCalendar): void {
	const days = [...calendar.weekly, ...calendar.openOn.map((day) => day.spans)];
	for (const spans of days) {
		spans.forEach((span, at) => {
			const next = spans[at + 1];
			const pastMidnight = span.to <= span.from;
			if (next && (pastMidnight || next.from < span.to)) refuse("invalid-input", "store.hours-overlap");
		});
	}
	if (calendar.weekly.every((spans) => spans.length === 0)) refuse("invalid-input", "store.never-open");
}

export function setCentre(app: App, by: By, version: number, wanted: Partly<CentreFields>): { version: number } {
	const { state } = app.states.getAt("store", app.log.identity.store, version);
	if (wanted.calendar) refuseOddHours(wanted.calendar);
	const changes = changesBetween(state, wanted);
	if (changes) app.log.append(by.person, [storeEvents["store.set"].make(agg(app), { changes })]);
	return { version: app.store().version };
}

export function setPolicies(app: App, by: By, version: number, wanted: Partly<StorePolicies>): { version: number } {
	const { state } = app.states.getAt("store", app.log.identity.store, version);
	const changes = changesBetween(state.policies, wanted);
	if (changes) app.log.append(by.person, [storeEvents["store.policy_set"].make(agg(app), { changes })]);
	return { version: app.store().version };
}

export function centreHistory(app: App) {
	const events = app.events.list([agg(app)]).reverse();
	const changed = events.filter((event) => event.type !== "store.founded");
	return {
		entries: changed.map((event) => {
			const changes = (event.body as unknown as { changes: Changes }).changes;
			return {
				at: new Date(event.wall).toISOString(),
				by: app.states.find("person", event.actor)?.state.name ?? "",
				changes: Object.entries(changes).map(([field, change]) => ({ field, ...change })),
			};
		}),
	};
}
