/**
 * Folds a job's events into its state. Facts always add up; an event that moves the stage is a decision and moves it
 * only when it stands on the stage it was decided on (see domain/event/decision.ts).
 */
import { applyChanges } from "../../event/change.ts";
import { recordDecision } from "../../event/decision.ts";
import type { FoldSpec } from "../../event/fold.ts";
import type { ClockMoves } from "../events/clocks.ts";
import { type JobEvent, jobEvents } from "../job.ts";
import { admitsWork } from "../move/guard.ts";
import type { Stage } from "../stage.ts";
import type { JobState } from "../state.ts";
import { foldBench } from "./bench.ts";
import { moveClocks, stopAll } from "./clocks.ts";
import { foldInspection } from "./inspection.ts";
import { foldMove } from "./move.ts";

function received(event: JobEvent & { type: "job.received" }): JobState {
	const { order, item, subject, ordinal, pieces, services, accessories, condition } = event.body;
	return {
		id: event.agg.slice(4),
		order,
		item,
		subject,
		ordinal,
		receivedAt: event.wall,
		receivedBy: event.actor,
		stage: "inspection",
		stageAt: event.wall,
		pieces: pieces.map((p) => ({ ...p, gone: null })),
		services,
		accessories,
		condition,
		declaredValueFen: event.body.declaredValueFen,
		promisedAt: event.body.promisedAt,
		wordsIn: event.pii ? event.id : null,
		photos: [],
		inspection: null,
		findings: [],
		liability: [],
		outcome: null,
		quotes: [],
		testFeeFen: 0,
		returning: false,
		assignee: null,
		steps: [],
		acceptance: [],
		workWarranty: [],
		returnOldParts: false,
		parts: [],
		troubles: [],
		qc: [],
		reworks: 0,
		kept: [],
		shelf: null,
		handovers: [],
		warranty: [],
		followUp: null,
		cancelled: null,
		voided: null,
		reworkOf: null,
		clocks: [],
		custody: { store: event.store },
		moves: [],
		heads: { stage: [event.id] },
	};
}

/** The stage an event leads to; undefined for events that move nothing. */
export function stageAfter(event: JobEvent, state: JobState): Stage | undefined {
	switch (event.type) {
		case "job.outcome_decided":
			return event.body.outcome === "repair" ? "quote" : "hand-over";
		case "job.quoted":
			return "quote";
		case "job.quote_answered": {
			const { answer, asAgreed = false } = event.body;
			if (answer === "changed") return "quote";
			return answer === "accepted" || asAgreed ? "repair" : "hand-over";
		}
		case "job.repair_finished":
			return "qc";
		case "job.qc_passed":
			return "hand-over";
		case "job.qc_failed":
		case "job.repair_resumed":
		case "job.kept_for_rework":
			return "repair";
		case "job.handed_over":
			if (!event.body.complete) return undefined;
			return state.returning || event.body.followUpAt === undefined ? "closed" : "follow-up";
		case "job.followed_up":
			return event.body.done ? "closed" : undefined;
		case "job.cancelled":
			return "hand-over";
		case "job.voided":
			return "voided";
		case "job.stage_resolved":
			return event.body.stage;
		default:
			return undefined;
	}
}

/** Whether the event is a decision on `stage` and therefore needs `base`. */
export function movesStage(type: JobEvent["type"]): boolean {
	return stageMovers.has(type);
}

const stageMovers = new Set<string>([
	"job.outcome_decided",
	"job.quoted",
	"job.quote_answered",
	"job.repair_finished",
	"job.repair_resumed",
	"job.qc_passed",
	"job.qc_failed",
	"job.handed_over",
	"job.kept_for_rework",
	"job.followed_up",
	"job.cancelled",
	"job.voided",
	"job.stage_resolved",
]);

function foldClosing(state: JobState, event: JobEvent): JobState {
	const at = event.wall;
	const by = event.actor;
	switch (event.type) {
		case "job.shelved":
			return { ...state, shelf: event.body.shelf };
		case "job.handed_over": {
			const { handover: id, pieces, missing, complete, warranty, followUpAt, oldParts = null } = event.body;
			const lost = new Map(missing.map((m) => [m.pieceId, m.reason]));
			return {
				...state,
				shelf: complete ? null : state.shelf,
				pieces: state.pieces.map((p) => {
					if (p.gone || !(pieces.includes(p.id) || lost.has(p.id))) return p;
					return { ...p, gone: { at, missing: lost.get(p.id) ?? null } };
				}),
				handovers: [...state.handovers, { id, at, by, pieces, complete, oldParts }],
				warranty: [...state.warranty, ...warranty],
				followUp:
					followUpAt === undefined
						? state.followUp
						: { dueAt: followUpAt, done: false, result: null, score: null, tries: 0 },
			};
		}
		case "job.followed_up": {
			const { result, score, done, nextAt } = event.body;
			const before = state.followUp ?? { dueAt: at, tries: 0 };
			return {
				...state,
				followUp: { dueAt: nextAt ?? before.dueAt, done, result, score: score ?? null, tries: before.tries + 1 },
			};
		}
		case "job.cancelled":
			return {
				...state,
				returning: true,
				testFeeFen: event.body.testFeeFen ?? 0,
				cancelled: { reason: event.body.reason, at, by },
			};
		case "job.voided":
			return { ...state, voided: { reason: event.body.reason, at, by } };
		case "job.corrected":
			return applyChanges(state, event.body.changes);
		case "job.rework_linked":
			return { ...state, reworkOf: event.body.of };
		default:
			return state;
	}
}

function foldStage(state: JobState, event: JobEvent): { state: JobState; stands: boolean } {
	if (!movesStage(event.type)) return { state, stands: true };
	const { heads, stands } = recordDecision(state.heads, "stage", event);
	return { state: { ...state, heads }, stands };
}

export const jobFold: FoldSpec<JobState> = {
	kind: "job",
	events: jobEvents,
	admits: admitsWork,
	fold(before, raw) {
		const event = raw as JobEvent;
		if (event.type === "job.received") {
			return { ...received(event), clocks: moveClocks([], event.body.clocks, event.wall) };
		}
		if (!before) return before;
		const decided = foldStage(before, event);
		let state = foldClosing(foldBench(foldInspection(decided.state, event, decided.stands), event), event);
		state = foldMove(state, event);
		const moves = (event.body as { clocks?: ClockMoves }).clocks;
		state = { ...state, clocks: moveClocks(state.clocks, moves, event.wall) };
		const stage = decided.stands ? stageAfter(event, state) : undefined;
		if (stage === undefined) return state;
		if (stage === "voided" || stage === "closed") state = { ...state, clocks: stopAll(state.clocks, event.wall) };
		return { ...state, stage, stageAt: event.wall };
	},
};
