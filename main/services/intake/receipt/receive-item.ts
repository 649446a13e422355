/** One item of a drop-off becomes a job: the item's own facts, its receipt, its pictures, and what was agreed at once. */
import { refuse } from "../../../../domain/errors.ts";
import type { ItemState } from "../../../../domain/item/item.ts";
import { startClocks } from "../../../../domain/job/clock-moves.ts";
import type { ConditionMark } from "../../../../domain/job/events/receive.ts";
import { decidePhotographed, decideReceive } from "../../../../domain/job/receive/receive.ts";
import { promiseForJob } from "../../../../domain/order/promise.ts";
import { findProvinceCode } from "../../../../domain/standard/lookup.ts";
import { repairCeilingClock } from "../../../../domain/warranty/work.ts";
import type { IntakeDraft, ItemDraft } from "../../../../preload/contract/intake-draft.ts";
import { coverageOf } from "../../item/coverage.ts";
import { wholeItem } from "../../passport/elsewhere.ts";
import { acceptAtIntake } from "./agreed.ts";
import { type Arrived, bring } from "./bring.ts";
import { itemPicture } from "./pictures.ts";
import { ownPicture, type Receipt } from "./receipt.ts";

export type ReceivedJob = { jobId: string; itemId: string; ordinal: number; promisedAt: number };

export function receiveItem(receipt: Receipt, draft: IntakeDraft, item: ItemDraft, ordinal: number): ReceivedJob {
	const { app, store, orderId, subjectId, now, append } = receipt;
	const { index } = app.standard;
	const known = knownItem(receipt, item);
	const proofs = (item.purchase?.proofs ?? []).map((handle) => ownPicture(receipt, draft, handle));
	const arrived = bring(app, item, known, proofs, receipt.todayOn);
	append(arrived.events);
	const jobId = app.ports.ids.uuid();
	const pieces = arrived.pieces.map(({ id, kind }) => ({ id, kind, no: ++receipt.numbered }));
	const { calendar, policies } = store;
	const rules = { index, calendar, set: policies.clockSet };
	const promisedAt = receipt.promisedAt ?? promiseForJob(rules, item, now);
	const condition = marks(receipt, item, arrived);
	append(
		decideReceive(
			{
				jobId,
				orderId,
				itemId: arrived.itemId,
				subjectId,
				category: arrived.category,
				ordinal,
				pieces,
				services: [...new Set(item.services)],
				accessories: item.accessories,
				condition,
				declaredValueFen: item.declaredValueFen,
				words: item.words,
				promisedAt,
				clocks: startClocks(index, clockCodes(receipt, arrived), calendar, now, policies.clockSet),
				reworkOf: item.reworkOf === null ? null : earlierJob(receipt, item.reworkOf, arrived.itemId),
			},
			index,
		),
	);
	append(pictures(receipt, item, arrived, jobId, condition));
	if (item.agreed) acceptAtIntake(app, store, jobId, append);
	return { jobId, itemId: arrived.itemId, ordinal, promisedAt };
}

/** Refuses an item that is here already, by its order's number. */
function knownItem({ app, rows }: Receipt, item: ItemDraft): ItemState | undefined {
	if (item.itemId === null) return undefined;
	const { state } = app.states.get("item", item.itemId);
	const openJobId = rows.openJobOfItem(item.itemId);
	const job = openJobId === undefined ? undefined : app.states.find("job", openJobId)?.state;
	if (job) {
		const number = app.states.find("order", job.order)?.state.number ?? "";
		refuse("conflict", "item.already-here", { number });
	}
	return state;
}

function earlierJob({ app }: Receipt, jobId: string, itemId: string): string {
	const { state } = app.states.get("job", jobId);
	if (state.item !== itemId) refuse("invalid-input", "job.other-item");
	return jobId;
}

/** The law's ceiling runs for warranty repairs; a repair the customer pays has its promise only. */
function clockCodes({ app, store, todayOn }: Receipt, { itemId, category }: Arrived): string[] {
	const { index } = app.standard;
	const codes = ["A", "C", "D"];
	const written = app.log.state<ItemState>(`item:${itemId}`)?.state;
	// What others know of its purchase counts where nobody here wrote one down.
	const item = written?.purchase ? written : (wholeItem(app, itemId) ?? written);
	if (item && coverageOf(item, { store, index, todayOn }).covered) {
		const province = findProvinceCode(index, store.province);
		codes.push(repairCeilingClock(index.standard.provinces, province, category));
	}
	return codes;
}

const pieceId = ({ pieces }: Arrived, key: string | null) =>
	key === null ? undefined : (pieces.find((p) => p.key === key)?.id ?? refuse("invalid-input", "job.unknown-piece"));

/** Marks get their ids here; their order is the draft's. */
function marks({ app }: Receipt, item: ItemDraft, arrived: Arrived): ConditionMark[] {
	return item.condition.map(({ zone, flaw, piece }) => {
		const on = pieceId(arrived, piece);
		return { id: app.ports.ids.uuid(), zone, flaw, ...(on === undefined ? {} : { pieceId: on }) };
	});
}

function pictures(
	{ app, orderId }: Receipt,
	item: ItemDraft,
	arrived: Arrived,
	jobId: string,
	condition: readonly ConditionMark[],
) {
	const shots = new Map<string | undefined, string[]>();
	const here = new Set(item.photos.map(({ handle }) => handle));
	const made = item.photos.filter(({ insteadOf }) => insteadOf !== undefined && here.has(insteadOf));
	for (const { handle, piece } of item.photos.filter((photo) => !made.includes(photo))) {
		const on = pieceId(arrived, piece);
		shots.set(on, [...(shots.get(on) ?? []), handle]);
	}
	const ref = (handle: string) => itemPicture(app, orderId, handle);
	const events = [...shots].flatMap(([on, handles]) =>
		decidePhotographed(jobId, on === undefined ? {} : { pieceId: on }, handles.map(ref)),
	);
	// Each after the one it was made from: the draft keeps that order.
	for (const { handle, piece, insteadOf } of made) {
		const on = pieceId(arrived, piece);
		const shows = { ...(on === undefined ? {} : { pieceId: on }), ...(insteadOf === undefined ? {} : { insteadOf }) };
		events.push(...decidePhotographed(jobId, shows, [ref(handle)]));
	}
	for (const [at, { photo }] of item.condition.entries()) {
		const mark = condition[at];
		if (photo === null || !mark) continue;
		const shows = { mark: mark.id, ...(mark.pieceId === undefined ? {} : { pieceId: mark.pieceId }) };
		events.push(...decidePhotographed(jobId, shows, [ref(photo)]));
	}
	return events;
}
