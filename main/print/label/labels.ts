/**
 * What each label says. Services fill it, `rasterLabel` draws it. A label hangs on somebody's shoe in an open
 * shop: it never carries a name, a phone number or anything else about a customer.
 */
export type LabelLanguage = "zh-CN" | "en";

/** Hangs on one piece from intake to hand-over. */
export type PieceLabel = {
	kind: "piece";
	language: LabelLanguage;
	/** 14 digits; the last six are printed largest. */
	orderNo: string;
	/** Order number and two digits for the piece: the Code 128's content, 16 digits. */
	code: string;
	/** 左, 右, 包身 … */
	pieceName: string;
	pieceIndex: number;
	pieceCount: number;
	/** What it is: "白色 运动鞋 42". */
	what: string;
	/** What is to be done: "换大底 · 补色". */
	service?: string;
	/** YYYY-MM-DD. */
	promisedOn?: string;
	urgent?: boolean;
};

/** Lifelong code of an item (售后码), QR. */
export type ItemLabel = {
	kind: "item";
	language: LabelLanguage;
	/** Content of the QR. */
	code: string;
	/** The code as people read it, when it differs from `code`. */
	codeText: string;
	/** "某某 AO2424-001 白 42". */
	what: string;
	brand?: string;
	serialNo?: string;
};

/** On a spare part's bag or bin, Code 128. */
export type PartLabel = {
	kind: "part";
	language: LabelLanguage;
	code: string;
	partNo: string;
	name: string;
	spec?: string;
	lot?: string;
	/** YYYY-MM-DD; glues and colours expire. */
	expiresOn?: string;
	location?: string;
	quantity?: string;
};

export type LabelData = PieceLabel | ItemLabel | PartLabel;

/** What a printer is measured by: a code at one heat step, a ruler along the edges, or a last look. No layout. */
export type CalibrationLabel = {
	kind: "calibration";
	language: LabelLanguage;
	what: "heat" | "ruler" | "confirm";
	/** Code 128's content. */
	code: string;
	/** Printed at this darkness whatever the printer is set to; null = as it is set. */
	darkness: number | null;
	/** "浓度 +10". */
	title: string;
};

/** Everything the print journal keeps as data. */
export type AnyLabel = LabelData | CalibrationLabel;

/** Sizes there are layouts for, width x height in mm. */
export const labelSizes = ["40x30", "60x40", "70x50"] as const;
export type LabelSize = (typeof labelSizes)[number];
export type LabelDpi = 203 | 300;

/** 203 dpi heads have 8 dots to the millimetre, 300 dpi heads 11.8. */
export const dotsPerMm: Record<LabelDpi, number> = { 203: 8, 300: 300 / 25.4 };
