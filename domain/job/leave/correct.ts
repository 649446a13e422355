/**
 * Corrects what was written down about a job at the counter: accessories, condition marks, declared value. The earlier
 * words stay in the history ("was …, now …"). Called by the order service; the item and the customer have their own.
 */
import { refuse } from "../../errors.ts";
import { changesBetween } from "../../event/change.ts";
import type { NewEvent } from "../../event/event.ts";
import type { StandardIndex } from "../../standard/lookup.ts";
import type { ConditionMark } from "../events/receive.ts";
import { needStage } from "../inspect/guard.ts";
import { jobEvents } from "../job.ts";
import { openStages } from "../stage.ts";
import type { JobState } from "../state.ts";

export type JobCorrection = {
	accessories?: string[] | undefined;
	condition?: ConditionMark[] | undefined;
	declaredValueFen?: number | null | undefined;
};

/**
 * @param reason checked coded reason of the list `correction`
 * @throws Refusal `job.wrong-stage`, `job.unknown-mark`, `job.nothing-changed`
 */
export function decideCorrect(
	job: JobState,
	wanted: JobCorrection,
	reason: string,
	index: Pick<StandardIndex, "zones" | "standard">,
): NewEvent {
	needStage(job, openStages);
	for (const mark of wanted.condition ?? []) {
		const known = job.condition.some((m) => m.zone === mark.zone && m.flaw === mark.flaw);
		const flaw = index.standard.vocab.flaws.some((f) => f.code === mark.flaw);
		const piece = mark.pieceId === undefined || job.pieces.some((p) => p.id === mark.pieceId);
		if (!piece || (!known && !(flaw && index.zones.has(mark.zone)))) {
			refuse("invalid-input", "job.unknown-mark", { zone: mark.zone, flaw: mark.flaw });
		}
	}
	const changes = changesBetween(job, wanted);
	if (!changes) return refuse("rule-broken", "job.nothing-changed");
	return jobEvents["job.corrected"].make(`job:${job.id}`, { changes, reason });
}
