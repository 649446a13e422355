/**
 * The customer's yes or no to a quote, as an event of the archive's own chain: decided by the same rule as at the counter,
 * on the same base, once per version. Whoever decided elsewhere meanwhile makes a conflict that the fold shows.
 */

import { defaultCalendar } from "../../../domain/clock/calendar.ts";
import { Refusal } from "../../../domain/errors.ts";
import { repairClockCode, startClocks } from "../../../domain/job/clock-moves.ts";
import { type Answer, answerClocks, decideAnswer } from "../../../domain/job/inspect/answer.ts";
import { currentQuote } from "../../../domain/job/state.ts";
import type { StandardIndex } from "../../../domain/standard/lookup.ts";
import { defaultPolicies } from "../../../domain/store/store.ts";
import type { Archive } from "../archive.ts";
import { lockArchiveChain, writeAsArchive } from "../gate/archive-chain.ts";
import { allBrands, type FoundJob, type FoundOrder, findOrder } from "./find.ts";

export type PageAnswer = {
	jobId: string;
	/** The event of the version the customer looked at. */
	quote: string;
	answer: "accepted" | "declined";
	/** Coded; declining needs one. */
	reason?: string | undefined;
	returnOldParts: boolean;
};

/** `changed` another version or stage than the one looked at · `answered` before · `expired` · `reason` none was chosen. */
export type PageRefusal = "changed" | "answered" | "expired" | "reason";

/** Undefined when it was written, or was the same answer once more. */
export async function answerOnPage(
	archive: Archive,
	index: StandardIndex,
	token: string,
	given: PageAnswer,
): Promise<PageRefusal | undefined> {
	const brands = await archive.sql.transaction([], allBrands);
	const done = await archive.sql.transaction(brands, async (tx) => {
		const before = await findOrder(tx, token);
		if (!before) return { refused: "changed" as const };
		const chain = await lockArchiveChain(tx, before.store);
		// Read again behind the lock: another tap on the same button may have come first.
		const order = (await findOrder(tx, token)) ?? before;
		const found = order.jobs.find(({ job }) => job.id === given.jobId);
		const quote = found && currentQuote(found.job);
		if (!found || quote?.event !== given.quote) return { refused: "changed" as const };
		if (quote.answer) return { refused: quote.answer.answer === given.answer ? undefined : ("answered" as const) };
		const decided = decide(archive, index, order, found, given);
		if (typeof decided === "string") return { refused: decided };
		let n = 0;
		for (const event of decided)
			n = await writeAsArchive(archive, tx, chain, event, { seen: found.events, house: order.house });
		return { refused: undefined, grew: { feed: `store:${order.store}`, n } };
	});
	if (done.grew) {
		archive.grew(done.grew.feed, done.grew.n);
		archive.log.info("page.answered", { answer: given.answer });
	}
	return done.refused;
}

const refusals: Record<string, PageRefusal> = {
	"quote.expired": "expired",
	"quote.answered-already": "answered",
	"quote.decline-reason-needed": "reason",
	"standard.unknown-reason": "reason",
};

function decide(archive: Archive, index: StandardIndex, order: FoundOrder, { job }: FoundJob, given: PageAnswer) {
	const now = archive.clock.now();
	const calendar = order.centre?.calendar ?? defaultCalendar;
	const policies = order.centre?.policies ?? defaultPolicies;
	const quote = currentQuote(job);
	const work = (quote?.lines ?? []).filter(({ code }) => index.operations.has(code)).map(({ code }) => code);
	const start = startClocks(
		index,
		[repairClockCode(index, work)],
		calendar,
		now,
		index.promises?.clockSet ?? policies.clockSet,
	);
	const answer: Answer = {
		quoteVersion: quote?.version ?? 0,
		answer: given.answer,
		means: "page",
		reason: given.reason ? { code: given.reason } : undefined,
		// A fee the page didn't show can't be charged by a tap on it; the counter may still agree on one.
		testFee: false,
		returnOldParts: given.returnOldParts,
	};
	try {
		return decideAnswer(job, answer, {
			...{ index, now, province: order.centre?.province ?? "", testFeeFen: policies.testFeeFen, hasSignature: false },
			newId: archive.ids.uuid,
			clocks: answerClocks(job, given.answer, start, []),
		});
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return refusals[error.reason] ?? ("changed" as const);
	}
}
