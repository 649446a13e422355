/** Shelves: putting away by scan or by hand, what lies where, where a thing is. Called by main/handlers/shelf.ts. */
import type { FoldedJob, WorkRows } from "../../../db/queries/work.ts";
import { refuse } from "../../../domain/errors.ts";
import type { NewEvent } from "../../../domain/event/event.ts";
import type { JobState } from "../../../domain/job/state.ts";
import { decideShelve, isHere } from "../../../domain/job/work/shelf.ts";
import { maskName } from "../../../domain/mask/mask.ts";
import type { ParsedOf } from "../../../preload/contract/define.ts";
import type { shelfCalls } from "../../../preload/contract/shelf.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { jobCard } from "../bench/views.ts";
import { jobsOfLabel } from "./label.ts";

type Input<K extends keyof typeof shelfCalls> = ParsedOf<(typeof shelfCalls)[K]>;

const mostOnShelf = 200;
const mostFound = 50;

/** One act, one transaction: all of them lie there, or none is recorded. */
function lay(app: App, by: By, jobs: readonly JobState[], shelf: string | null) {
	const events: NewEvent[] = jobs.flatMap((job) => decideShelve(job, shelf));
	if (events.length > 0) app.log.append(by.person, events);
	return jobs.map((job) => ({
		jobId: job.id,
		orderNumber: app.states.find("order", job.order)?.state.number ?? "",
		ordinal: job.ordinal,
		was: job.shelf,
	}));
}

export function put(app: App, rows: WorkRows, by: By, { what, shelf }: Input<"shelf.put">) {
	return { shelf, placed: lay(app, by, "label" in what ? labelled(app, rows, what.label) : named(app, what), shelf) };
}

/** An order's label stands for everything of it that is still here; refused when nothing is. */
function labelled(app: App, rows: WorkRows, label: string): JobState[] {
	const jobs = jobsOfLabel(app, rows, label).map(({ job }) => job);
	const here = jobs.filter(isHere);
	return here.length > 0 ? here : refuse("rule-broken", "shelf.not-here");
}

function named(app: App, { jobIds }: { jobIds: readonly string[] }): JobState[] {
	return [...new Set(jobIds)].map((id) => app.states.get("job", id).state);
}

export function takeDown(app: App, by: By, input: Input<"shelf.takeDown">) {
	return { placed: lay(app, by, named(app, input), null) };
}

export function list(rows: WorkRows) {
	return { shelves: rows.shelves(), nowhere: rows.nowhere() };
}

function cards(app: App, found: readonly FoldedJob[], most: number) {
	return found.slice(0, most).map(({ state, version }) => ({ job: state, card: jobCard(app, state, version) }));
}

export function on(app: App, rows: WorkRows, { shelf }: Input<"shelf.on">) {
	const found = rows.onShelf(shelf === "" ? null : shelf, mostOnShelf + 1);
	return { cards: cards(app, found, mostOnShelf).map(({ card }) => card), more: found.length > mostOnShelf };
}

export function find(app: App, rows: WorkRows, { text }: Input<"shelf.find">) {
	if (text === "") return { cards: [], more: false };
	const subjects = app.directory.search(text, mostFound).map((entry) => entry.id);
	const found = new Map<string, FoldedJob>();
	for (const job of [...rows.matching(text, mostFound + 1), ...rows.ofSubjects(subjects, mostFound + 1)]) {
		found.set(job.state.id, job);
	}
	const hits = [...found.values()];
	return {
		cards: cards(app, hits, mostFound).map(({ job, card }) => {
			return { ...card, customer: maskName(app.directory.find(job.subject)?.name ?? "") };
		}),
		more: hits.length > mostFound,
	};
}
