/** Which standard and price list this log goes by, as facts: at founding, and whenever another one comes into force. */
import { stationEvents } from "../../../domain/station/station.ts";
import type { App } from "../../app.ts";

/** The events that take the standard and the price list now in force into use. */
export function adoption(app: App) {
	const { standard, prices } = app.standard.inForce;
	const adopt = (what: "standard" | "prices", { version, sha256, sample }: typeof standard) =>
		stationEvents["standard.adopted"].make(`station:${app.log.identity.dev}`, { what, version, sha256, sample });
	return [adopt("standard", standard), adopt("prices", prices)];
}

/** In a founded workstation: records what it has not gone by before. */
export function adoptInForce(app: App): void {
	const { dev } = app.log.identity;
	const known = app.states.find("station", dev)?.state.adopted;
	if (!known?.["standard"]) return;
	const changed = adoption(app).filter(({ body }) => known[body.what]?.sha256 !== body.sha256);
	if (changed.length > 0) app.log.append(dev, changed);
}
