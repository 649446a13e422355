/**
 * What the clerk has done so far of one hand-over: pieces checked, who fetches, payments, signature. Kept in memory per
 * order, so that looking something up in between loses nothing. Pure but for that memory.
 */
import type { OldParts } from "../../../domain/job/events/leave.ts";
import type { PaymentMethod } from "../../../domain/order/order.ts";
import type { PickupProof } from "../../../domain/order/pickup.ts";
import type { HandoverJob, HandoverView } from "../../../preload/contract/handover.ts";

/** Code under which a piece stays and goes back to the bench. */
export const keptReason = "kept-for-rework";

export type PieceMark = "given" | { reason: string; note: string; rework?: string };
export type PaymentRow = {
	key: number;
	method: PaymentMethod;
	amountFen: number;
	reference: string;
	/** Cash in hand, for the change; never kept. */
	tenderedFen: number | null;
};
export type Signature =
	| { how: "screen"; png: Blob | undefined }
	| { how: "paper" }
	| { how: "none"; reason: { code: string; note: string } | undefined };

export type Progress = {
	handoverId: string;
	marks: Readonly<Record<string, PieceMark>>;
	/** Jobs that are ready and stay for now. */
	postponed: readonly string[];
	oldParts: Readonly<Record<string, OldParts>>;
	to: "customer" | "other";
	name: string;
	phone: string;
	/** undefined: nobody has said yet. */
	slip: "shown" | "lost" | undefined;
	proof: PickupProof | null;
	phoneTail: string;
	payments: readonly PaymentRow[];
	signature: Signature;
	leaveOpen: boolean;
};

const kept = new Map<string, Progress>();

export function startProgress(view: HandoverView, slipScanned: boolean): Progress {
	const before = kept.get(view.orderId);
	if (before) {
		// What was drawn stood on a pad that is gone: nobody can see any more what they would send.
		const signature: Signature =
			before.signature.how === "screen" ? { how: "screen", png: undefined } : before.signature;
		return { ...before, signature, slip: slipScanned ? "shown" : before.slip };
	}
	return {
		handoverId: view.handoverId,
		marks: {},
		postponed: [],
		oldParts: {},
		to: "customer",
		name: "",
		phone: "",
		slip: slipScanned ? "shown" : undefined,
		proof: null,
		phoneTail: "",
		payments: [],
		signature: { how: "screen", png: undefined },
		leaveOpen: false,
	};
}

export function keepProgress(orderId: string, progress: Progress): void {
	kept.set(orderId, progress);
}

export function forgetProgress(orderId: string): void {
	kept.delete(orderId);
}

/** A change of what stands now, so that two scans in a row don't undo each other. */
export type Change = Partial<Progress> | ((now: Progress) => Partial<Progress>);

export function changed(now: Progress, change: Change): Progress {
	return { ...now, ...(typeof change === "function" ? change(now) : change) };
}

/** The jobs that leave today. */
export function leavingJobs(view: HandoverView, { postponed }: Pick<Progress, "postponed">): HandoverJob[] {
	return view.jobs.filter((job) => job.ready && !postponed.includes(job.jobId));
}

/** Amounts of today, fen. */
export function sums(view: HandoverView, progress: Progress) {
	// What goes back to the bench is not paid for yet.
	const whole = leavingJobs(view, progress).filter((job) => !job.pieces.some((p) => isKept(progress.marks[p.id])));
	const leaving = new Set(whole.map((job) => job.jobId));
	const counted = view.jobs.filter((job) => leaving.has(job.jobId) || job.left);
	const owedFen = counted.reduce((sum, job) => sum + job.owedFen, 0);
	const { paidFen, brandBilledFen, dueFen: wholeDueFen, creditFen } = view.money;
	const dueFen = Math.max(0, owedFen - paidFen - brandBilledFen);
	const takenFen = progress.payments.reduce((sum, p) => sum + p.amountFen, 0);
	return {
		owedFen,
		paidFen,
		brandBilledFen,
		dueFen,
		takenFen,
		restFen: Math.max(0, dueFen - takenFen),
		/** What the rest of the order costs later. */
		laterFen: Math.max(0, wholeDueFen - Math.max(dueFen, takenFen)),
		/** What may be taken at most. */
		mostFen: wholeDueFen,
		creditFen,
	};
}

export type Need = "jobs" | "pieces" | "old" | "slip" | "name" | "proof" | "tail" | "money" | "sign";

/** What is still missing before it can be completed, in the order of the screen. */
export function needs(view: HandoverView, p: Progress): Need[] {
	const jobs = leavingJobs(view, p);
	const list: Need[] = [];
	if (jobs.length === 0) list.push("jobs");
	if (openPieces(jobs, p) > 0) list.push("pieces");
	if (jobs.some((job) => job.oldParts === "wanted" && p.oldParts[job.jobId] === undefined)) list.push("old");
	if (p.slip === undefined) list.push("slip");
	if (p.to === "other" && p.name.trim() === "") list.push("name");
	if (p.slip === "lost" && p.proof === null) list.push("proof");
	if (p.slip === "lost" && view.customer.hasPhone && !/^\d{4}$/.test(p.phoneTail)) list.push("tail");
	if (sums(view, p).restFen > 0 && !p.leaveOpen) list.push("money");
	if (!signed(p.signature)) list.push("sign");
	return list;
}

function isKept(mark: PieceMark | undefined): boolean {
	return typeof mark === "object" && mark.reason === keptReason;
}

export function openPieces(jobs: readonly HandoverJob[], { marks }: Pick<Progress, "marks">): number {
	return jobs.flatMap((job) => job.pieces).filter((piece) => !piece.gone && marks[piece.id] === undefined).length;
}

function signed(signature: Signature): boolean {
	if (signature.how === "screen") return signature.png !== undefined;
	return signature.how === "paper" || signature.reason !== undefined;
}
