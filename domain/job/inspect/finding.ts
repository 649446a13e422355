/**
 * Findings: adding, changing and taking one back. Everything a finding names must be in the standard, on this item and
 * on this job. Called by the inspection service; the liability call is liability.ts.
 */
import { refuse } from "../../errors.ts";
import type { NewEvent } from "../../event/event.ts";
import type { Finding } from "../../finding/finding.ts";
import { getFault, type StandardIndex } from "../../standard/lookup.ts";
import { jobEvents } from "../job.ts";
import { acceptedQuote, type JobState } from "../state.ts";
import { checkReason, type GivenReason, needStage } from "./guard.ts";

/** Where looking at the item still makes sense: before the quote is answered, and when the bench finds more. */
const lookStages = ["inspection", "quote", "repair"] as const;

/** Starting twice is the same as starting once: no event then. */
export function decideStartInspection(job: JobState): NewEvent[] {
	needStage(job, lookStages);
	return job.inspection ? [] : [jobEvents["job.inspection_started"].make(`job:${job.id}`, {})];
}

/** Refuses what the standard or the job does not know, each with its own reason. */
function checkFinding(job: JobState, category: string, index: StandardIndex, finding: Finding): void {
	const fault = getFault(index, finding.fault);
	if (!fault.categories.includes(category)) {
		refuse("invalid-input", "finding.fault-category", { fault: fault.code, category });
	}
	const component = index.components.get(finding.component);
	if (!component?.categories.some((c) => c === category)) {
		refuse("invalid-input", "finding.unknown-component", { component: finding.component });
	}
	if (finding.material !== undefined && !index.materials.has(finding.material)) {
		refuse("invalid-input", "finding.unknown-material", { material: finding.material });
	}
	if (finding.pieceId !== undefined && !job.pieces.some((p) => p.id === finding.pieceId)) {
		refuse("invalid-input", "finding.unknown-piece");
	}
	if (finding.zones?.some((zone) => !index.zones.has(zone))) refuse("invalid-input", "finding.unknown-zone");
	if (finding.pins?.some((pin) => !job.photos.some((photo) => photo.sha === pin.blob))) {
		refuse("invalid-input", "finding.unknown-photo");
	}
	const kinds = finding.measures?.map((m) => m.kind) ?? [];
	if (new Set(kinds).size < kinds.length) refuse("invalid-input", "finding.measured-twice");
	if (new Set(finding.evidence).size < finding.evidence.length) refuse("invalid-input", "finding.evidence-twice");
}

/** `words`: a note about the finding, sealed with the customer's data because it may speak of them. */
export type FindingNote = { words?: string | undefined };

function personal(job: JobState, { words }: FindingNote) {
	return words ? { personal: { kid: `subject:${job.subject}`, value: { words } } } : {};
}

export function decideAddFinding(
	job: JobState,
	category: string,
	index: StandardIndex,
	finding: Finding,
	note: FindingNote,
): NewEvent[] {
	needStage(job, lookStages);
	if (job.findings.length >= 40) refuse("rule-broken", "finding.too-many");
	if (job.findings.some((f) => f.id === finding.id)) refuse("conflict", "finding.there-already");
	checkFinding(job, category, index, finding);
	return [jobEvents["job.finding_added"].make(`job:${job.id}`, { finding }, personal(job, note))];
}

/** The finding as it was recorded, without what the fold adds. */
function plainFinding({ at: _at, by: _by, noteIn: _note, ...finding }: JobState["findings"][number]): Finding {
	return finding;
}

function getFinding(job: JobState, id: string): Finding {
	const found = job.findings.find((f) => f.id === id);
	return found ? plainFinding(found) : refuse("not-found", "finding.not-found");
}

/** What the customer agreed to is not taken from under the agreement. */
function needNotAgreed(job: JobState, id: string): void {
	if (acceptedQuote(job)?.lines.some((line) => line.findingIds.includes(id))) {
		refuse("rule-broken", "finding.in-accepted-quote");
	}
}

export function decideChangeFinding(
	job: JobState,
	category: string,
	index: StandardIndex,
	now: Finding,
	note: FindingNote,
): NewEvent[] {
	needStage(job, lookStages);
	const was = getFinding(job, now.id);
	needNotAgreed(job, now.id);
	checkFinding(job, category, index, now);
	if (JSON.stringify(sorted(was)) === JSON.stringify(sorted(now)) && !note.words) return [];
	return [jobEvents["job.finding_changed"].make(`job:${job.id}`, { was, now }, personal(job, note))];
}

function sorted(finding: Finding): object {
	return Object.fromEntries(Object.entries(finding).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function decideRemoveFinding(job: JobState, index: StandardIndex, id: string, reason: GivenReason): NewEvent[] {
	needStage(job, lookStages);
	getFinding(job, id);
	needNotAgreed(job, id);
	checkReason(index.standard, "correction", reason);
	const more = personal(job, { words: reason.note });
	return [jobEvents["job.finding_removed"].make(`job:${job.id}`, { finding: id, reason: reason.code }, more)];
}
