/**
 * What another PC or the head office changed about a person counts here at once: who left may not go on at this screen nor
 * come back with an old PIN or badge, and roles are those of now. Called after each commit with what changed.
 */
import type { App } from "../../app.ts";

export function followPeople(app: App, aggs: readonly string[]): void {
	for (const agg of aggs) if (agg.startsWith("person:")) follow(app, agg.slice("person:".length));
}

function follow({ states, local, log, session }: App, id: string): void {
	const state = states.find("person", id)?.state;
	if (!state) return;
	const here = session.current();
	if (!state.active) {
		const known = local.findPin(id) !== undefined || local.hasBadge(id);
		if (known) {
			log.transact(() => {
				local.removePin(id);
				local.revokeBadges(id);
			});
		}
		if (here?.person === id) session.lock();
	} else if (here?.person === id && state.roles.join() !== here.roles.join()) {
		session.open({ ...here, roles: state.roles });
	}
}
