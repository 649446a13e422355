/** Where a job's item lies: put on a shelf, moved, taken down. A fact about the room, in any stage while it is here. */
import { refuse } from "../../errors.ts";
import type { NewEvent } from "../../event/event.ts";
import { jobEvents } from "../job.ts";
import type { JobState } from "../state.ts";

/** True while something of the item is in our hands. */
export function isHere(job: Pick<JobState, "stage" | "pieces">): boolean {
	return job.stage !== "voided" && job.stage !== "closed" && job.pieces.some((p) => p.gone === null);
}

/** `shelf` null takes it down. No event when it lies there already. */
export function decideShelve(job: JobState, shelf: string | null): NewEvent[] {
	if (!isHere(job)) refuse("rule-broken", "shelf.not-here");
	return job.shelf === shelf ? [] : [jobEvents["job.shelved"].make(`job:${job.id}`, { shelf })];
}
