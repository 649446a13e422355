/** The state of the exchange, entry by entry: what waits, what was decided twice, what could not be taken. Reads only. */
import { createProofRows } from "../../../db/queries/exchange/proofs.ts";
import { createStatusRows } from "../../../db/queries/exchange/status.ts";
import { createJobRows } from "../../../db/queries/job-rows.ts";
import { refuse } from "../../../domain/errors.ts";
import { conflicts } from "../../../domain/event/decision.ts";
import { aggKey, aggKind, type WeltEvent } from "../../../domain/event/event.ts";
import type { OutputOf } from "../../../preload/contract/define.ts";
import type { syncCalls } from "../../../preload/contract/sync.ts";
import type { App } from "../../app.ts";
import { syncState } from "./sync.ts";

type Status = OutputOf<(typeof syncCalls)["sync.status"]>;
type About = Status["waiting"][number]["about"];
const iso = (ms: number) => new Date(ms).toISOString();

const shown = {
	order: "order",
	job: "job",
	item: "item",
	subject: "customer",
	person: "staff",
	store: "centre",
} as const;
const kindOf = (kind: string) => shown[kind as keyof typeof shown] ?? "other";

export function createStatusDesk(app: App) {
	const rows = createStatusRows(app.reader);
	const proofs = createProofRows(app.writer);
	const jobs = createJobRows(app.reader);

	/** What a thing is called: its order's number, where it has one. */
	function about(agg: string): About {
		const [kind, id] = [aggKind(agg), aggKey(agg)];
		const job = kind === "job" ? app.states.find("job", id)?.state : undefined;
		const order = app.states.find("order", job?.order ?? id)?.state;
		const number = kind === "job" || kind === "order" ? (order?.number ?? null) : null;
		return { kind: kindOf(kind), id, number, ordinal: job?.ordinal ?? null };
	}

	function queue(): Status["queue"] {
		const counts = new Map<Status["queue"][number]["kind"], number>();
		for (const { kind, count } of rows.queue()) counts.set(kindOf(kind), (counts.get(kindOf(kind)) ?? 0) + count);
		return [...counts].map(([kind, count]) => ({ kind, count }));
	}

	function chain(): Status["chain"] {
		const { dev, epoch } = app.log.identity;
		const own = app.sync.rows.chains().find((each) => each.dev === dev && each.epoch === epoch);
		const { line, reason } = app.sync.engine.state();
		return {
			...{ dev, epoch, written: own?.seq ?? 0, acked: own?.acked ?? 0 },
			forked: app.notices.includes("sync.forked"),
			revoked: line === "refused" && reason === "revoked",
		};
	}

	function conflicting(): Status["conflicts"] {
		return jobs.byIds(rows.conflicting()).map(({ id, number, ordinal, ...row }) => {
			const { category, kind, brand, style, colour, size } = row;
			const heads = app.states.find("job", id)?.state.heads ?? {};
			const item = { itemId: row.item_id, category, kind, brand, style, colour, size };
			return { jobId: id, number, ordinal, item, fields: conflicts(heads).map(({ field }) => field) };
		});
	}

	return {
		status(): Status {
			const enrolled = app.sync.enrolment() !== undefined;
			return {
				state: syncState(app),
				queue: enrolled ? queue() : [],
				pictures: rows.pictures(),
				chain: chain(),
				proofs: proofs.count(),
				waiting: rows.waiting().map(({ agg, missing }) => ({ about: about(agg), missing })),
				conflicts: conflicting(),
				held: app.sync.rows.listHeld().map(({ hash, from, reason, heldAt, text }) => {
					return {
						hash,
						from: /^(store|lan|stick):/.test(from) ? "sibling" : "other",
						reason,
						at: iso(heldAt),
						...placeOf(text),
					};
				}),
				setAside: rows.setAside().map(({ hash, reason, text }) => {
					const event = JSON.parse(text) as WeltEvent;
					return { hash, reason: reason ?? "unknown", at: iso(event.wall), about: about(event.agg), type: event.type };
				}),
			};
		},

		/** The entry whole, for support: the event's own text, whose personal part is sealed. */
		export(hash: string) {
			const held = app.sync.rows.listHeld().find((each) => each.hash === hash);
			const aside = held ? undefined : rows.setAside().find((each) => each.hash === hash);
			const found = held ?? aside ?? refuse("not-found", "sync.no-entry");
			const { dev, store } = app.log.identity;
			const entry = {
				hash,
				reason: found.reason,
				store,
				dev,
				version: app.version,
				exportedAt: iso(app.ports.clock.now()),
			};
			const bytes = Buffer.from(JSON.stringify({ ...entry, text: found.text }, null, "\t"), "utf8");
			const fileName = `welt-${hash.slice(0, 12)}.json`;
			return { handle: app.media.offer({ mime: "application/json", bytes, fileName }), fileName };
		},

		/** What the archive signed, for whoever holds it against the archive (`archive:verify`). */
		exportProofs() {
			const { archiveKey } = app.sync.enrolment() ?? refuse("rule-broken", "sync.no-proofs");
			const kept = { receipts: proofs.listReceipts(), roots: proofs.listRoots() };
			const bytes = Buffer.from(
				JSON.stringify({ store: app.log.identity.store, archiveKey, ...kept }, null, "\t"),
				"utf8",
			);
			const fileName = `welt-receipts-${app.log.identity.dev.slice(-6)}.json`;
			return { handle: app.media.offer({ mime: "application/json", bytes, fileName }), fileName };
		},

		/** Tries once more to take it in. */
		retry(hash: string) {
			const held = app.sync.rows.listHeld().find((each) => each.hash === hash) ?? refuse("not-found", "sync.no-entry");
			app.log.transact(() => {
				const arrived = [{ text: held.text, hash }];
				// Of another store: a part of its chain.
				const parts = held.from.startsWith("order:");
				const { refused } = parts ? app.log.receiveParts(arrived) : app.log.receive(arrived);
				const [fault] = refused;
				if (fault) refuse("rule-broken", "sync.still-held", { reason: fault.fault });
				app.sync.rows.release(hash);
			});
			return {};
		},
	};
}

/** What can be read of an event nobody could take. */
function placeOf(text: string): { type: string; station: string; seq: number | null } {
	try {
		const { type, dev, seq } = JSON.parse(text) as Partial<WeltEvent>;
		return {
			type: String(type ?? ""),
			station: String(dev ?? "").slice(-6),
			seq: typeof seq === "number" ? seq : null,
		};
	} catch {
		return { type: "", station: "", seq: null };
	}
}
