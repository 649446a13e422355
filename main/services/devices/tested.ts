/** What came out of a test of all devices: written into the log, where its place in the chain of hashes signs it. */
import { stationEvents } from "../../../domain/station/station.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import type { devicesCalls, KeptTest } from "../../../preload/contract/devices.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { personName } from "../print/source.ts";

type Call = (typeof devicesCalls)["devices.keepTest"];

export function lastTest(app: App): KeptTest | null {
	const tested = app.states.find("station", app.log.identity.dev)?.state.tested;
	if (!tested) return null;
	const { at, by, entry, results } = tested;
	return { at: new Date(at).toISOString(), by: personName(app, by), entry, results: [...results] };
}

export function keepTest(app: App, by: By, { results }: ParsedOf<Call>): OutputOf<Call> {
	const { dev } = app.log.identity;
	const [event] = app.log.append(by.person, [
		stationEvents["station.devices_tested"].make(`station:${dev}`, { results }),
	]);
	const at = new Date(event?.wall ?? app.ports.clock.now()).toISOString();
	return { at, by: personName(app, by.person), entry: event?.seq ?? 0, results };
}
