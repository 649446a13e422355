/** The whole story of the demo workshop: every order as its own thread, and one drop-off nobody finished typing. */
import { fillDraft, leaveLater, receive } from "../acts/counter.ts";
import { workOn } from "../acts/workshop.ts";
import type { OrderPlan, Received } from "../plan.ts";
import type { Shop } from "../shop.ts";
import type { Story } from "../time.ts";
import { firstWeeks } from "./first-weeks.ts";
import { lastDays } from "./last-days.ts";
import { lastWeeks } from "./last-weeks.ts";
import { middleWeeks } from "./middle-weeks.ts";
import { underWay } from "./under-way.ts";

/** Still in our hands today. */
const inHand: readonly OrderPlan[] = [...underWay, ...lastDays];
export const orders: readonly OrderPlan[] = [...firstWeeks, ...middleWeeks, ...lastWeeks, ...inHand];

/** One order: it comes in, then its items, its leaving and its turns go on side by side. */
async function* tell(shop: Shop, plan: OrderPlan): Story {
	yield shop.times.at(plan.at);
	const order = await receive(shop, plan, plan.by ?? "zhou");
	await paper(shop, plan, order);
	yield* sideBySide([
		...plan.items.map((item, at) => workOn(shop, order, at, item)),
		leaveLater(shop, order, plan),
		...(plan.more ? [plan.more(shop, order)] : []),
	]);
}

async function paper(shop: Shop, plan: OrderPlan, { orderId }: Received): Promise<void> {
	// Slips of weeks ago are in customers' drawers; today's may be asked for.
	if (inHand.includes(plan)) await shop.call("zhou", "print.paper", { orderId, paper: "slip" });
	if (plan.fresh) await shop.call("zhou", "print.labels", { orderId });
}

/** Several threads as one: always goes on with the one whose moment is next. */
async function* sideBySide(stories: readonly Story[]): Story {
	const waiting: { at: number; story: Story }[] = [];
	const go = async (story: Story) => {
		const next = await story.next();
		if (!next.done) waiting.push({ at: next.value, story });
	};
	for (const story of stories) await go(story);
	for (;;) {
		waiting.sort((a, b) => a.at - b.at);
		const first = waiting.shift();
		if (!first) return;
		yield first.at;
		await go(first.story);
	}
}

/** A customer is at the counter right now; the clerk was called away. */
async function* unfinished(shop: Shop): Story {
	yield shop.times.at(9);
	const { orderId, draft } = await shop.call("zhou", "intake.draft.start", {});
	const plan: OrderPlan = {
		at: 9,
		who: "zhao",
		items: [
			{
				picture: "heel-red",
				again: "heel-red",
				words: ["右鞋跟面又磨没了", "Top-piece of the right shoe is worn again"],
			},
		],
	};
	await shop.call("zhou", "intake.draft.save", { orderId, draft: await fillDraft(shop, plan, "zhou", orderId, draft) });
}

export const stories = (shop: Shop): Story[] => [...orders.map((plan) => tell(shop, plan)), unfinished(shop)];
