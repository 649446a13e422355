/**
 * Sends a job to another workshop, accepts it there, takes it back, and ends a dispute about who has it. Called by the
 * transfer service. Hashes nothing and looks nothing up: what a code hashes to is handed in.
 */
import { refuse } from "../../errors.ts";
import { conflicts, decisionBase } from "../../event/decision.ts";
import type { BlobRef, NewEvent } from "../../event/event.ts";
import { custodyField } from "../fold/move.ts";
import { jobEvents } from "../job.ts";
import { openStages } from "../stage.ts";
import type { JobState } from "../state.ts";
import { needsWaybill, type RecallReason } from "./carriers.ts";
import { type Move, moveUnderWay } from "./custody.ts";
import { needHere } from "./guard.ts";

export type Parcel = {
	parcel: string;
	/** This workshop and the one it goes to. */
	here: string;
	to: string;
	fromName: string;
	toName: string;
	codeHash: string;
	carrier: string;
	waybill: string;
	seal: string;
	note: string;
	/** What was packed, under the order's key. */
	photos: readonly BlobRef[];
};

/** What a note or a picture must be sealed under, so that the order's and the customer's erasure reach it. */
function told(job: JobState, note: string, photos: readonly BlobRef[], role: string) {
	if (photos.some((photo) => photo.kid !== `order:${job.order}` || photo.role !== role)) {
		refuse("invalid-input", "transfer.photo-not-for-this");
	}
	return {
		base: decisionBase(job.heads, custodyField),
		refs: [`order:${job.order}` as const],
		blobs: [...photos],
		...(note ? { personal: { kid: `subject:${job.subject}` as const, value: { words: note } } } : {}),
	};
}

/**
 * @throws Refusal `transfer.to-ourselves`, `transfer.waybill-needed`, `transfer.nothing-here`, `transfer.step-running`,
 * and those of `needHere`
 */
export function decideDispatch(job: JobState, parcel: Parcel): NewEvent {
	const { here, note, photos, ...body } = parcel;
	needHere(job, here);
	if (parcel.to === here) refuse("rule-broken", "transfer.to-ourselves");
	if (needsWaybill(parcel.carrier) && parcel.waybill === "") refuse("invalid-input", "transfer.waybill-needed");
	const inside = job.pieces.some((piece) => piece.gone === null);
	if (!openStages.includes(job.stage) || !inside) refuse("rule-broken", "transfer.nothing-here");
	// A step's time must not run on in a box.
	if (job.steps.some((step) => step.state === "running")) refuse("rule-broken", "transfer.step-running");
	return jobEvents["job.dispatched"].make(`job:${job.id}`, body, told(job, note, photos, "packing"));
}

export type Unpacked = {
	/** The workshop that unpacks. */
	here: string;
	parcel: string;
	/** The code's token, and its sha256 in hex. */
	code: string;
	codeHash: string;
	sealWhole: boolean;
	/** Pieces of this job that were in the parcel. */
	found: readonly string[];
	note: string;
	photos: readonly BlobRef[];
	/** False: the customer's keys have not come yet, so neither note nor picture can be kept. */
	canRecord: boolean;
};

/** The way this parcel is on now. @throws Refusal `transfer.not-under-way`, `job.custody-in-conflict` */
function needUnderWay(job: JobState, parcel: string): Move {
	if (conflicts(job.heads).some(({ field }) => field === custodyField)) refuse("conflict", "job.custody-in-conflict");
	const move = moveUnderWay(job);
	return move?.parcel === parcel ? move : refuse("rule-broken", "transfer.not-under-way");
}

/**
 * @throws Refusal `transfer.not-for-us` (workshop), `transfer.wrong-code`, `transfer.nothing-found`,
 * `transfer.piece-unknown`, `transfer.damage-unrecorded`, and those of `needUnderWay`
 */
export function decideAccept(job: JobState, unpacked: Unpacked): NewEvent {
	const { here, parcel, code, codeHash, sealWhole, found, note, photos } = unpacked;
	const move = needUnderWay(job, parcel);
	if (move.to !== here) refuse("rule-broken", "transfer.not-for-us", { workshop: move.toName });
	if (move.codeHash !== codeHash) refuse("rule-broken", "transfer.wrong-code");
	const inside = job.pieces.filter((piece) => piece.gone === null).map((piece) => piece.id);
	if (found.some((id) => !inside.includes(id))) refuse("invalid-input", "transfer.piece-unknown");
	if (found.length === 0) refuse("rule-broken", "transfer.nothing-found");
	// Who broke it can only be settled with what was seen when it was opened.
	if (!sealWhole && unpacked.canRecord && note === "" && photos.length === 0)
		refuse("rule-broken", "transfer.damage-unrecorded");
	const missing = inside.filter((id) => !found.includes(id));
	return jobEvents["job.accepted"].make(
		`job:${job.id}`,
		{ parcel, code, sealWhole, ...(missing.length > 0 ? { missing } : {}) },
		told(job, note, photos, "unboxing"),
	);
}

export type Recall = { here: string; parcel: string; reason: RecallReason; note: string };

/** @throws Refusal `transfer.not-ours`, `job.note-needed`, and those of `needUnderWay` */
export function decideRecall(job: JobState, { here, parcel, reason, note }: Recall): NewEvent {
	const move = needUnderWay(job, parcel);
	if (move.from !== here) refuse("rule-broken", "transfer.not-ours", { workshop: move.fromName });
	if (reason === "other" && note === "") refuse("invalid-input", "job.note-needed", { reason });
	return jobEvents["job.recalled"].make(`job:${job.id}`, { parcel, reason }, told(job, note, [], ""));
}

/**
 * Says which of two decisions about who has it counts.
 * @throws Refusal `job.no-conflict`, `job.not-a-decision`
 */
export function decideCustody(job: JobState, kept: string, reason: string): NewEvent {
	const heads = decisionBase(job.heads, custodyField);
	if (heads.length < 2) refuse("rule-broken", "job.no-conflict");
	if (!heads.includes(kept)) refuse("invalid-input", "job.not-a-decision");
	return jobEvents["job.custody_resolved"].make(`job:${job.id}`, { kept, reason }, { base: heads });
}
