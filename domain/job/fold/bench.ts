/**
 * The part of a job's fold that happens at the bench and at QC: steps, parts, trouble, passes and rework rounds,
 * also those a customer asks for at pick-up.
 */

import type { JobEvent } from "../job.ts";
import type { JobState, JobStep } from "../state.ts";
import { endRuns, freshStep } from "./inspection.ts";

function changeStep(state: JobState, id: string, change: (step: JobStep) => JobStep): JobState {
	return { ...state, steps: state.steps.map((s) => (s.id === id ? change(s) : s)) };
}

function startedRun(early: string | undefined, from: number, by: string): JobStep["runs"][number] {
	return early === undefined ? { from, to: null, by } : { from, to: null, by, early };
}

export function foldBench(state: JobState, event: JobEvent): JobState {
	const at = event.wall;
	const by = event.actor;
	switch (event.type) {
		case "job.assigned":
			return { ...state, assignee: event.body.person };
		case "job.step_started":
			return {
				...changeStep(state, event.body.step, (s) => ({
					...s,
					state: "running",
					pausedFor: null,
					runs: [...endRuns(s, at), startedRun(event.body.early, at, by)],
				})),
				assignee: state.assignee ?? by,
			};
		case "job.step_paused":
			return changeStep(state, event.body.step, (s) => ({
				...s,
				state: "paused",
				pausedFor: event.body.reason,
				runs: endRuns(s, at),
			}));
		case "job.step_finished":
			return changeStep(state, event.body.step, (s) => ({
				...s,
				state: "done",
				pausedFor: null,
				runs: endRuns(s, at),
				cureUntil: event.body.cureUntil ?? null,
			}));
		case "job.step_reopened":
			return changeStep(state, event.body.step, (s) => ({ ...s, state: "todo", cureUntil: null }));
		case "job.part_used": {
			const { id, part, milli, operation = null, lot } = event.body;
			const use = { id, part, milli, operation, at, by, ...(lot ? { lot } : {}) };
			return { ...state, parts: [...state.parts, use] };
		}
		case "job.part_returned":
			return { ...state, parts: state.parts.filter((p) => p.id !== event.body.use) };
		case "job.troubled": {
			const { reason, step = null } = event.body;
			return { ...state, troubles: [...state.troubles, { reason, step, at, by, event: event.id }] };
		}
		case "job.qc_passed": {
			const { points, ownWork } = event.body;
			const call = { passed: true, points, reason: null, ownWork, at, by, wordsIn: null };
			return { ...state, qc: [...state.qc, call] };
		}
		case "job.qc_failed": {
			const { points, reason, ownWork, rework } = event.body;
			const round = state.reworks + 1;
			return {
				...state,
				qc: [...state.qc, { passed: false, points, reason, ownWork, at, by, wordsIn: event.pii ? event.id : null }],
				reworks: round,
				steps: [...state.steps, ...rework.map((p) => freshStep(p, round))],
			};
		}
		case "job.kept_for_rework": {
			const { pieces, reason, rework, handover = null } = event.body;
			const round = state.reworks + 1;
			const kept = { pieces, reason, round, handover, at, by, wordsIn: event.pii ? event.id : null };
			return {
				...state,
				kept: [...state.kept, kept],
				reworks: round,
				steps: [...state.steps, ...rework.map((p) => freshStep(p, round))],
			};
		}
		default:
			return state;
	}
}
