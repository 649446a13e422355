/** Which standard and price list this log goes by, as facts: at founding, and when a newer one was shipped. */
import { stationEvents } from "../../../domain/station/station.ts";
import type { App } from "../../app.ts";

/** The events that take the standard and the price list now in force into use. */
export function adoption(app: App) {
	const { manifest, prices } = app.standard.index.standard;
	const station = `station:${app.log.identity.dev}`;
	const pricesSha = manifest.files.find((file) => file.name.startsWith("prices"))?.sha256 ?? app.standard.sha256;
	const adopt = stationEvents["standard.adopted"];
	return [
		adopt.make(station, {
			what: "standard",
			version: manifest.version,
			sha256: app.standard.sha256,
			sample: manifest.sample,
		}),
		adopt.make(station, { what: "prices", version: prices.version, sha256: pricesSha, sample: prices.sample }),
	];
}

/** At start-up of a founded workstation: records a standard it has not gone by before. */
export function adoptShipped(app: App): void {
	const { dev } = app.log.identity;
	const known = app.states.find("station", dev)?.state.adopted["standard"];
	if (known && known.sha256 !== app.standard.sha256) app.log.append(dev, adoption(app));
}
