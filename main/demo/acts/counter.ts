/** The counter's acts in the story: taking a drop-off in, handing it over, calling afterwards. */
import { dateOn } from "../../../domain/clock/date.ts";
import type { IntakeDraft } from "../../../preload/contract/intake-draft.ts";
import { customers, type StaffKey } from "../cast.ts";
import type { CallPlan, ItemPlan, LeavePlan, OrderPlan, Received } from "../plan.ts";
import type { Shop } from "../shop.ts";
import type { Story } from "../time.ts";

type ItemDraft = IntakeDraft["items"][number];

/** What usually comes with a kind of thing. */
const usualPieces: Record<string, string[]> = {
	pair: ["left", "right"],
	bag: ["bag"],
	case: ["suitcase"],
	garment: ["garment"],
	wallet: ["wallet"],
	belt: ["belt"],
};
const shapes: Record<string, keyof typeof usualPieces> = {
	"hard-case": "case",
	"leather-jacket": "garment",
	"down-jacket": "garment",
	coat: "garment",
	wallet: "wallet",
	belt: "belt",
	handbag: "bag",
	"chain-bag": "bag",
	tote: "bag",
	backpack: "bag",
	briefcase: "bag",
};

export async function receive(shop: Shop, plan: OrderPlan, by: StaffKey): Promise<Received> {
	const { orderId, draft } = await shop.call(by, "intake.draft.start", {});
	const filled = await fillDraft(shop, plan, by, orderId, draft);
	await shop.call(by, "intake.draft.save", { orderId, draft: filled });
	const { number, jobs } = await shop.call(by, "intake.receive", { orderId, draft: filled });
	shop.customers.set(plan.who, filled.customer.knownId ?? filled.customer.subjectId);
	for (const [at, item] of plan.items.entries()) {
		const job = jobs[at];
		if (job) shop.items.set(item.again ?? item.picture, { itemId: job.itemId, jobId: job.jobId });
	}
	return { orderId, number, who: plan.who, jobs };
}

/** The draft as the counter's page would hold it when everything is in. */
export async function fillDraft(
	shop: Shop,
	plan: OrderPlan,
	by: StaffKey,
	orderId: string,
	draft: IntakeDraft,
): Promise<IntakeDraft> {
	const { name, phone, marketing } = customers[plan.who];
	const known = shop.customers.get(plan.who) ?? null;
	const items: ItemDraft[] = [];
	for (const [at, item] of plan.items.entries()) items.push(await itemDraft(shop, item, by, orderId, at));
	const picture = plan.sign ? await upload(shop, by, orderId, "signature", `signature-${plan.sign}.png`) : "";
	return {
		customer: {
			...draft.customer,
			knownId: known,
			phone: known ? "" : phone,
			name: known ? "" : shop.say(name),
			noPhone: phone === "",
			noName: shop.say(name) === "",
			notice: "screen",
			marketing: known ? null : marketing,
		},
		items,
		promisedOn: null,
		deposit: plan.deposit ? { amountFen: plan.deposit[0] * 100, method: plan.deposit[1], reference: "" } : null,
		signature: plan.sign === undefined ? null : plan.sign === 0 ? { how: "paper" } : { how: "screen", handle: picture },
	};
}

async function itemDraft(shop: Shop, plan: ItemPlan, by: StaffKey, orderId: string, at: number): Promise<ItemDraft> {
	const before = await upload(shop, by, orderId, "before", `${plan.picture}-${plan.whole ? "after" : "before"}.jpg`);
	const asked = {
		key: `i${at + 1}`,
		accessories: (plan.accessories ?? []).map((words) => shop.say(words)),
		words: plan.words ? shop.say(plan.words) : "",
		services: plan.services ?? [],
		agreed: plan.agreed ?? false,
		declaredValueFen: plan.worth === undefined ? null : plan.worth * 100,
		condition: (plan.marks ?? []).map(([zone, flaw], no) => ({
			key: `m${no + 1}`,
			zone,
			flaw,
			piece: null,
			photo: null,
		})),
		photos: [{ handle: before, piece: null }],
	};
	const known = plan.again ? shop.items.get(plan.again) : undefined;
	if (known) {
		const { item, pieces } = await shop.call(by, "item.record", { itemId: known.itemId });
		const { category, kind, brand, style, colour, size, materials } = item;
		return {
			...asked,
			...{ category, kind, brand, style, colour, size, materials },
			itemId: known.itemId,
			codes: [],
			pieces: pieces.map((piece) => ({ key: piece.id, kind: piece.kind })),
			purchase: null,
			reworkOf: plan.rework ? known.jobId : null,
		};
	}
	const thing = plan.thing;
	if (!thing) throw new Error(`demo: ${plan.picture} is nothing`);
	const kinds = [...(usualPieces[shapes[thing.kind] ?? "pair"] ?? []), ...(thing.pieces ?? [])];
	return {
		...asked,
		itemId: null,
		category: "",
		kind: thing.kind,
		brand: thing.brand,
		style: thing.style ?? "",
		colour: thing.colour,
		size: thing.size ?? "",
		materials: thing.materials ?? [],
		codes: thing.codes ?? [],
		pieces: kinds.map((kind, no) => ({ key: `p${no + 1}`, kind })),
		purchase: await purchase(shop, plan, by, orderId),
		reworkOf: null,
	};
}

async function purchase(shop: Shop, { bought }: ItemPlan, by: StaffKey, orderId: string) {
	if (!bought) return null;
	const { daysAgo, yuan, channel, proof, shop: where, picture } = bought;
	return {
		channel,
		shop: where ? shop.say(where) : "",
		boughtOn: dateOn(shop.times.dayBefore(shop.now(), daysAgo)),
		proof,
		orderNumber: "",
		priceFen: yuan * 100,
		proofs: picture ? [await upload(shop, by, orderId, "proof", "proof.jpg")] : [],
	};
}

type Role = "before" | "signature" | "proof" | "condition";

async function upload(shop: Shop, by: StaffKey, orderId: string, role: Role, file: string): Promise<string> {
	const { ticket } = await shop.call(by, "media.ticket", { orderId, role });
	return shop.send(ticket, file);
}

/** Hands over what the plan names; pays what is due for it. */
export async function handOver(shop: Shop, order: Received, plan: LeavePlan): Promise<void> {
	const by = plan.by ?? "zhou";
	const { orderId } = order;
	const view = await shop.call(by, "handover.open", { orderId });
	const wanted = plan.items?.map((at) => order.jobs[at]?.jobId);
	const leaving = view.jobs.filter((job) => !job.left && (wanted?.includes(job.jobId) ?? job.ready));
	const owed = view.jobs.filter((job) => job.left || leaving.includes(job)).reduce((sum, job) => sum + job.owedFen, 0);
	const due = Math.max(0, owed - view.money.paidFen - view.money.brandBilledFen);
	const { missing } = plan;
	const phone: string = customers[order.who].phone;
	const sent = plan.other;
	const signature = plan.sign
		? { how: "screen" as const, handle: await upload(shop, by, orderId, "signature", `signature-${plan.sign}.png`) }
		: { how: "paper" as const };
	await shop.call(by, "handover.complete", {
		handoverId: view.handoverId,
		orderId,
		version: view.version,
		jobs: leaving.map(({ jobId, version, pieces, oldParts }) => {
			const here = pieces.filter((piece) => !piece.gone);
			const lost = here.filter((piece) => missing?.kind === "*" || piece.kind === missing?.kind);
			return {
				jobId,
				version,
				pieces: here.filter((piece) => !lost.includes(piece)).map((piece) => piece.id),
				missing: lost.map((piece) => ({
					pieceId: piece.id,
					reason: missing?.reason ?? "",
					note: missing?.note ? shop.say(missing.note) : "",
				})),
				oldParts: oldParts === "none" ? null : oldParts === "wanted" ? ("returned" as const) : ("left" as const),
			};
		}),
		pickup: {
			to: sent ? "other" : "customer",
			name: sent ? shop.say(sent) : "",
			phone: "",
			slip: plan.lostSlip ? "lost" : "shown",
			proof: plan.lostSlip ?? null,
			phoneTail: plan.lostSlip ? phone.slice(-4) : "",
		},
		payments: due > 0 ? [{ method: plan.pay ?? "wechat", amountFen: due, reference: "" }] : [],
		signature,
		leaveOpen: false,
		...(plan.lostSlip || missing ? { approval: shop.approval } : {}),
	});
}

/** The call after the hand-over, for each job that waits for one. */
export async function callUp(shop: Shop, order: Received, plan: CallPlan): Promise<void> {
	for (const { jobId } of order.jobs) {
		const { stage, version } = await shop.call("zhou", "job.get", { jobId });
		if (stage !== "follow-up") continue;
		await shop.call("zhou", "followup.tick", {
			jobId,
			version,
			result: plan.result,
			score: plan.score ?? null,
			words: plan.words ? shop.say(plan.words) : "",
			nextOn: plan.again === undefined ? null : dateOn(shop.times.dayBefore(shop.now(), -plan.again)),
		});
	}
}

/** Comes in, and then everything the plan says of its leaving. */
export async function* leaveLater(shop: Shop, order: Received, plan: OrderPlan): Story {
	for (const leave of plan.leave ?? []) {
		yield shop.times.at(leave.at);
		await handOver(shop, order, leave);
	}
	for (const call of plan.calls ?? []) {
		yield shop.times.at(call.at);
		await callUp(shop, order, call);
	}
}
