/**
 * The closed set of evidence an inspector can tick. The liability rules know these and nothing else, so two
 * shops that saw the same thing reach the same call. Wording for screens and paper is in the standard's vocabulary.
 */
export const evidenceTags = [
	/** Never worn, carried or used. */
	"unworn",
	"tags-on",
	/** Visible when the customer first received it. */
	"defect-at-receipt",
	/** Runs along the line where the shoe bends. */
	"flex-line",
	/** More than half of the tread depth is left. */
	"tread-over-half",
	/** Even abrasion where the item touches the ground. */
	"symmetric-ground-wear",
	"cut-edge",
	"burn",
	"solvent",
	"soaked",
	"machine-washed",
	"heel-trodden",
	"carton-damaged",
	/** Reported at most 48 hours after signing for the parcel. */
	"reported-within-48h",
	/** Photos or film of the unboxing. */
	"unboxing-evidence",
	/** Someone else has repaired this very part. */
	"third-party-repair-same-part",
	/** The same fault is seen across one batch. */
	"batch-pattern",
	/** Polyurethane crumbling by itself after long storage. */
	"hydrolysis",
	"sticky-lining",
	/** What the fault table describes as the sign of a making fault, wear, misuse or transport is there. */
	"matches-m",
	"matches-w",
	"matches-u",
	"matches-t",
	/** Looked, and nothing shows what caused it. */
	"cause-unclear",
] as const;

export type EvidenceTag = (typeof evidenceTags)[number];
