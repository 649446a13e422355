/**
 * Tells the rest when another standard, price list or promise comes into force, because it arrived or because its day has
 * come; writes the head office's list of workshops where names are looked up. Started with the core.
 */
import type { App } from "../../app.ts";
import { adoptInForce } from "./adopt.ts";
import { openDocument } from "./in-force.ts";

/** A day that has come is noticed by readers at once; screens are told this much later at most. */
const lookMs = 60_000;
const storesSetting = "stores-list";

/** Called when documents came, whatever became of them. */
export function referenceCame(app: App): void {
	app.standard.refresh();
	keepWorkshops(app);
	tell(app);
	app.push({ type: "changed", aggs: ["reference"] });
}

function tell(app: App): void {
	if (!app.standard.news()) return;
	adoptInForce(app);
	app.push({ type: "changed", aggs: ["*"] });
}

/** Answers the function that stops it. */
export function watchStandard(app: App): () => void {
	adoptInForce(app);
	app.standard.news();
	let cancel = () => {};
	const plan = () => {
		cancel = app.ports.timers.after(lookMs, () => {
			keepWorkshops(app);
			tell(app);
			plan();
		});
	};
	plan();
	return () => cancel();
}

/** The newest list of each brand whose day has come, written once. */
function keepWorkshops(app: App): void {
	const { rows, archive } = app.standard;
	if (!archive) return;
	const now = app.ports.clock.now();
	const kept = app.local.setting<Record<string, string>>(storesSetting) ?? {};
	const due = rows.list().filter((row) => row.kind === "stores" && row.state === "taken" && row.effectiveFrom <= now);
	for (const brand of new Set(due.map((row) => row.brand))) {
		const row = due.find((each) => each.brand === brand);
		if (!row || kept[brand] === row.sha) continue;
		const content = openDocument({ rows, archive }, "stores", row);
		if (typeof content === "string") continue;
		app.log.transact(() => {
			for (const { id, ...store } of content.stores) if (id) rows.putWorkshop({ id, ...store });
			kept[brand] = row.sha;
			app.local.setSetting(storesSetting, kept);
		});
	}
}
