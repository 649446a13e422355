/**
 * The part of a job's fold about who has it in hand. Sending, accepting and taking back are decisions on `custody`: a
 * second one on the same base is written down and changes nothing until a person says which one counts.
 */
import { recordDecision } from "../../event/decision.ts";
import type { WeltEvent } from "../../event/event.ts";
import type { JobEvent } from "../job.ts";
import type { Custody, Move, MoveEnd } from "../move/custody.ts";
import type { JobState } from "../state.ts";

/** The field the decisions are made on. */
export const custodyField = "custody";

const movers = new Set<string>(["job.dispatched", "job.accepted", "job.recalled", "job.custody_resolved"]);

/** Whether the event is a decision on who has it and therefore needs `base`. */
export function movesCustody(type: string): boolean {
	return movers.has(type);
}

export function foldMove(before: JobState, event: JobEvent): JobState {
	if (!movesCustody(event.type)) return before;
	const { heads, stands } = recordDecision(before.heads, custodyField, event);
	const state = withPictures({ ...before, heads }, event);
	switch (event.type) {
		case "job.dispatched": {
			const { parcel, to } = event.body;
			const moved = { ...state, moves: [...state.moves, moveOf(event)] };
			// What lies in a box lies on no shelf and on nobody's bench.
			return stands ? { ...moved, custody: { parcel, from: event.store, to }, shelf: null, assignee: null } : moved;
		}
		case "job.accepted":
		case "job.recalled": {
			const end = endOf(event);
			const { parcel } = event.body;
			const moves = state.moves.map((m) => (m.parcel === parcel ? { ...m, ends: [...m.ends, end] } : m));
			const under = "parcel" in state.custody && state.custody.parcel === parcel;
			return { ...state, moves, custody: stands && under ? { store: end.store } : state.custody };
		}
		case "job.custody_resolved":
			return stands ? { ...state, custody: custodyBy(state, event.body.kept) ?? state.custody } : state;
		default:
			return state;
	}
}

/** Who has it when this decision counts; undefined for one the job doesn't know. */
export function custodyBy(job: Pick<JobState, "moves">, decision: string): Custody | undefined {
	for (const { event, parcel, from, to, ends } of job.moves) {
		if (event === decision) return { parcel, from, to };
		const end = ends.find((each) => each.event === decision);
		if (end) return { store: end.store };
	}
	return undefined;
}

const wordsIn = (event: WeltEvent<string, unknown>) => (event.pii ? event.id : null);

function moveOf(event: JobEvent & { type: "job.dispatched" }): Move {
	return {
		...event.body,
		event: event.id,
		from: event.store,
		sentAt: event.wall,
		sentBy: event.actor,
		photos: event.blobs.map(({ sha }) => sha),
		wordsIn: wordsIn(event),
		ends: [],
	};
}

function endOf(event: JobEvent & { type: "job.accepted" | "job.recalled" }): MoveEnd {
	const common = {
		event: event.id,
		store: event.store,
		at: event.wall,
		by: event.actor,
		photos: event.blobs.map(({ sha }) => sha),
		wordsIn: wordsIn(event),
	};
	if (event.type === "job.recalled") {
		return { ...common, how: "recalled", reason: event.body.reason, sealWhole: null, missing: [] };
	}
	const { sealWhole, missing = [] } = event.body;
	return { ...common, how: "accepted", reason: null, sealWhole, missing };
}

/** Pictures of packing and unpacking stand among the job's own. */
function withPictures(state: JobState, event: JobEvent): JobState {
	if (event.blobs.length === 0) return state;
	const shown = { at: event.wall, by: event.actor, pieceId: null, finding: null, step: null, mark: null };
	const photos = event.blobs.map(({ sha, kid, role }) => ({ sha, kid, role, ...shown }));
	return { ...state, photos: [...state.photos, ...photos] };
}
