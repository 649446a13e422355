/** The order page: everything about one drop-off in one read. The customer masked, remarks opened. */

import { maskName, maskPhone } from "../../../domain/mask/mask.ts";
import { balanceOf } from "../../../domain/order/balance.ts";
import { decideVoid } from "../../../domain/order/decide-void.ts";
import type { OrderState, Payment } from "../../../domain/order/fold.ts";
import type { OrderView } from "../../../preload/contract/order.ts";
import type { App } from "../../app.ts";
import { iso, personView, reasonView, wordsIn } from "../bench/views.ts";
import { findMasked } from "../customer/masked.ts";
import { hindrance, jobLine } from "./job-line.ts";
import { managers, readOrder } from "./order-reader.ts";

export function orderPage(app: App, orderId: string): OrderView {
	const { order, version, jobs } = readOrder(app, orderId);
	const states = jobs.map(({ job }) => job);
	// Gone with the customer's key, or locked: a screen that has one open lets go of it.
	const kid = `subject:${order.subject}`;
	const closed = app.keys.isErased(kid) || app.vault.isLocked(kid);
	return {
		orderId,
		version,
		nowAt: iso(app.ports.clock.now()),
		number: order.number,
		openedAt: iso(order.openedAt),
		openedBy: personView(app, order.openedBy),
		promisedAt: iso(order.promisedAt),
		customer: findMasked(app, order.subject) ?? null,
		jobs: jobs.map(({ job, version: at }) => jobLine(app, order, job, at)),
		money: balanceOf(order, states),
		payments: order.payments.map((p) => paymentLine(app, order, p)),
		papers: order.papers.map(({ paper, at, by, job, reprint }) => {
			return { paper, at: iso(at), by: personView(app, by), jobId: job, reprint };
		}),
		signatures: order.signatures.map(({ what, how, at, job, blob }) => {
			return { what, how, at: iso(at), jobId: job, picture: closed ? null : blob };
		}),
		handovers: order.handovers.map((h) => handoverLine(app, h)),
		notes: order.notes.map(({ event, about, at, by }) => {
			return { at: iso(at), by: personView(app, by), about, words: wordsIn(app, event) };
		}),
		voided: order.voided && {
			at: iso(order.voided.at),
			by: personView(app, order.voided.by),
			reason: reasonView(app, "void-order", order.voided.reason),
		},
		voidHindered: hindrance(() => {
			const { standard } = app.standard.index;
			const reason = { code: standard.reasons["void-order"]?.[0]?.code ?? "" };
			decideVoid(order, states, { reason, approver: { person: "", means: "pin" }, standard });
		}),
		managers: managers(app),
	};
}

function paymentLine(app: App, order: OrderState, p: Payment): OrderView["payments"][number] {
	const { at, by, store: _, ...plain } = p;
	const back = order.payments.filter((other) => other.kind === "refund" && other.of === p.id);
	const leftFen = p.kind === "refund" ? 0 : p.amountFen - back.reduce((sum, b) => sum + b.amountFen, 0);
	return { ...plain, at: iso(at), by: personView(app, by), leftFen };
}

function handoverLine(app: App, h: OrderState["handovers"][number]): OrderView["handovers"][number] {
	const event = app.events.find(h.event);
	const told = (event && app.vault.open(event)) ?? {};
	return {
		id: h.id,
		at: iso(h.at),
		by: personView(app, h.by),
		jobs: h.jobs,
		to: h.to === "other" ? "other" : "customer",
		name: typeof told.name === "string" ? maskName(told.name) : "",
		phone: typeof told.phone === "string" ? maskPhone(told.phone) : "",
		slip: h.slip === "lost" ? "lost" : "shown",
		proof: h.proof,
		partial: h.partial,
		openFen: h.openFen,
	};
}
