/** Issuing a quote: built again from the choices at the version the screen saw, never from lines a screen sent. */
import { startClock, startClocks } from "../../../domain/job/clock-moves.ts";
import type { ClockMoves } from "../../../domain/job/events/clocks.ts";
import { approvalNeeds } from "../../../domain/job/inspect/choices.ts";
import { decideQuote, quoteClocks } from "../../../domain/job/inspect/quote.ts";
import type { Quote } from "../../../domain/quote/build.ts";
import { repairCeilingClock } from "../../../domain/warranty/work.ts";
import type { ParsedOf } from "../../../preload/contract/define.ts";
import type { quoteCalls } from "../../../preload/contract/quote.ts";
import type { By } from "../../router.ts";
import { type JobReader, move, type ReadJob } from "../job/job-reader.ts";
import { verifyApproval } from "../session/credentials.ts";
import { endOfValidity, linesFrom } from "./draft.ts";

/** The customer's clock starts; so does the law's ceiling for a warranty repair, counted from the day of receipt. */
function startsOf({ app }: JobReader, { job, store, item, province }: ReadJob, quote: Quote): ClockMoves["start"] {
	const { index } = app.standard;
	const { calendar, policies } = store;
	const starts = startClocks(index, ["E"], calendar, app.ports.clock.now(), policies.clockSet);
	const running = job.clocks.some((c) => c.clock === "J" && c.stoppedAt === null);
	if (!running && quote.lines.some((l) => l.payer === "brand")) {
		const code = repairCeilingClock(index.standard.provinces, province, item.category);
		const rule = index.clocks.get(code);
		const ceiling = rule && startClock(rule, calendar, job.receivedAt, policies.clockSet);
		if (ceiling) starts.push(ceiling);
	}
	return starts;
}

export async function issueQuote(reader: JobReader, by: By, input: ParsedOf<(typeof quoteCalls)["quote.issue"]>) {
	const { app } = reader;
	const approver = input.approval && (await verifyApproval(app, input.approval, "manager"));
	const found = reader.readAt(input);
	const { job, judged, store } = found;
	const { index } = app.standard;
	const isManager = by.roles.includes("manager");
	const quote = linesFrom(app, found, input.choices, approver?.person ?? by.person);
	const events = decideQuote(job, index, quote, {
		judged,
		needs: approvalNeeds({ index, judged }, input.choices),
		approved: isManager || approver !== undefined,
		validUntil: endOfValidity(app, input.validDays ?? store.policies.quoteValidDays),
		reason: input.reason,
		clocks: quoteClocks(job, quote.lines, startsOf(reader, found, quote)),
	});
	const quoteVersion = job.quotes.length + 1;
	return { ...move(app, by, job.id, events), quoteVersion };
}
