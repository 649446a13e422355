/** What the screen is told before anything else. */
import { defaultZone } from "../../../domain/clock/calendar.ts";
import type { Refusal } from "../../../domain/errors.ts";
import type { OutputOf } from "../../../preload/contract/define.ts";
import type { workstationCalls } from "../../../preload/contract/workstation.ts";
import type { App } from "../../app.ts";
import { isFounded } from "../setup/found.ts";

export type WorkstationState = OutputOf<(typeof workstationCalls)["workstation.state"]>;

/** On a workstation whose storage is sound: set up or not yet. */
export function readyState(app: App): WorkstationState {
	const store = app.states.find("store", app.log.identity.store)?.state;
	const by = app.session.current();
	const person = by && app.states.find("person", by.person)?.state;
	const refused = app.standard.refused;
	return {
		phase: isFounded(app) ? "ready" : "set-up",
		reason: null,
		details: refused ? { standardFile: refused.file } : {},
		notices: [...app.notices, ...(refused ? [refused.reason] : [])],
		language: store?.language ?? app.language,
		centreName: store?.centreName ?? null,
		demo: app.local.setting<boolean>("demo") ?? false,
		version: app.version,
		dataFolder: app.dir,
		person: person ? { id: person.id, name: person.name, number: person.number, roles: person.roles } : null,
		nowAt: new Date(app.ports.clock.now()).toISOString(),
		zone: store?.calendar.zone ?? defaultZone,
		selfInspection: store?.policies.selfInspection ?? false,
	};
}

export type BrokenStart = { dir: string; language: "zh-CN" | "en"; version: string; nowMs: number; error: Refusal };

/** On a workstation whose storage cannot be used: nothing but the reason. */
export function brokenState({ dir, language, version, nowMs, error }: BrokenStart): WorkstationState {
	const details = Object.fromEntries(Object.entries(error.details ?? {}).map(([k, v]) => [k, String(v)]));
	return {
		phase: "broken",
		reason: error.reason,
		details,
		notices: [],
		language,
		centreName: null,
		demo: false,
		version,
		dataFolder: dir,
		person: null,
		nowAt: new Date(nowMs).toISOString(),
		zone: defaultZone,
		selfInspection: false,
	};
}
