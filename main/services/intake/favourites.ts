/** What is asked for most often at this counter, so that pickers offer it first. A habit of this PC, not a fact. */
import type { IntakeDraft } from "../../../preload/contract/intake-draft.ts";
import type { App } from "../../app.ts";

const setting = "intake-favourites";
const mostCounted = 400;

/** Call inside the transaction that receives the draft. */
export function countAsked(app: App, { items }: IntakeDraft): void {
	const counts = app.local.setting<Record<string, number>>(setting) ?? {};
	const names = items.flatMap((item) => [...item.services, ...(item.brand ? [`brand:${item.brand}`] : [])]);
	for (const each of names) counts[each] = (counts[each] ?? 0) + 1;
	const kept = Object.entries(counts).sort(([, a], [, b]) => b - a);
	app.local.setSetting(setting, Object.fromEntries(kept.slice(0, mostCounted)));
}

/** Services and brands of late, most asked for first. */
export function favourites(app: App): { services: string[]; brands: string[] } {
	const counts = app.local.setting<Record<string, number>>(setting) ?? {};
	const names = Object.entries(counts)
		.sort(([, a], [, b]) => b - a)
		.map(([name]) => name);
	const brands = names.filter((n) => n.startsWith("brand:")).map((n) => n.slice(6));
	return { services: names.filter((n) => !n.startsWith("brand:")).slice(0, 24), brands: brands.slice(0, 40) };
}
