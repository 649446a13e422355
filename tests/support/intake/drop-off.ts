/** Drafts of drop-offs for suites: complete unless a test says otherwise. */
import type { IntakeDraft, ItemDraft } from "../../../preload/contract/intake-draft.ts";
import type { Workstation } from "../memory-workstation.ts";

/** A pair of shoes with an opening sole. */
export function shoesDraft(more: Partial<ItemDraft> = {}): ItemDraft {
	return {
		key: "i1",
		itemId: null,
		category: "shoes",
		kind: "dress-shoe",
		brand: "百丽",
		style: "",
		colour: "black",
		size: "245",
		materials: [],
		codes: [],
		pieces: [
			{ key: "p1", kind: "left" },
			{ key: "p2", kind: "right" },
		],
		accessories: [],
		purchase: null,
		words: "前掌开胶",
		services: [],
		agreed: false,
		declaredValueFen: null,
		condition: [],
		photos: [],
		reworkOf: null,
		...more,
	};
}

/** Starts a draft and fills it. */
export async function draftOf(
	ws: Workstation,
	items: ItemDraft[] = [shoesDraft()],
	more: Partial<Omit<IntakeDraft, "customer" | "items">> & { customer?: Partial<IntakeDraft["customer"]> } = {},
): Promise<{ orderId: string; draft: IntakeDraft }> {
	const { orderId, draft } = await ws.call("intake.draft.start", {});
	const customer = { ...draft.customer, phone: "138 1234 5678", name: "张晓雯", ...more.customer };
	const filled: IntakeDraft = { ...draft, items, ...more, customer };
	await ws.call("intake.draft.save", { orderId, draft: filled });
	return { orderId, draft: filled };
}

/** A tiny JPEG by its first bytes. */
export const jpeg = (mark = 0) => Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 6, 0, 8, 1, 1, 17, 0, mark]);

/** Uploads a picture for a draft or order. */
export async function upload(
	ws: Workstation,
	orderId: string,
	role: "before" | "condition" | "proof" | "signature",
	mark = 0,
) {
	const { ticket } = await ws.call("media.ticket", { orderId, role });
	const answer = await ws.core.acceptMedia(ticket, jpeg(mark), { host: "memory", client: "test" });
	if (!answer.ok) throw new Error(answer.error.message);
	return answer.value.handle;
}
