/**
 * The store (the repair centre this workstation stands in): name, address, hours, policies.
 * Printed on every slip; its calendar drives the clocks. One aggregate `store:<uuid>` per centre.
 */
import { z } from "zod";
import { workCalendarSchema } from "../clock/calendar.ts";
import { applyChanges, changesBody } from "../event/change.ts";
import { defineEvent, type EventOf } from "../event/define.ts";
import type { FoldSpec } from "../event/fold.ts";
import { foldPcs, type PairedPc, type PcEvent, pcEvents } from "./pcs.ts";

export const storeFields = z.object({
	/** Five digits, the first part of every order number. */
	code: z.string().regex(/^\d{5}$/),
	brandName: z.string().min(1).max(60),
	centreName: z.string().min(1).max(60),
	address: z.string().min(1).max(200),
	phone: z.string().min(1).max(30),
	/** GB/T 2260 style short name of the province, for statutory floors: 浙江, 山东 …; empty = none stated. */
	province: z.string().max(20),
	language: z.enum(["zh-CN", "en"]),
	calendar: workCalendarSchema,
});

export const storePolicies = z.object({
	/** A one-person shop may inspect its own work; every such QC is flagged. */
	selfInspection: z.boolean(),
	autoLockMs: z
		.number()
		.int()
		.min(30_000)
		.max(8 * 3_600_000),
	/** Charged when a customer declines, if the clerk chooses to. */
	testFeeFen: z.number().int().nonnegative(),
	quoteValidDays: z.number().int().min(1).max(365),
	followUpAfterDays: z.number().int().min(1).max(30),
	/** The brand's promise in days, unless an item's purchase says otherwise. */
	brandTermDays: z.number().int().nonnegative(),
	returnDays: z.number().int().nonnegative(),
	exchangeDays: z.number().int().nonnegative(),
	clockSet: z.enum(["A", "B"]),
});
export type StorePolicies = z.infer<typeof storePolicies>;

export const defaultPolicies: StorePolicies = {
	selfInspection: false,
	autoLockMs: 5 * 60_000,
	testFeeFen: 2_000,
	quoteValidDays: 7,
	followUpAfterDays: 3,
	brandTermDays: 90,
	returnDays: 7,
	exchangeDays: 15,
	clockSet: "A",
};

const founded = defineEvent({ type: "store.founded", body: storeFields.extend({ policies: storePolicies }) });
const set = defineEvent({ type: "store.set", body: changesBody });
const policySet = defineEvent({ type: "store.policy_set", body: changesBody });

export const storeEvents = {
	"store.founded": founded,
	"store.set": set,
	"store.policy_set": policySet,
	...pcEvents,
} as const;

export type StoreState = z.infer<typeof storeFields> & {
	id: string;
	policies: StorePolicies;
	/** By device; undefined while this PC works alone. */
	pcs?: Record<string, PairedPc>;
};

type StoreEvent = EventOf<typeof founded> | EventOf<typeof set> | EventOf<typeof policySet> | PcEvent;

export const storeFold: FoldSpec<StoreState> = {
	kind: "store",
	events: storeEvents,
	fold(state, raw) {
		const event = raw as StoreEvent;
		if (event.type === "store.founded") return { id: event.store, ...event.body };
		if (!state) return state;
		if (event.type === "store.pc_paired" || event.type === "store.pc_unpaired")
			return { ...state, pcs: foldPcs(state.pcs ?? {}, event) };
		if (event.type === "store.set") return applyChanges(state, event.body.changes);
		return { ...state, policies: applyChanges(state.policies, event.body.changes) };
	},
};
