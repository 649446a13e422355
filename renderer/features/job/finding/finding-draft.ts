/** A finding while it is being written, and how it starts: everything the fault table already knows is filled in. */
import type { EvidenceTag } from "../../../../domain/finding/evidence.ts";
import type { Measure, Pin, Severity } from "../../../../domain/finding/finding.ts";
import type { JobPage } from "../../../../preload/contract/job.ts";
import type { FindingView } from "../../../../preload/contract/job-fields.ts";
import type { CallInput } from "../../../app/client.ts";
import type { Names } from "../use-names.ts";

export type FindingDraft = {
	/** Set when an existing finding is changed. */
	id?: string;
	fault: string;
	component: string;
	material: string;
	severity: Severity;
	pieceId: string;
	evidence: EvidenceTag[];
	measures: Measure[];
	pins: Pin[];
	note: string;
};

export const emptyDraft: FindingDraft = {
	fault: "",
	component: "",
	material: "",
	severity: "major",
	pieceId: "",
	evidence: [],
	measures: [],
	pins: [],
	note: "",
};

/** The draft with this fault chosen: its usual component and severity, the item's own material. */
export function withFault(draft: FindingDraft, fault: string, page: JobPage, names: Names): FindingDraft {
	const row = names.standard.faults.get(fault);
	const { category, materials } = page.item;
	const fits = (code: string) => names.standard.components.get(code)?.categories.some((c) => c === category);
	const component = row?.components.find(fits) ?? draft.component;
	const material = draft.material || (materials.find((m) => names.standard.materials.has(m)) ?? "");
	return { ...draft, fault, component, material, severity: row?.severity ?? draft.severity };
}

export function draftOf(finding: FindingView): FindingDraft {
	const { id, fault, component, material, severity, pieceId, evidence, measures, pins } = finding;
	return {
		...{ id, fault, component, severity, evidence, measures, pins, note: "" },
		material: material ?? "",
		pieceId: pieceId ?? "",
	};
}

/** What the call takes; zones stay as they were recorded. */
export function inputOf(draft: FindingDraft, zones: readonly string[]): CallInput<"inspection.addFinding">["finding"] {
	const { fault, component, material, severity, pieceId, evidence, measures, pins } = draft;
	return {
		...{ fault, component, severity, evidence },
		...(material ? { material } : {}),
		...(pieceId ? { pieceId } : {}),
		...(zones.length > 0 ? { zones: [...zones] } : {}),
		...(measures.length > 0 ? { measures } : {}),
		...(pins.length > 0 ? { pins } : {}),
	};
}
