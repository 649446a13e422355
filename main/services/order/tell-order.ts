/** What a history says of an order's own events, its items' and its customer's. Undefined for any other. */

import type { CustomerState } from "../../../domain/customer/customer.ts";
import type { JsonObject, WeltEvent } from "../../../domain/event/event.ts";
import { maskName, maskPhone } from "../../../domain/mask/mask.ts";
import type { TimelineValue } from "../../../preload/contract/timeline.ts";
import type { Teller } from "./teller.ts";

type Values = Record<string, TimelineValue>;

export function tellOrder(t: Teller, event: WeltEvent, opened: JsonObject): Values | undefined {
	const b = event.body;
	switch (event.type) {
		case "order.opened":
			return { number: t.text(b.number), count: t.number((b.jobs as string[]).length), promised: t.at(b.promisedAt) };
		case "order.paper_printed":
			return { paper: t.code("paper", b.paper), again: t.code("again", b.reprint) };
		case "order.signed":
			return { what: t.code("signed", b.what), how: t.code("how", b.how) };
		case "order.paid":
			return { kind: t.code("paid", b.kind), method: t.code("method", b.method), amount: t.fen(b.amountFen) };
		case "order.refunded":
			return { method: t.code("method", b.method), amount: t.fen(b.amountFen) };
		case "order.renumbered":
			return { was: t.text(b.was), now: t.text(b.number) };
		case "order.handed_over":
			return handedOver(t, b, opened);
		case "order.noted":
			return { about: t.code("about", b.about) };
		case "subject.noticed":
			return { how: t.code("notice", b.how) };
		case "subject.consented":
			return { marketing: t.code("marketing", b.marketing) };
		case "subject.viewed":
			return { field: t.code("told", b.field) };
		case "subject.lent":
			return { to: t.text(b.name) };
		case "subject.registered":
		case "subject.set":
			return { has: told(b.has as CustomerState["has"], t) };
		case "item.registered":
			return { what: t.itemKind(String(b.kind)), style: t.text(b.style) };
		case "item.code_added":
			return { kind: t.code("code", b.kind), value: t.text(b.value) };
		case "item.piece_added":
			return { piece: t.pieces([String(b.kind)]) };
		case "item.purchase_recorded":
			return {
				channel: t.word(t.vocab.channels, String(b.channel)),
				proof: t.word(t.vocab.proofKinds, String(b.proof)),
				on: b.boughtOn ? { on: String(b.boughtOn) } : t.text(null),
			};
		case "item.refusal_appealed":
			return { decision: t.code("appeal", b.decision) };
		default:
			return undefined;
	}
}

function handedOver(t: Teller, b: JsonObject, opened: JsonObject): Values {
	const name = typeof opened.name === "string" ? maskName(opened.name) : "";
	const phone = typeof opened.phone === "string" ? maskPhone(opened.phone) : "";
	return {
		count: t.number((b.jobs as string[]).length),
		to: name ? { text: [name, phone].filter((s) => s !== "").join(" ") } : t.code("to", b.to),
		proof: t.code("proof", b.proof),
		left: typeof b.openFen === "number" ? t.fen(b.openFen) : t.code("left", "none"),
	};
}

/** Which data are known, never what they say. */
function told(has: CustomerState["has"], t: Teller): TimelineValue {
	const fields = (["name", "phone", "address"] as const).filter((field) => has[field]);
	return t.code("has", fields.length > 0 ? fields.join("-") : "nothing");
}
