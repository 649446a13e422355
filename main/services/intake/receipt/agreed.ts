/** Quotes and accepts what was agreed at the counter, with the same rules as any other quote and answer. */

import { addDays } from "../../../../domain/clock/date.ts";
import { endOfDay, localDay } from "../../../../domain/clock/zone.ts";
import type { NewEvent } from "../../../../domain/event/event.ts";
import { repairClockCode, startClocks } from "../../../../domain/job/clock-moves.ts";
import { answerClocks, decideAnswer } from "../../../../domain/job/inspect/answer.ts";
import { decideQuote, quoteClocks } from "../../../../domain/job/inspect/quote.ts";
import { decideAgreed, listQuote } from "../../../../domain/job/receive/agreed.ts";
import type { JobState } from "../../../../domain/job/state.ts";
import type { StoreState } from "../../../../domain/store/store.ts";
import type { App } from "../../../app.ts";

/** Call inside the transaction that received the job. `append` writes events of that transaction. */
export function acceptAtIntake(
	app: App,
	store: StoreState,
	jobId: string,
	append: (events: readonly NewEvent[]) => void,
): void {
	const { index } = app.standard;
	const now = app.ports.clock.now();
	const { calendar, policies } = store;
	append([decideAgreed(read(app, jobId))]);
	const decided = read(app, jobId);
	const quote = listQuote(index, decided.services, store.province, app.ports.ids.uuid);
	const lastDay = addDays(localDay(now, calendar.zone), policies.quoteValidDays);
	append(
		decideQuote(decided, index, quote, {
			judged: [],
			needs: [],
			approved: false,
			validUntil: endOfDay(lastDay, calendar.zone) - 1,
			clocks: quoteClocks(decided, quote.lines, undefined),
		}),
	);
	const quoted = read(app, jobId);
	const repair = startClocks(index, [repairClockCode(index, quoted.services)], calendar, now, policies.clockSet);
	append(
		decideAnswer(
			quoted,
			{ quoteVersion: 1, answer: "accepted", means: "at-intake", testFee: false, returnOldParts: false },
			{
				index,
				province: store.province,
				testFeeFen: policies.testFeeFen,
				now,
				hasSignature: false,
				newId: app.ports.ids.uuid,
				clocks: answerClocks(quoted, "accepted", repair, []),
			},
		),
	);
}

/** Through the writing connection: the transaction's own events count. */
function read(app: App, jobId: string): JobState {
	const found = app.log.state<JobState>(`job:${jobId}`);
	if (!found) throw new TypeError("job received in another transaction");
	return found.state;
}
