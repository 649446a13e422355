/**
 * What the sheets say that a workshop prints for itself, and what every paper has. View-models like those of papers.ts:
 * plain values, finished, nothing personal.
 */
export type PaperLanguage = "zh-CN" | "en";

export type PaperBase = {
	language: PaperLanguage;
	/** 1.25 times the type size, for customers who ask for it. */
	largePrint?: boolean;
	/** Store's local time, written out. Printed small in the footer. */
	printedAt: string;
	/** Set on a second print of the same paper; adds 补打/"Reprint" beside the time. */
	reprint?: boolean;
};

/** A4, printed once at set-up. The words wrap the workstation's key: never journaled, never stored. */
export type RecoverySheetData = PaperBase & {
	kind: "recovery";
	workshop: string;
	workstation: string;
	/** Recovery words or code groups in reading order. */
	groups: readonly string[];
	qrText: string;
};

/** Symbols a sheet can carry. */
export type SheetSymbology = "code128" | "qr" | "ean13" | "datamatrix" | "gs1-datamatrix" | "gs1-128";

/** A4 sheet of badges to cut out (85.6 × 54 mm). */
export type BadgeSheetData = PaperBase & {
	kind: "badges";
	workshop: string;
	badges: readonly { personName: string; role: string; staffNo?: string; code: string }[];
};

/** A4 sheet of command cards to cut out: start step, finish step, pass … */
export type CommandCardSheetData = PaperBase & {
	kind: "command-cards";
	cards: readonly { title: string; hint?: string; code: string }[];
};

/** A4 sheet with things to scan in the demo workshop, in sections. */
export type DemoSheetData = PaperBase & {
	kind: "demo";
	title: string;
	intro?: string;
	sections: readonly {
		title: string;
		entries: readonly { title: string; note?: string; symbology: SheetSymbology; code: string }[];
	}[];
};

/** A4 sheet of shelf labels. */
export type ShelfSheetData = PaperBase & {
	kind: "shelves";
	workshop: string;
	shelves: readonly { name: string; zone?: string; code: string }[];
};

/** A4: three known codes that show what a scanner makes of them. */
export type ScannerSheetData = PaperBase & { kind: "scanner" };

/** A5: shows that paper comes out in its size, in black and grey, with its Chinese. */
export type TestPageData = PaperBase & { kind: "test-page"; workshop: string; printer: string };

/** One item in a parcel, in words. */
export type ParcelItem = {
	name: string;
	pieces: readonly string[];
	/** The running numbers of its labels, as on them: `-01 -02`. */
	labels: string;
	promisedAt: string;
	/** What is to happen first where it goes. */
	next: string;
	/** Agreed, or asked for before anything was agreed. */
	work: readonly string[];
	/** Steps done of all, `6/9`; left out before there are any. */
	steps?: string;
};

/** A5: travels with a parcel to another workshop. Never journaled with its code. */
export type ParcelSheetData = PaperBase & {
	kind: "parcel";
	from: string;
	to: string;
	orderNo: string;
	sentAt: string;
	carrier: string;
	/** Empty: none. */
	waybill: string;
	seal: string;
	/** Text of the acceptance code. */
	code: string;
	items: readonly ParcelItem[];
};
