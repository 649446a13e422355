/**
 * Who has a job in hand: one workshop, or nobody while it travels in a parcel. Part of the job's state; folded in
 * fold/move.ts. Asked by everything that acts on a job.
 */

/** In the hands of a workshop, or on its way between two. */
export type Custody = { store: string } | { parcel: string; from: string; to: string };

/** What somebody decided about a parcel on its way. */
export type MoveEnd = {
	/** Id of the event. */
	event: string;
	how: "accepted" | "recalled";
	/** The workshop that has it by this. */
	store: string;
	at: number;
	by: string;
	/** Of a recall, coded. */
	reason: string | null;
	/** Seal and parcel as they left; null when it was taken back. */
	sealWhole: boolean | null;
	/** Pieces that were to be inside and were not. */
	missing: string[];
	photos: string[];
	/** Event that holds a note, when there is one. */
	wordsIn: string | null;
};

/** One way from workshop to workshop. */
export type Move = {
	/** Id of the event that sent it. */
	event: string;
	parcel: string;
	from: string;
	to: string;
	fromName: string;
	toName: string;
	codeHash: string;
	carrier: string;
	waybill: string;
	seal: string;
	sentAt: number;
	sentBy: string;
	photos: string[];
	wordsIn: string | null;
	/** How it ended; two and more when workshops decided apart. */
	ends: MoveEnd[];
};

/** The workshop that has it, or null on its way. */
export function holderOf(custody: Custody): string | null {
	return "store" in custody ? custody.store : null;
}

/** The way it is on now; undefined in a workshop's hands. */
export function moveUnderWay(job: { custody: Custody; moves: readonly Move[] }): Move | undefined {
	const { custody } = job;
	return "parcel" in custody ? job.moves.findLast(({ parcel }) => parcel === custody.parcel) : undefined;
}
