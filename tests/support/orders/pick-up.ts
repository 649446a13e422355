/** What the counter sends when something is fetched, filled in as an ordinary day would. */
import type { ReadyWorkstation } from "../fixtures.ts";

export type Choice = {
	/** Positions of the jobs; left out: all that are ready. */
	jobs?: number[];
	/** Piece number → reason it is missing for. */
	missing?: Record<number, string>;
	/** Left out: what is due. */
	cash?: number;
};

/** Slip shown, signed on paper, paid in cash to the fen; `choice` and `more` change it. */
export async function pickUp(
	ws: ReadyWorkstation,
	orderId: string,
	choice: Choice = {},
	more: Record<string, unknown> = {},
) {
	const open = await ws.call("handover.open", { orderId });
	const leaving = open.jobs.filter((job, at) => (choice.jobs ? choice.jobs.includes(at) : job.ready));
	const cash = choice.cash ?? open.money.dueFen;
	return {
		handoverId: open.handoverId,
		orderId,
		version: open.version,
		jobs: leaving.map((job) => {
			const here = job.pieces.filter((p) => !p.gone);
			const reasonOf = (no: number) => choice.missing?.[no];
			return {
				jobId: job.jobId,
				version: job.version,
				pieces: here.filter((p) => !reasonOf(p.no)).map((p) => p.id),
				missing: here.flatMap((p) => {
					const reason = reasonOf(p.no);
					return reason ? [{ pieceId: p.id, reason, note: reason === "lost" ? "盘点时不见" : "" }] : [];
				}),
				oldParts: null,
			};
		}),
		pickup: { to: "customer" as const, name: "", phone: "", slip: "shown" as const, proof: null, phoneTail: "" },
		payments: cash > 0 ? [{ method: "cash" as const, amountFen: cash, reference: "" }] : [],
		signature: { how: "paper" as const },
		leaveOpen: false,
		...more,
	};
}
