/**
 * Which work is agreed while the quote is talked about again: what the customer accepted goes on until a newer version is
 * accepted or declined; what that version leaves out stands still until then, what it adds waits. Asked by the bench's
 * decisions, services and screens; decides nothing itself.
 */
import type { QuoteLine } from "../../quote/line.ts";
import { acceptedQuote, currentQuote, type JobState, type JobStep } from "../state.ts";

type Quoted = Pick<JobState, "stage" | "quotes">;

/** True at the bench, and while an agreed quote has a newer version that waits for its answer. */
export function mayWork(job: Quoted): boolean {
	return job.stage === "repair" || (job.stage === "quote" && acceptedQuote(job) !== undefined);
}

/** Whether these lines still ask for the step's operation, on its piece or on the whole item. */
function asks(lines: readonly Pick<QuoteLine, "code" | "pieceId">[], step: Pick<JobStep, "operation" | "pieceId">) {
	return lines.some(
		(line) => line.code === step.operation && (line.pieceId === undefined || line.pieceId === step.pieceId),
	);
}

/** A step the lines leave out: it stands still until the customer has answered. */
export function isLeftOut(
	lines: readonly Pick<QuoteLine, "code" | "pieceId">[],
	step: Pick<JobStep, "operation" | "pieceId" | "state">,
): boolean {
	return step.state !== "done" && !asks(lines, step);
}

/** A step that the version which waits for an answer leaves out. */
export function standsStill(job: Quoted, step: Pick<JobStep, "operation" | "pieceId" | "state">): boolean {
	const waiting = job.stage === "quote" ? currentQuote(job) : undefined;
	return waiting !== undefined && waiting.answer === null && isLeftOut(waiting.lines, step);
}

/** The steps still to be done that nothing keeps from being done. */
export function openWork(job: Quoted & Pick<JobState, "steps">): JobStep[] {
	return job.steps.filter((step) => step.state !== "done" && !standsStill(job, step));
}
