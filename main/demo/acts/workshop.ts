/** One item's way through the workshop in the story: inspection, quote, bench, quality control, shelf. */
import type { StaffKey } from "../cast.ts";
import type { AnswerPlan, ItemPlan, LookPlan, QuotePlan, Received } from "../plan.ts";
import type { Shop } from "../shop.ts";
import type { Story } from "../time.ts";
import { repair } from "./bench.ts";

/** Everything the plan says of one item, in its order, each at its moment. */
export async function* workOn(shop: Shop, order: Received, at: number, plan: ItemPlan): Story {
	const jobId = order.jobs[at]?.jobId ?? "";
	const { look, quotes = [], work } = plan;
	const put = (shelf: string) => shop.call("zhou", "shelf.put", { what: { jobIds: [jobId] }, shelf });
	if (plan.kept) await put(plan.kept);
	if (look) {
		yield shop.times.at(look.at);
		await inspect(shop, jobId, plan, look);
	}
	for (const [quote, answer] of quotes) {
		yield shop.times.at(quote.at);
		await issue(shop, jobId, quote);
		if (!answer) continue;
		yield shop.times.at(answer.at);
		await takeAnswer(shop, jobId, answer);
	}
	if (work) {
		yield shop.times.at(work.at);
		yield* repair(shop, jobId, plan, work);
		if (plan.qc === null) return;
		yield* control(shop, jobId, plan);
	}
	if (plan.shelf) await put(plan.shelf);
}

async function inspect(shop: Shop, jobId: string, plan: ItemPlan, look: LookPlan): Promise<void> {
	const by: StaffKey = look.by ?? "chen";
	const page = await shop.call(by, "job.get", { jobId });
	// A whole thing has its trouble somewhere else than its drawing, which shows what was repaired before.
	const drawn = plan.whole ? { x: 500, y: 500, close: false } : shop.spot(plan.picture);
	let { version } = await shop.call(by, "inspection.start", { jobId, version: page.version });
	const shown = page.photos.find((photo) => photo.role === "before")?.handle ?? "";
	for (const [no, finding] of look.found.entries()) {
		const { fault, component, severity = "major", evidence, material, measures, note, on } = finding;
		const [x, y] = finding.spot ?? (no === 0 ? [drawn.x, drawn.y] : [drawn.x - 130, drawn.y - 90]);
		const piece = page.pieces.find((p) => p.kind === on);
		const added = await shop.call(by, "inspection.addFinding", {
			jobId,
			version,
			finding: {
				fault,
				component,
				severity,
				evidence,
				...(material ? { material } : {}),
				...(measures ? { measures } : {}),
				...(piece ? { pieceId: piece.id } : {}),
				pins: [{ blob: shown, x, y }],
			},
			...(note ? { note: shop.say(note) } : {}),
		});
		version = added.version;
		if (no === 0 && drawn.close) {
			const { ticket } = await shop.call(by, "job.photo", { jobId, role: "finding" });
			const handle = await shop.send(ticket, `${plan.picture}-close.jpg`);
			const { findingId } = added;
			version = (await shop.call(by, "job.addPhotos", { jobId, photos: [handle], findingId })).version;
		}
		if (finding.decided === false) continue;
		version = await confirm(shop, jobId, added.findingId);
	}
	const { outcome } = look;
	if (outcome === null) return;
	await shop.call("chen", "inspection.decideOutcome", {
		jobId,
		version,
		outcome: outcome?.outcome ?? "repair",
		...(outcome ? { reason: { code: outcome.reason, ...(outcome.note ? { note: shop.say(outcome.note) } : {}) } } : {}),
		...(outcome?.yuan === undefined ? {} : { amountFen: outcome.yuan * 100 }),
		...(outcome ? { approval: shop.approval } : {}),
	});
}

/** The inspector agrees with what the rules propose; the manager looks, too, where they ask for a second pair of eyes. */
async function confirm(shop: Shop, jobId: string, findingId: string): Promise<number> {
	const { version, findings } = await shop.call("chen", "job.get", { jobId });
	const found = findings.find((f) => f.id === findingId);
	if (!found) throw new Error("demo: the finding is gone");
	const { cause, outcome, needs } = found.proposal;
	const decided = await shop.call("chen", "inspection.decideLiability", {
		jobId,
		version,
		findingId,
		cause,
		outcome,
		stopUseTold: needs.includes("stop-use-notice"),
		...(needs.includes("second-inspector") ? { second: shop.approval } : {}),
	});
	return decided.version;
}

async function issue(shop: Shop, jobId: string, plan: QuotePlan): Promise<void> {
	const { choices, version } = await shop.call("zhou", "quote.draft", { jobId });
	plan.choose?.(choices);
	const { approvals } = await shop.call("zhou", "quote.draft", { jobId, choices });
	await shop.call("zhou", "quote.issue", {
		jobId,
		version,
		choices,
		...(plan.reason ? { reason: plan.reason } : {}),
		...(approvals.length > 0 ? { approval: shop.approval } : {}),
	});
}

/** The channels as the centre calls them. */
const channels = { phone: ["门店电话", "Shop phone"], chat: ["微信", "WeChat"] } as const;

async function takeAnswer(shop: Shop, jobId: string, plan: AnswerPlan): Promise<void> {
	const { by, words } = plan;
	const send = async (what: "signature" | "answer", file: string) => {
		const { ticket } = await shop.call("zhou", "quote.ticket", { jobId, what });
		return shop.send(ticket, file);
	};
	const channel = by === "phone" || by === "chat" ? { channel: shop.say(channels[by]) } : {};
	const screenshot = by === "chat" ? { screenshot: await send("answer", `chat-${shop.language}.jpg`) } : {};
	const signature = by === "screen" ? { signature: await send("signature", "signature-1.png") } : {};
	const { version, quotes } = await shop.call("zhou", "job.get", { jobId });
	await shop.call("zhou", "quote.answer", {
		jobId,
		version,
		quoteVersion: quotes[0]?.version ?? 1,
		answer: plan.answer,
		means: by === "screen" ? "signature" : by,
		...channel,
		...screenshot,
		...signature,
		...(words ? { words: shop.say(words) } : {}),
		...(plan.reason ? { reason: { code: plan.reason } } : {}),
		...(plan.testFee ? { testFee: true } : {}),
		...(plan.oldParts ? { returnOldParts: true } : {}),
	});
}

/** Passes, once nothing cures any more; or fails first, goes back to the bench and passes the second time. */
async function* control(shop: Shop, jobId: string, plan: ItemPlan): Story {
	const { qc } = plan;
	if (qc?.at !== undefined) yield shop.times.at(qc.at);
	yield* untilCured(shop, jobId);
	if (qc?.fail) {
		const { version } = await shop.call("chen", "job.get", { jobId });
		const { points, redo } = await shop.call("chen", "qc.job", { jobId });
		const failed = points.find((point) => point.code !== "A13") ?? points[0];
		await shop.call("chen", "qc.fail", {
			jobId,
			version,
			points: points.map(({ code }) => ({ point: code, passed: code !== failed?.code })),
			reason: qc.fail.reason,
			words: shop.say(qc.fail.words),
			redo: redo.slice(0, 1).map(({ operation, pieceId }) => (pieceId ? { operation, pieceId } : { operation })),
		});
		if (!plan.work || qc.fail.stop) return;
		yield shop.times.later(shop.now(), 95);
		const { wait: _, trouble: __, ...again } = plan.work;
		yield* repair(shop, jobId, plan, { ...again, parts: [] });
		yield* untilCured(shop, jobId);
	}
	const { version } = await shop.call("chen", "job.get", { jobId });
	const { points } = await shop.call("chen", "qc.job", { jobId });
	await shop.call("chen", "qc.pass", {
		jobId,
		version,
		points: points.map(({ code }) => ({ point: code, passed: true })),
	});
}

async function* untilCured(shop: Shop, jobId: string): Story {
	const { curing } = await shop.call("chen", "bench.job", { jobId });
	const until = Math.max(shop.now(), ...curing.map((cure) => Date.parse(cure.untilAt)));
	yield shop.times.later(shop.times.open(until), 25);
}
