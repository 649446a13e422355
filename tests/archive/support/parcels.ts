/** Parcels between workshops, written as events the way services write them; and what both have of an order afterwards. */
import { createHash } from "node:crypto";
import { createProjectors } from "../../../db/projections/rows.ts";
import { dumpProjections, refoldAll } from "../../../db/refold.ts";
import { decisionBase } from "../../../domain/event/decision.ts";
import { jobEvents } from "../../../domain/job/job.ts";
import type { Received } from "../../support/fixtures.ts";
import type { Workshop } from "./workshop.ts";

export type Parcel = { jobId: string; orderId: string; parcel: string; code: string };

export const storeOf = ({ app }: Workshop) => app.log.identity.store;
export const jobAt = ({ app }: Workshop, jobId: string) => app.states.get("job", jobId).state;
export const custody = ({ app }: Workshop, jobId: string) => {
	return { base: decisionBase(app.states.get("job", jobId).state.heads, "custody") };
};

/** With a picture of what was packed and a word to the colleagues, both sealed. */
export function dispatch(from: Workshop, to: Workshop, { orderId, jobIds, subjectId }: Received): Parcel {
	const { app, staff } = from;
	const [jobId = ""] = jobIds;
	const sent = { jobId, orderId, parcel: app.ports.ids.uuid(), code: "K7M2P" };
	const photo = app.blobs.put(`order:${orderId}`, "image/jpeg", "packing", Buffer.from("a box"), from.clock.now);
	const body = {
		...{ parcel: sent.parcel, to: storeOf(to), toName: "", fromName: "", carrier: "sf", waybill: "SF1234567890" },
		...{ seal: "S1", codeHash: createHash("sha256").update(sent.code).digest("hex") },
	};
	const personal = { kid: `subject:${subjectId}` as const, value: { words: "客人说轻拿轻放" } };
	app.log.append(staff.clerk, [
		jobEvents["job.dispatched"].make(`job:${jobId}`, body, {
			...custody(from, jobId),
			...{ refs: [`order:${orderId}`], blobs: [photo], personal },
		}),
	]);
	return sent;
}

export function accept(at: Workshop, { jobId, orderId, parcel, code }: Parcel): void {
	const body = { parcel, code, sealWhole: true };
	const event = jobEvents["job.accepted"].make(`job:${jobId}`, body, {
		...custody(at, jobId),
		refs: [`order:${orderId}`],
	});
	at.app.log.append(at.staff.clerk, [event]);
}

export function recall(at: Workshop, { jobId, orderId, parcel }: Parcel): void {
	const event = jobEvents["job.recalled"].make(
		`job:${jobId}`,
		{ parcel, reason: "not-sent" },
		{
			...custody(at, jobId),
			refs: [`order:${orderId}`],
		},
	);
	at.app.log.append(at.staff.clerk, [event]);
}

export const shelve = (at: Workshop, jobId: string, shelf: string) =>
	at.app.log.append(at.staff.clerk, [jobEvents["job.shelved"].make(`job:${jobId}`, { shelf })]);

/** Twice each: what one says reaches the other in its next round. */
export async function meet(...workshops: Workshop[]): Promise<void> {
	for (let round = 0; round < 2; round++) for (const workshop of workshops) await workshop.sync();
}

/** The states of everything that belongs to an order, as text. */
export function stateOf({ app }: Workshop, { orderId, jobIds, itemIds, subjectId }: Received): string {
	const ids = { order: [orderId], job: jobIds, item: itemIds, subject: [subjectId] } as const;
	const states = Object.entries(ids).flatMap(([kind, all]) =>
		all.map((id) => app.states.get(kind as keyof typeof ids, id)),
	);
	return JSON.stringify(states);
}

export function refolds({ app }: Workshop): boolean {
	const projectors = createProjectors(app.writer);
	const before = [...dumpProjections(app.writer, projectors)].join("\n");
	refoldAll(app.writer, { mono: () => 0 });
	return [...dumpProjections(app.writer, projectors)].join("\n") === before;
}
