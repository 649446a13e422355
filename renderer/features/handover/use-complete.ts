/** Completes the hand-over: uploads the signature, sends everything at once, asks for a manager where one is needed. */
import { useState } from "react";
import type { Approval } from "../../../preload/contract/fields.ts";
import type { HandoverView } from "../../../preload/contract/handover.ts";
import { type CallInput, type CallOutput, call, putMedia } from "../../app/client.ts";
import { asAppError } from "../../app/failure.ts";
import { forgetProgress, leavingJobs, type Progress, type Signature } from "./state.ts";

export type Completed = CallOutput<"handover.complete">;
type Input = CallInput<"handover.complete">;

export function useComplete(view: HandoverView, progress: Progress, onDone: (done: Completed) => void) {
	const [busy, setBusy] = useState(false);
	const [error, setError] = useState<unknown>();
	/** What a manager has to allow. */
	const [managerFor, setManagerFor] = useState<readonly string[]>();
	const [sealed, setSealed] = useState<{ png: Blob; handle: string }>();

	async function signatureInput(signature: Signature): Promise<Input["signature"]> {
		if (signature.how === "paper") return { how: "paper" };
		if (signature.how === "none") {
			const { code = "", note = "" } = signature.reason ?? {};
			return { how: "none", reason: note ? { code, note } : { code } };
		}
		if (!signature.png) return { how: "paper" };
		if (sealed?.png === signature.png) return { how: "screen", handle: sealed.handle };
		const { ticket } = await call("media.ticket", { orderId: view.orderId, role: "signature" });
		const handle = await putMedia(ticket, signature.png);
		setSealed({ png: signature.png, handle });
		return { how: "screen", handle };
	}

	async function send(approval: Approval | undefined): Promise<void> {
		const signature = await signatureInput(progress.signature);
		const done = await call("handover.complete", {
			...inputOf(view, progress),
			signature,
			...(approval ? { approval } : {}),
		});
		forgetProgress(view.orderId);
		onDone(done);
	}

	return {
		busy,
		error,
		managerFor,
		closeApproval: () => setManagerFor(undefined),
		approve: send,
		complete: async () => {
			setBusy(true);
			setError(undefined);
			try {
				await send(undefined);
			} catch (thrown) {
				const { reason, details } = asAppError(thrown);
				if (reason === "handover.manager-needed")
					setManagerFor((details?.["needs"] as readonly string[] | undefined) ?? []);
				else setError(thrown);
			} finally {
				setBusy(false);
			}
		},
	};
}

function inputOf(view: HandoverView, p: Progress): Omit<Input, "signature" | "approval"> {
	return {
		handoverId: p.handoverId,
		orderId: view.orderId,
		version: view.version,
		jobs: leavingJobs(view, p).map((job) => {
			const here = job.pieces.filter((piece) => !piece.gone);
			return {
				jobId: job.jobId,
				version: job.version,
				pieces: here.filter((piece) => p.marks[piece.id] === "given").map((piece) => piece.id),
				missing: here.flatMap((piece) => {
					const mark = p.marks[piece.id];
					return typeof mark === "object" ? [{ pieceId: piece.id, ...mark }] : [];
				}),
				oldParts: p.oldParts[job.jobId] ?? null,
			};
		}),
		pickup: {
			to: p.to,
			name: p.to === "other" ? p.name : "",
			phone: p.to === "other" ? p.phone : "",
			slip: p.slip ?? "lost",
			proof: p.slip === "lost" ? p.proof : null,
			phoneTail: p.slip === "lost" ? p.phoneTail : "",
		},
		payments: p.payments
			.filter((row) => row.amountFen > 0)
			.map(({ method, amountFen, reference }) => ({ method, amountFen, reference })),
		leaveOpen: p.leaveOpen,
	};
}
