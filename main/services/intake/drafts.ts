/**
 * Unfinished drop-offs, sealed with the workstation's key: they survive lock, switch and crash, and are facts of
 * nothing until they are received. Called by the intake's calls, the counter's home and refusals.
 */
import type { DraftRow } from "../../../db/queries/local.ts";
import { refuse } from "../../../domain/errors.ts";
import { type IntakeDraft, intakeDraft } from "../../../preload/contract/intake-draft.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";

export const draftKind = "intake";

export type StoredDraft = { draft: IntakeDraft; savedAt: number; savedBy: string };

const seals = (orderId: string) => `intake:${orderId}`;

function open(app: App, row: DraftRow): StoredDraft | undefined {
	const raw = app.vault.openLocal(seals(row.id), row.sealed);
	const parsed = intakeDraft.safeParse(raw);
	return parsed.success ? { draft: parsed.data, savedAt: row.saved_at, savedBy: row.person_id } : undefined;
}

export function findDraft(app: App, orderId: string): StoredDraft | undefined {
	const row = app.local.findDraft(orderId);
	return row?.kind === draftKind ? open(app, row) : undefined;
}

export function getDraft(app: App, orderId: string): StoredDraft {
	return findDraft(app, orderId) ?? refuse("not-found", "intake.no-draft");
}

/** Newest first. */
export function listDrafts(app: App): (StoredDraft & { orderId: string })[] {
	return app.local.listDrafts(draftKind).flatMap((row) => {
		const stored = open(app, row);
		return stored ? [{ orderId: row.id, ...stored }] : [];
	});
}

/** True when nothing was put into it yet. */
export function isBlank({ customer, items }: IntakeDraft): boolean {
	const told = customer.knownId ?? (customer.phone || customer.name || customer.noPhone || customer.noName);
	return items.length === 0 && !told;
}

/** The untouched draft this person already has, or a fresh one with its ids. */
export function startDraft(app: App, by: By): { orderId: string; draft: IntakeDraft } {
	const untouched = listDrafts(app).find((d) => d.savedBy === by.person && isBlank(d.draft));
	if (untouched) return { orderId: untouched.orderId, draft: untouched.draft };
	const orderId = app.ports.ids.uuid();
	const draft: IntakeDraft = {
		customer: {
			subjectId: app.ports.ids.uuid(),
			knownId: null,
			phone: "",
			name: "",
			noPhone: false,
			noName: false,
			under14: false,
			// The counter's page shows the notice while the data is asked for.
			notice: "screen",
			marketing: null,
		},
		items: [],
		promisedOn: null,
		deposit: null,
		signature: null,
	};
	put(app, by, orderId, draft);
	return { orderId, draft };
}

function put(app: App, by: By, orderId: string, draft: IntakeDraft): number {
	const saved_at = app.ports.clock.now();
	const sealed = app.vault.sealLocal(seals(orderId), draft);
	app.local.putDraft({ id: orderId, kind: draftKind, person_id: by.person, saved_at, sealed });
	return saved_at;
}

/** Refuses to bring a received or discarded drop-off back to life, or to change whose draft it is. */
export function saveDraft(app: App, by: By, orderId: string, draft: IntakeDraft): number {
	if (app.states.find("order", orderId)) refuse("conflict", "intake.received-already");
	const before = getDraft(app, orderId).draft;
	if (before.customer.subjectId !== draft.customer.subjectId) refuse("invalid-input", "intake.other-customer");
	return put(app, by, orderId, draft);
}

/** The draft goes, and with its keys every picture taken for it. */
export function discardDraft(app: App, orderId: string): void {
	if (app.states.find("order", orderId)) refuse("conflict", "intake.received-already");
	const { draft } = getDraft(app, orderId);
	app.log.transact(() => {
		app.local.removeDraft(orderId);
		app.vault.destroy(`order:${orderId}`);
		forgetNobody(app, draft.customer.subjectId);
	});
}

/** Inside the transaction that erases a customer: no unfinished drop-off of theirs stays. */
export function forgetDraftsOf(app: App, subjectId: string): void {
	for (const { orderId, draft } of listDrafts(app)) {
		const { subjectId: own, knownId } = draft.customer;
		if (subjectId !== own && subjectId !== knownId) continue;
		app.local.removeDraft(orderId);
		// An order's draft outlives its receipt by a moment: then the key locks an order's pictures.
		if (!app.log.state(`order:${orderId}`)) app.vault.destroy(`order:${orderId}`);
	}
}

/** Destroys the key of somebody who never became a customer. */
export function forgetNobody(app: App, subjectId: string): void {
	if (!app.log.state(`subject:${subjectId}`)) app.vault.destroy(`subject:${subjectId}`);
}
