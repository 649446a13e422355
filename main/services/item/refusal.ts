/** Turning an item of a draft away, and looking at that again. A manager's approval is checked before anything is written. */
import { decideTold } from "../../../domain/customer/decide-told.ts";
import { readPhone } from "../../../domain/customer/phone.ts";
import { refuse } from "../../../domain/errors.ts";
import type { NewEvent } from "../../../domain/event/event.ts";
import { decideAppeal, decideRefuse } from "../../../domain/item/decide-refuse.ts";
import { itemEvents } from "../../../domain/item/item.ts";
import type { ParsedOf } from "../../../preload/contract/define.ts";
import type { CustomerDraft, ItemDraft } from "../../../preload/contract/intake-draft.ts";
import type { itemCalls } from "../../../preload/contract/item.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { getDraft } from "../intake/drafts.ts";
import { fieldsOf } from "../intake/receipt/bring.ts";
import { verifyApproval } from "../session/credentials.ts";

type In<K extends keyof typeof itemCalls> = ParsedOf<(typeof itemCalls)[K]>;

export async function refuseItem(app: App, by: By, input: In<"item.refuse">) {
	const { draft } = getDraft(app, input.orderId);
	const approver =
		(input.approval && (await verifyApproval(app, input.approval, "manager"))) ??
		(by.roles.includes("manager") ? { person: by.person, means: "pin" as const } : undefined);
	const { customer } = draft;
	const subjectId = customer.knownId ?? customer.subjectId;
	const known = input.itemId === null ? undefined : app.states.get("item", input.itemId).state;
	const brought = draft.items.find((item) => item.key === input.key);
	if (!known && !brought) refuse("not-found", "intake.no-such-item");
	const itemId = known?.id ?? app.ports.ids.uuid();
	const { reason, note } = input;
	const refusal = decideRefuse(itemId, { reason, note, approver }, app.standard.index, `subject:${subjectId}`);
	app.log.transact(() => {
		app.log.append(by.person, whoWasTold(app, subjectId, customer));
		if (!known && brought) app.log.append(by.person, [registered(app, itemId, brought)]);
		app.log.append(by.person, [refusal]);
	});
	return { itemId, version: app.states.get("item", itemId).version };
}

/** The refusal needs somebody it was told to, also without phone or name. */
function whoWasTold(app: App, subjectId: string, told: CustomerDraft): NewEvent[] {
	if (app.states.find("subject", subjectId)) return [];
	const phone = readPhone(told.phone) ?? "";
	if (phone !== "") app.keys.setPhone(subjectId, app.vault.phoneHash(phone));
	return decideTold(
		subjectId,
		{ name: told.name, phone, under14: told.under14, notice: null, marketing: null },
		undefined,
	);
}

/** Also something that is no goods of this trade gets a record, so that the refusal can be looked up and appealed. */
function registered(app: App, itemId: string, draft: ItemDraft): NewEvent {
	const pieces = draft.pieces.map(({ kind }) => ({ id: app.ports.ids.uuid(), kind }));
	const fields = fieldsOf(app, draft);
	return itemEvents["item.registered"].make(`item:${itemId}`, {
		...fields,
		category: fields.category || "other",
		pieces: pieces.length > 0 ? pieces : [{ id: app.ports.ids.uuid(), kind: "spare-part" }],
		codes: draft.codes,
	});
}

export async function appealRefusal(app: App, by: By, input: In<"item.appeal">) {
	const approver = await verifyApproval(app, input.approval, "manager");
	const { state } = app.states.getAt("item", input.itemId, input.version);
	const { refusal, decision, note } = input;
	const kid = app.events.find(refusal)?.refs[0] ?? refuse("not-found", "item.unknown-refusal");
	app.log.append(by.person, [decideAppeal(state, { refusal, decision, note, approver }, kid)]);
	return { itemId: state.id, version: app.states.get("item", state.id).version };
}
