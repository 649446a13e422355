/** How the demo's orders are told: what came, what was found, what it cost, who repaired it, how it left. Shapes only. */
import type { InputOf } from "../../preload/contract/define.ts";
import type { Calls } from "../../preload/contract/index.ts";
import type { CustomerKey, Said, StaffKey } from "./cast.ts";
import type { Shop } from "./shop.ts";
import type { At, Story } from "./time.ts";

type Finding = InputOf<Calls["inspection.addFinding"]>["finding"];
type Draft = InputOf<Calls["intake.receive"]>["draft"];
export type Choices = InputOf<Calls["quote.issue"]>["choices"];
type ItemCode = Draft["items"][number]["codes"][number];
export type Method = NonNullable<Draft["deposit"]>["method"];

export type ThingPlan = {
	kind: string;
	brand: string;
	style?: string;
	colour: string;
	size?: string;
	materials?: string[];
	codes?: ItemCode[];
	/** Beside the usual ones. */
	pieces?: string[];
};

export type LookPlan = {
	at: At;
	by?: StaffKey;
	found: {
		fault: string;
		component: string;
		severity?: Finding["severity"];
		evidence: Finding["evidence"];
		material?: string;
		measures?: Finding["measures"];
		/** Only on this kind of piece, e.g. `right`. */
		on?: string;
		note?: Said;
		/** Where on the picture, thousandths; left out: where the drawing says. */
		spot?: readonly [x: number, y: number];
		/** False: nobody has decided yet. */
		decided?: boolean;
	}[];
	/** Left out: repair. Null: not decided yet. */
	outcome?: { outcome: "exchange" | "return-unrepaired" | "refund"; reason: string; note?: Said; yuan?: number } | null;
};

export type QuotePlan = { at: At; choose?: (choices: Choices) => void; reason?: "customer-asked" };
export type AnswerPlan = {
	at: At;
	answer: "accepted" | "declined" | "changed";
	by: "screen" | "paper" | "phone" | "chat";
	words?: Said;
	reason?: string;
	testFee?: boolean;
	oldParts?: boolean;
};

export type WorkPlan = {
	at: At;
	by: "li" | "zhao";
	/** Thousandths of the part's unit. */
	parts?: readonly (readonly [part: string, milli: number])[];
	/** Before this step it is put aside until then, or for good. */
	wait?: { before: number; reason: string; until?: At };
	trouble?: { at: number; reason: string; words: Said };
};

/** `stop`: what failed still waits at the bench. */
export type QcPlan = { at?: At; fail?: { reason: string; words: Said; stop?: boolean } };

export type ItemPlan = {
	/** Pictures of it in assets/demo; also what it is remembered by. */
	picture: string;
	/** Shown whole in both pictures: it came for care, not for a repair. */
	whole?: boolean;
	/** It was here before, under this name. */
	again?: string;
	/** It comes back about our own work. */
	rework?: boolean;
	thing?: ThingPlan;
	bought?: { daysAgo: number; yuan: number; channel: string; proof: string; shop?: Said; picture?: boolean };
	words?: Said;
	services?: string[];
	/** Agreed at the counter, straight from the list. */
	agreed?: boolean;
	worth?: number;
	marks?: readonly (readonly [zone: string, flaw: string])[];
	accessories?: Said[];
	look?: LookPlan;
	/** Quotes and answers by turns. */
	quotes?: readonly (readonly [QuotePlan, AnswerPlan?])[];
	work?: WorkPlan;
	/** Left out: inspected once it is finished. Null: nobody has come to it. */
	qc?: QcPlan | null;
	/** Where it lies once it was taken in, and once it is ready. */
	kept?: string;
	shelf?: string;
};

export type LeavePlan = {
	at: At;
	/** Places in the order, from 0; left out: all that is there. */
	items?: readonly number[];
	pay?: Method;
	sign?: number;
	by?: StaffKey;
	/** Somebody else comes. */
	other?: Said;
	/** Without the slip. */
	lostSlip?: "id-seen" | "staff-knows" | "describes-item" | "order-on-phone";
	/** The kind of piece that is not there; `*` for all of them. */
	missing?: { kind: string; reason: string; note?: Said };
};

export type CallPlan = {
	at: At;
	result: "satisfied" | "unsatisfied" | "unreached" | "declined";
	score?: number;
	words?: Said;
	/** Days until the next try. */
	again?: number;
};

export type OrderPlan = {
	at: At;
	who: CustomerKey;
	by?: StaffKey;
	items: readonly ItemPlan[];
	deposit?: readonly [yuan: number, Method];
	/** Which signature; 0 = on paper, left out = not signed. */
	sign?: number;
	/** Labels still in the printer's queue, slip just printed. */
	fresh?: boolean;
	leave?: readonly LeavePlan[];
	calls?: readonly CallPlan[];
	/** What else happens to it. */
	more?: (shop: Shop, order: Received) => Story;
};

export type Received = {
	orderId: string;
	number: string;
	who: CustomerKey;
	jobs: readonly { jobId: string; itemId: string }[];
};
