/**
 * The evidence check-list: which tags a kind of item and fault can show, in the order people look, and which rules read
 * each of them. Drawn from the liability rules, so that what is ticked is what decides.
 */
import type { EvidenceTag } from "../../../../domain/finding/evidence.ts";
import type { Fault } from "../../../../domain/standard/catalogue.ts";

export type EvidenceGroup = {
	name: "evidence-table" | "evidence-traces" | "evidence-receipt" | "evidence-history";
	tags: readonly EvidenceTag[];
};

/** Tags that make sense on shoes only. */
const shoesOnly: readonly EvidenceTag[] = ["flex-line", "tread-over-half", "heel-trodden"];

const traces: readonly EvidenceTag[] = [
	"flex-line",
	"tread-over-half",
	"symmetric-ground-wear",
	"cut-edge",
	"burn",
	"solvent",
	"soaked",
	"machine-washed",
	"heel-trodden",
	"hydrolysis",
	"sticky-lining",
];
const receipt: readonly EvidenceTag[] = [
	"unworn",
	"tags-on",
	"defect-at-receipt",
	"carton-damaged",
	"reported-within-48h",
	"unboxing-evidence",
];
const history: readonly EvidenceTag[] = ["third-party-repair-same-part", "batch-pattern"];
const signs = { M: "matches-m", W: "matches-w", U: "matches-u", T: "matches-t" } as const;

/** Rule ids that read a tag, as the standard numbers them. */
export const rulesOfTag: Partial<Record<EvidenceTag, string>> = {
	unworn: "R1",
	"tags-on": "R1",
	"defect-at-receipt": "R1",
	"flex-line": "R3",
	"tread-over-half": "R3",
	"symmetric-ground-wear": "R4",
	"cut-edge": "R5",
	burn: "R5",
	solvent: "R5",
	soaked: "R5",
	"machine-washed": "R5",
	"heel-trodden": "R5",
	"carton-damaged": "R6",
	"reported-within-48h": "R6",
	"unboxing-evidence": "R6",
	hydrolysis: "R7",
	"sticky-lining": "R7",
	"batch-pattern": "R7",
	"third-party-repair-same-part": "R8",
	"cause-unclear": "R2",
};

/** The groups for a fault on an item of this category; causes the table does not name come last in their group. */
export function evidenceGroups(fault: Fault | undefined, category: string): readonly EvidenceGroup[] {
	const fits = (tag: EvidenceTag) => category === "shoes" || !shoesOnly.includes(tag);
	const likely = fault?.causes ?? ["M", "W", "U"];
	const table: EvidenceTag[] = [...likely.map((cause) => signs[cause]), "cause-unclear"];
	return [
		{ name: "evidence-table", tags: table },
		{ name: "evidence-traces", tags: traces.filter(fits) },
		{ name: "evidence-receipt", tags: receipt },
		{ name: "evidence-history", tags: history },
	];
}
