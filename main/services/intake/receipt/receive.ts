/**
 * Receives a drop-off: customer, items, jobs, pictures, order, deposit and signature in one transaction, all or
 * nothing. Asked twice for the same draft it answers the order it made. Called by `intake.receive` only.
 */
import type { CounterReader } from "../../../../db/queries/counter.ts";
import { localDay } from "../../../../domain/clock/zone.ts";
import { tokenOf } from "../../../../domain/code/own.ts";
import { refuse } from "../../../../domain/errors.ts";
import { decideOpen, mostPieces } from "../../../../domain/order/decide-open.ts";
import { closingOn } from "../../../../domain/order/promise.ts";
import type { OutputOf } from "../../../../preload/contract/define.ts";
import type { intakeCalls } from "../../../../preload/contract/intake.ts";
import type { IntakeDraft } from "../../../../preload/contract/intake-draft.ts";
import type { App } from "../../../app.ts";
import type { By } from "../../../router.ts";
import { forgetNobody, getDraft } from "../drafts.ts";
import { countAsked } from "../favourites.ts";
import { nextOrderNumber } from "./number.ts";
import { ownPicture, type Receipt } from "./receipt.ts";
import { receiveCustomer } from "./receive-customer.ts";
import { receiveItem } from "./receive-item.ts";

type Received = OutputOf<(typeof intakeCalls)["intake.receive"]>;

export function receive(app: App, rows: CounterReader, by: By, orderId: string, draft: IntakeDraft): Received {
	const before = receivedBefore(app, orderId);
	if (before) return before;
	const stored = getDraft(app, orderId).draft;
	if (stored.customer.subjectId !== draft.customer.subjectId) refuse("invalid-input", "intake.other-customer");
	checkWhole(draft);
	const { state: store } = app.store();
	const { zone } = store.calendar;
	const now = app.ports.clock.now();
	const receipt: Receipt = {
		app,
		rows,
		store,
		orderId,
		subjectId: draft.customer.knownId ?? draft.customer.subjectId,
		now,
		todayOn: localDay(now, zone),
		promisedAt: draft.promisedOn === null ? null : closingOn(store.calendar, draft.promisedOn),
		numbered: 0,
		append: (events) => void app.log.append(by.person, events),
	};
	return app.log.transact(() => writeAll(receipt, draft));
}

function receivedBefore(app: App, orderId: string): Received | undefined {
	const order = app.states.find("order", orderId)?.state;
	if (!order) return undefined;
	const jobs = order.jobs.flatMap((id) => {
		const job = app.states.find("job", id)?.state;
		return job ? [{ jobId: id, itemId: job.item, ordinal: job.ordinal }] : [];
	});
	const promisedAt = new Date(order.promisedAt).toISOString();
	return { orderId, number: order.number, promisedAt, jobs, repeated: true };
}

/** What no single part can see. */
function checkWhole({ items }: IntakeDraft): void {
	if (items.length === 0) refuse("invalid-input", "order.no-items");
	const known = items.flatMap((item) => item.itemId ?? []);
	if (new Set(known).size < known.length) refuse("rule-broken", "order.item-twice");
	if (items.reduce((sum, item) => sum + item.pieces.length, 0) > mostPieces) {
		refuse("rule-broken", "order.too-many-pieces", { most: mostPieces });
	}
}

function writeAll(receipt: Receipt, draft: IntakeDraft): Received {
	const { app, rows, orderId, subjectId, now } = receipt;
	const { manifest, prices, vocab } = app.standard.index.standard;
	receiveCustomer(receipt, draft.customer, vocab.privacy.version);
	const jobs = draft.items.map((item, at) => receiveItem(receipt, draft, item, at + 1));
	const number = nextOrderNumber(app, rows);
	const promisedAt = receipt.promisedAt ?? Math.max(...jobs.map((job) => job.promisedAt));
	const { deposit, signature } = draft;
	receipt.append(
		decideOpen({
			orderId,
			number,
			token: tokenOf(app.ports.random.bytes(16)),
			subjectId,
			jobIds: jobs.map((job) => job.jobId),
			promisedAt,
			standard: manifest.version,
			prices: prices.version,
			notice: vocab.privacy.version,
			deposit: deposit && { id: app.ports.ids.uuid(), ...deposit },
			signature:
				signature?.how === "screen"
					? { how: "screen", picture: ownPicture(receipt, draft, signature.handle) }
					: signature,
			nowAt: now,
		}),
	);
	app.local.removeDraft(orderId);
	if (subjectId !== draft.customer.subjectId) forgetNobody(app, draft.customer.subjectId);
	countAsked(app, draft);
	return {
		orderId,
		number,
		promisedAt: new Date(promisedAt).toISOString(),
		jobs: jobs.map(({ jobId, itemId, ordinal }) => ({ jobId, itemId, ordinal })),
		repeated: false,
	};
}
