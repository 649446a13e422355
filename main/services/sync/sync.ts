/** What the screens are told about the archive, and enrolment. The exchange itself is main/sync's. */
import { refuse } from "../../../domain/errors.ts";
import type { InputOf, OutputOf } from "../../../preload/contract/define.ts";
import type { syncCalls } from "../../../preload/contract/sync.ts";
import type { App } from "../../app.ts";
import { ArchiveSaidNo } from "../../sync/archive-client.ts";

type Calls = typeof syncCalls;

const iso = (ms: number | null | undefined) => (ms === null || ms === undefined ? null : new Date(ms).toISOString());

export function syncState(app: App): OutputOf<Calls["sync.state"]> {
	const { engine, rows } = app.sync;
	const { line, reason, lastContactAt } = engine.state();
	const enrolment = app.sync.enrolment();
	const archive = enrolment && {
		address: enrolment.address,
		storeCode: enrolment.storeCode,
		brands: enrolment.brands.map(({ name }) => name),
	};
	return {
		line,
		reason: reason && `sync.${reason}`,
		lastContactAt: iso(lastContactAt ?? heardAt(app)),
		waiting: archive ? rows.countWaiting() : 0,
		oldestWaitingAt: archive ? iso(rows.oldestWaiting()) : null,
		archive: archive ?? null,
		lease: leaseView(app),
	};
}

/** Before the first answer since the start: when all was last in step. */
function heardAt({ lease, ports }: App): number | undefined {
	const view = lease.view();
	return view && Math.max(0, ports.clock.now() - view.silentMs);
}

function leaseView({ lease }: App): OutputOf<Calls["sync.state"]>["lease"] {
	const view = lease.view();
	if (!view) return null;
	const { phase, daysLeft, silentMs } = view;
	return { phase, daysLeft, silentDays: Math.floor(silentMs / 86_400_000) };
}

export function listHeld(app: App): OutputOf<Calls["sync.held"]> {
	const events = app.sync.rows.listHeld();
	return {
		events: events.map(({ hash, from, reason, heldAt }) => ({
			hash,
			from,
			reason,
			heldAt: new Date(heldAt).toISOString(),
		})),
	};
}

export async function enrolWorkstation(
	app: App,
	input: InputOf<Calls["sync.enrol"]>,
): Promise<OutputOf<Calls["sync.enrol"]>> {
	if (app.sync.enrolment()) refuse("rule-broken", "sync.enrolled-already");
	try {
		await app.sync.enrol(input.address, input.code, input.name);
	} catch (error) {
		if (!(error instanceof ArchiveSaidNo)) refuse("archive-unreachable", "sync.no-line");
		if (error.code === "upgrade") refuse("version-too-old", "sync.upgrade");
		if (error.code === "not-found") refuse("archive-refused", "sync.code-unknown");
		refuse("archive-refused", "sync.not-taken", { code: error.code });
	}
	return syncState(app);
}
