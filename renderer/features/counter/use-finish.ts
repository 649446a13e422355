/** Finishing a drop-off: received first, then slip and labels without a dialog. A printer in trouble undoes nothing. */

import type { AppError } from "../../../domain/errors.ts";
import type { IntakeDraft } from "../../../preload/contract/intake-draft.ts";
import { type CallOutput, call } from "../../app/client.ts";
import { asAppError } from "../../app/failure.ts";
import { sendIfTaken } from "../../components/paper/use-sent-papers.ts";

export type Outcome<T> = { ok: true; value: T } | { ok: false; error: AppError };
export type Finished = {
	received: CallOutput<"intake.receive">;
	/** The slip to look at; undefined when it went straight to a printer. */
	slip: Outcome<CallOutput<"print.paper">> | undefined;
	/** The printer the slip went to by itself. */
	sentTo: string | undefined;
	labels: Outcome<CallOutput<"print.labels">>;
};

async function outcome<T>(work: Promise<T>): Promise<Outcome<T>> {
	try {
		return { ok: true, value: await work };
	} catch (thrown) {
		return { ok: false, error: asAppError(thrown) };
	}
}

export const printSlip = (orderId: string) => outcome(call("print.paper", { orderId, paper: "slip" }));

/** To the printer that takes slips; a slip that can't go there is shown instead. */
async function sendSlip(orderId: string): Promise<Pick<Finished, "slip" | "sentTo">> {
	const sent = await outcome(sendIfTaken({ orderId, paper: "slip" }));
	if (!sent.ok || sent.value === undefined) return { slip: await printSlip(orderId), sentTo: undefined };
	return { slip: undefined, sentTo: sent.value.printer };
}
export const printLabels = (orderId: string) => outcome(call("print.labels", { orderId }));

/** Rejects only when the drop-off was not received. Received before, it prints nothing by itself. */
export async function receiveAndPrint(orderId: string, draft: IntakeDraft): Promise<Finished> {
	const received = await call("intake.receive", { orderId, draft });
	const labels = await printLabels(orderId);
	return { received, labels, ...(await sendSlip(orderId)) };
}
