/** A draft as its page opens it again: what is gone by now is left out, the known customer is masked. */
import { Refusal } from "../../../domain/errors.ts";
import type { OutputOf } from "../../../preload/contract/define.ts";
import type { intakeCalls } from "../../../preload/contract/intake.ts";
import type { IntakeDraft } from "../../../preload/contract/intake-draft.ts";
import type { App } from "../../app.ts";
import { findMasked } from "../customer/masked.ts";
import { getDraft } from "./drafts.ts";

export function loadDraft(app: App, orderId: string): OutputOf<(typeof intakeCalls)["intake.draft.load"]> {
	const { draft, savedAt } = getDraft(app, orderId);
	const { knownId } = draft.customer;
	return {
		draft: withoutGone(draft, (handle) => isThere(app, handle)),
		savedAt: new Date(savedAt).toISOString(),
		customer: (knownId !== null && findMasked(app, knownId)) || null,
	};
}

function isThere(app: App, handle: string): boolean {
	try {
		app.blobs.ref(handle);
		return true;
	} catch (error) {
		if (error instanceof Refusal) return false;
		throw error;
	}
}

function withoutGone(draft: IntakeDraft, there: (handle: string) => boolean): IntakeDraft {
	const { signature } = draft;
	return {
		...draft,
		signature: signature?.how === "screen" && !there(signature.handle) ? null : signature,
		items: draft.items.map((item) => ({
			...item,
			photos: item.photos.filter(({ handle }) => there(handle)),
			condition: item.condition.map((mark) => ({
				...mark,
				photo: mark.photo !== null && there(mark.photo) ? mark.photo : null,
			})),
			purchase: item.purchase && { ...item.purchase, proofs: item.purchase.proofs.filter(there) },
		})),
	};
}
