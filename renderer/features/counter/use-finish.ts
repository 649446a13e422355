/** Finishing a drop-off: received first, then slip and labels without a dialog. A printer in trouble undoes nothing. */

import type { AppError } from "../../../domain/errors.ts";
import type { IntakeDraft } from "../../../preload/contract/intake-draft.ts";
import { type CallOutput, call } from "../../app/client.ts";
import { asAppError } from "../../app/failure.ts";

export type Outcome<T> = { ok: true; value: T } | { ok: false; error: AppError };
export type Finished = {
	received: CallOutput<"intake.receive">;
	slip: Outcome<CallOutput<"print.paper">>;
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
export const printLabels = (orderId: string) => outcome(call("print.labels", { orderId }));

/** Rejects only when the drop-off was not received. Received before, it prints nothing by itself. */
export async function receiveAndPrint(orderId: string, draft: IntakeDraft): Promise<Finished> {
	const received = await call("intake.receive", { orderId, draft });
	const labels = await printLabels(orderId);
	return { received, labels, slip: await printSlip(orderId) };
}
