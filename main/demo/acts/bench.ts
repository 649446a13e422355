/** The bench in the story: every step takes its standard time, glue cures, parts are booked, pictures are taken. */
import type { ItemPlan, WorkPlan } from "../plan.ts";
import type { Shop } from "../shop.ts";
import type { Story } from "../time.ts";

/** Does the open steps one after another; where the plan waits for good, it stops there. */
export async function* repair(shop: Shop, jobId: string, plan: ItemPlan, work: WorkPlan): Story {
	const { by } = work;
	await shop.call(by, "bench.take", { jobId, version: await shop.version(jobId) });
	for (const [part, milli] of work.parts ?? []) {
		const { parts } = await shop.call(by, "bench.job", { jobId });
		const operation = parts.suggested.find((each) => each.part === part)?.operation;
		const version = await shop.version(jobId);
		await shop.call(by, "bench.usePart", { jobId, version, part, milli, ...(operation ? { operation } : {}) });
	}
	for (let done = 0; ; done++) {
		const { steps } = await shop.call(by, "bench.job", { jobId });
		const open = steps.filter((step) => step.state !== "done");
		const [step] = open;
		if (!step) return;
		const free = Math.max(shop.now(), ...steps.map((s) => (s.cureUntilAt ? Date.parse(s.cureUntilAt) : 0)));
		if (step.hindered?.why === "still-curing") yield shop.times.later(shop.times.open(free), 4 + (done % 3) * 7);
		const stepId = step.id;
		await shop.call(by, "bench.startStep", { jobId, version: await shop.version(jobId), stepId });
		if (work.wait?.before === done) {
			yield shop.times.later(shop.now(), 3);
			const { reason, until } = work.wait;
			await shop.call(by, "bench.pauseStep", { jobId, version: await shop.version(jobId), stepId, reason });
			if (until === undefined) return;
			yield shop.times.at(until);
			await shop.call(by, "bench.startStep", { jobId, version: await shop.version(jobId), stepId });
		}
		if (work.trouble?.at === done) {
			const { reason, words } = work.trouble;
			const version = await shop.version(jobId);
			await shop.call(by, "bench.trouble", { jobId, version, reason, stepId, words: shop.say(words), stop: false });
		}
		yield shop.times.later(shop.now(), Math.max(2, step.minutes));
		if (open.length === 1) await photograph(shop, jobId, plan, work);
		await shop.call(by, "bench.finishStep", { jobId, version: await shop.version(jobId), stepId, next: false });
		yield shop.times.later(shop.now(), 1);
	}
}

async function photograph(shop: Shop, jobId: string, plan: ItemPlan, { by }: WorkPlan): Promise<void> {
	const { ticket } = await shop.call(by, "bench.photoTicket", { jobId, role: "after" });
	const handle = await shop.send(ticket, `${plan.picture}-after.jpg`);
	await shop.call(by, "bench.addPhoto", { jobId, handle });
}
