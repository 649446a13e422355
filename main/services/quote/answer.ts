/** The customer's answer, with the trace it leaves: a signature, words and a screenshot, or a paper that was signed. */
import { refuse } from "../../../domain/errors.ts";
import type { BlobRef, NewEvent } from "../../../domain/event/event.ts";
import { repairClockCode, startClocks } from "../../../domain/job/clock-moves.ts";
import { type Answer, answerClocks, decideAnswer } from "../../../domain/job/inspect/answer.ts";
import { currentQuote, type JobState } from "../../../domain/job/state.ts";
import { orderEvents } from "../../../domain/order/order.ts";
import type { ParsedOf } from "../../../preload/contract/define.ts";
import type { quoteCalls } from "../../../preload/contract/quote.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { type JobReader, move, type ReadJob } from "../job/job-reader.ts";

type Calls = typeof quoteCalls;

/** Signature and screenshot are the customer's: kept under their key, not the order's. */
export function answerTicket(app: App, input: ParsedOf<Calls["quote.ticket"]>) {
	const { state: job } = app.states.get("job", input.jobId);
	if (job.stage !== "quote") refuse("rule-broken", "job.wrong-stage", { stage: job.stage });
	return { ticket: app.media.ticket(`subject:${job.subject}`, input.what) };
}

/** A picture sent for this customer in this role, not for anybody else or anything else. */
function ownPicture(app: App, job: JobState, handle: string | undefined, role: string): BlobRef | undefined {
	if (handle === undefined) return undefined;
	const ref = app.blobs.ref(handle);
	if (ref.kid !== `subject:${job.subject}` || ref.role !== role) refuse("rule-broken", "quote.picture-not-theirs");
	return ref;
}

function signedEvent(job: JobState, means: Answer["means"], signature: BlobRef | undefined): NewEvent[] {
	if (means !== "signature" && means !== "paper") return [];
	const body = { what: "quote", how: signature ? "screen" : "paper", job: job.id } as const;
	return [
		orderEvents["order.signed"].make(`order:${job.order}`, body, {
			refs: [`job:${job.id}`],
			...(signature ? { blobs: [signature] } : {}),
		}),
	];
}

function clocksOf(app: App, { job, store }: ReadJob, answer: Answer["answer"]) {
	const { index } = app.standard;
	const { calendar, policies } = store;
	const work = (currentQuote(job)?.lines ?? []).filter((l) => index.operations.has(l.code)).map((l) => l.code);
	const start = (code: string) => startClocks(index, [code], calendar, app.ports.clock.now(), policies.clockSet);
	return answerClocks(job, answer, start(repairClockCode(index, work)), start("D"));
}

export function answerQuote({ app, readAt }: JobReader, by: By, input: ParsedOf<Calls["quote.answer"]>) {
	const found = readAt(input);
	const { job, store } = found;
	const signature = ownPicture(app, job, input.means === "signature" ? input.signature : undefined, "signature");
	const screenshot = ownPicture(app, job, input.screenshot, "answer");
	const given: Answer = {
		quoteVersion: input.quoteVersion,
		answer: input.answer,
		means: input.means,
		channel: input.channel,
		words: input.words,
		reason: input.reason,
		testFee: input.testFee ?? false,
		returnOldParts: input.returnOldParts ?? false,
	};
	const events = decideAnswer(job, given, {
		index: app.standard.index,
		province: store.province,
		testFeeFen: store.policies.testFeeFen,
		now: app.ports.clock.now(),
		screenshot,
		hasSignature: signature !== undefined,
		newId: app.ports.ids.uuid,
		clocks: clocksOf(app, found, input.answer),
	});
	return move(app, by, job.id, [...events, ...signedEvent(job, input.means, signature)]);
}
