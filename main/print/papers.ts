/**
 * What each paper says, as plain values: the view-models services fill and main/print turns into PDF.
 * Everything about a customer is already masked, every time is already in the store's own zone and written out
 * ("2026-11-21 10:42"), every name of a fault, service or part is already in `language`. Money stays integer fen.
 * Nothing here reads a clock, a database or a key.
 */
import type { Zone } from "../../domain/standard/vocab.ts";
import type {
	BadgeSheetData,
	CommandCardSheetData,
	DemoSheetData,
	PaperBase,
	ParcelSheetData,
	RecoverySheetData,
	ScannerSheetData,
	ShelfSheetData,
	TestPageData,
} from "./sheets.ts";

export type PaperLanguage = PaperBase["language"];

/** Top of every paper a customer takes home. */
export type ShopHead = {
	brandName?: string;
	name: string;
	address?: string;
	phone?: string;
	/** Opening hours as one line. */
	hours?: string;
};

type OrderPaper = PaperBase & {
	shop: ShopHead;
	/** 14 digits without spaces; printed in groups 5-2-6-1. */
	orderNo: string;
	/** Text of the QR: the status address, or the order number while there is none. Never personal data. */
	statusToken: string;
	/** Web address of the status page in words a person can type, when there is one. */
	statusAddress?: string;
};

/** Name and phone as printed: `王*`, `1******5678`. */
export type MaskedCustomer = { name: string; phone?: string; address?: string };

/** One box to tick in a list both sides sign (flaws found at intake, possible side effects). */
export type Tick = { name: string; ticked: boolean; where?: string };

export type OutlineName = Zone["outlines"][number];
export type OutlineView = Zone["view"];
/** A drawing by its own name, or by a category's when nothing closer is known. */
export type OutlineKind = OutlineName | "shoes" | "luggage" | "garment";
/** A numbered mark on the outline; x and y are 0–1 of that view's width and height. */
export type OutlineMark = {
	x: number;
	y: number;
	text: string;
	/** Left out: the outline's main view. */
	view?: OutlineView;
	/** 左 / 右 when the item has more than one main piece; each gets its own drawing. */
	piece?: string;
	/** Drawn the other way round, as a left shoe is. The same for all marks of a piece. */
	mirrored?: boolean;
};

/** JPEG or PNG bytes. */
export type Picture = { bytes: Uint8Array; caption?: string };

export type PiecePaper = { no: string; name: string; present?: boolean };

/** What was handed in, one per job. */
export type ItemPaper = {
	name: string;
	category: string;
	brand?: string;
	style?: string;
	colour?: string;
	size?: string;
	material?: string;
	serialNo?: string;
	quantity: number;
	/** 双, 件, 只 / "pair", "piece". */
	unit: string;
	pieces: readonly PiecePaper[];
	accessories: readonly string[];
	declaredValueFen?: number;
	/** True when shipped or kept with insurance at the declared value. */
	insured?: boolean;
};

export type PayerKind = "customer" | "brand";

/** A service or a part with its price. */
export type PriceLine = {
	name: string;
	/** Part, material or grade used, when it is worth saying. */
	material?: string;
	/** Why it is there or why the brand pays: a rule or a finding. */
	reason?: string;
	/** Which item it belongs to, 1-based; left out when the order holds one item. */
	itemNo?: number;
	quantity: number;
	unit: string;
	unitPriceFen: number;
	amountFen: number;
	payer: PayerKind;
	/** Work warranty of this line, e.g. "90 天". */
	warranty?: string;
};

export type Totals = {
	/** Sum of the lines the customer pays, before discount. */
	customerFen: number;
	/** Sum of the lines the brand bears. */
	brandFen: number;
	discountFen: number;
	/** What the customer owes in all. */
	totalFen: number;
	/** 大写 of totalFen (Chinese), or the words in English. */
	totalWords: string;
};

export type PaymentLine = { name: string; means: string; at: string; amountFen: number };

/** PNG bytes of the signature when it was written on the screen; left out = a line to sign on paper. */
export type Signature = { png?: Uint8Array; signedAt?: string };

export type SlipJob = {
	item: ItemPaper;
	/** What the customer asked for or complained about, in their words, without personal data. */
	customerWords?: string;
	outline?: OutlineKind;
	marks: readonly OutlineMark[];
	/** The flaws list, ticked jointly at intake. */
	flaws: readonly Tick[];
	/** Side effects the customer was told about. */
	sideEffects: readonly Tick[];
	/** Faults and cause once inspected, e.g. "FW01 开胶 · 制造". */
	faultCause?: string;
	photos?: readonly Picture[];
	/** Bench copy only. */
	steps: readonly BenchStep[];
	shelf?: string;
	/** Not in this workshop: 寄往静安店的路上. */
	whereabouts?: string;
	repairer?: string;
	/** Time the work takes or took, e.g. "3 天". */
	duration?: string;
};

export type BenchStep = { name: string; minutes?: number /** Cure or dry time, acceptance limit … */; note?: string };

/** A5 slip (维修单). `customer` carries prices and the tear-off; `bench` has no prices, a big number and steps. */
export type SlipData = OrderPaper & {
	kind: "slip";
	copy: "customer" | "bench";
	customer: MaskedCustomer;
	/** 到店送修, 寄修 … */
	route?: string;
	receivedAt: string;
	receivedBy: string;
	/** Promised pick-up, date or date and time. */
	promisedAt?: string;
	urgent?: boolean;
	jobs: readonly SlipJob[];
	lines: readonly PriceLine[];
	totals?: Totals;
	/** Set while the price is only an estimate: the quote follows. */
	estimate?: boolean;
	payments: readonly PaymentLine[];
	/** What is left to pay at pick-up. */
	balanceFen?: number;
	payMeans?: string;
	/** Work warranty in one sentence. */
	warranty?: string;
	terms: readonly string[];
	privacyNote: string;
	signature: Signature;
	/** Notes for the bench, without personal data. */
	benchNote?: string;
};

export type QuoteFinding = {
	no: number;
	itemNo?: number;
	code: string;
	name: string;
	part: string;
	severity?: string;
	/** Cause or liability as called, with its rule: "制造 · 三包内 R3". */
	cause?: string;
};

export type QuoteApproval = { answer: "approved" | "declined"; means: string; at: string; by: string };

/** A4 quote (报价单). */
export type QuoteData = OrderPaper & {
	kind: "quote";
	/** 1, 2 … for later versions of the same quote. */
	version: number;
	customer: MaskedCustomer;
	quotedAt: string;
	quotedBy: string;
	validUntil?: string;
	items: readonly ItemPaper[];
	findings: readonly QuoteFinding[];
	photos?: readonly Picture[];
	lines: readonly PriceLine[];
	totals: Totals;
	depositFen?: number;
	/** Promised duration or date once approved. */
	duration?: string;
	warranty?: string;
	/** Version of the price list and service standard the quote relies on. */
	basis?: string;
	terms: readonly string[];
	approval?: QuoteApproval;
	signature: Signature;
};

/** A5 collection receipt (取件单). */
export type ReceiptData = OrderPaper & {
	kind: "receipt";
	customer: MaskedCustomer;
	receivedAt: string;
	handedOverAt: string;
	handedOverBy: string;
	/** Pieces with `present` set: true handed over, false still here. */
	items: readonly ItemPaper[];
	/** Results per item: 免费维修, 收费维修, 换货 … in the order of `items`. */
	outcomes: readonly string[];
	/** Fault cause, repairer and repair time per item, in the order of `items`. */
	work: readonly { faultCause?: string; repairer?: string; duration?: string; warrantyUntil?: string }[];
	lines: readonly PriceLine[];
	totals: Totals;
	payments: readonly PaymentLine[];
	balanceFen: number;
	/** 已归还 / 顾客放弃 … for replaced parts. */
	oldParts?: string;
	warranty?: string;
	/** Care advice for this material. */
	care: readonly string[];
	complaintLine?: string;
	photos?: readonly Picture[];
	signature: Signature;
};

export type Paper =
	| SlipData
	| QuoteData
	| ReceiptData
	| RecoverySheetData
	| BadgeSheetData
	| CommandCardSheetData
	| DemoSheetData
	| ShelfSheetData
	| ScannerSheetData
	| ParcelSheetData
	| TestPageData;
