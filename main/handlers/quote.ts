/** Answers `quote.*`. */
import type { quoteCalls } from "../../preload/contract/quote.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { createJobReader } from "../services/job/job-reader.ts";
import { answerQuote, answerTicket } from "../services/quote/answer.ts";
import { draftQuote } from "../services/quote/draft.ts";
import { issueQuote } from "../services/quote/issue.ts";

export function quoteHandlers(app: App): HandlersFor<typeof quoteCalls> {
	const reader = createJobReader(app);
	return {
		"quote.draft": (input) => draftQuote(reader, input),
		"quote.issue": (input, { by }) => issueQuote(reader, by, input),
		"quote.ticket": (input) => answerTicket(app, input),
		"quote.answer": (input, { by }) => answerQuote(reader, by, input),
	};
}
