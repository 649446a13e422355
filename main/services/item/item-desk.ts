/** Corrections, codes, purchases and certainty of an item. Called by the `item.*` handlers; intake has its own way. */
import { createCounterReader } from "../../../db/queries/counter.ts";
import { localDay } from "../../../domain/clock/zone.ts";
import { tokenOf } from "../../../domain/code/own.ts";
import { refuse } from "../../../domain/errors.ts";
import { changesBetween } from "../../../domain/event/change.ts";
import type { NewEvent } from "../../../domain/event/event.ts";
import { decideBring } from "../../../domain/item/decide-bring.ts";
import { type ItemState, itemEvents, type Purchase } from "../../../domain/item/item.ts";
import { getReason } from "../../../domain/standard/lookup.ts";
import type { ParsedOf } from "../../../preload/contract/define.ts";
import type { itemCalls } from "../../../preload/contract/item.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { customerPicture } from "../intake/receipt/pictures.ts";
import { authenticityCodes } from "./record.ts";

type In<K extends keyof typeof itemCalls> = ParsedOf<(typeof itemCalls)[K]>;

export function createItemDesk(app: App) {
	const rows = createCounterReader(app.reader);

	function write(by: By, itemId: string, events: readonly NewEvent[]) {
		if (events.length === 0) refuse("rule-broken", "item.nothing-changed");
		app.log.append(by.person, events);
		return { itemId, version: app.states.get("item", itemId).version };
	}

	function readAt({ itemId, version }: { itemId: string; version: number }): ItemState {
		const { state } = app.states.getAt("item", itemId, version);
		if (state.mergedInto) refuse("conflict", "item.merged", { into: state.mergedInto });
		return state;
	}

	const todayOn = () => localDay(app.ports.clock.now(), app.store().state.calendar.zone);
	const asIs = ({ pieces, codes, category, kind, brand, style, colour, size, materials }: ItemState) => ({
		fields: { category, kind, brand, style, colour, size, materials },
		pieces,
		codes,
		purchase: null,
		proofs: [],
	});

	/** The customer's key proofs lie under: whoever brought it last. */
	function owner(itemId: string): string {
		const jobId = rows.jobsOfItem(itemId)[0];
		const job = jobId === undefined ? undefined : app.states.find("job", jobId)?.state;
		return job?.subject ?? refuse("rule-broken", "item.no-customer");
	}

	return {
		set(by: By, input: In<"item.set">) {
			const item = readAt(input);
			getReason(app.standard.index.standard, "correction", input.reason);
			const told = Object.fromEntries(Object.entries(input.changes).filter(([, v]) => v !== undefined));
			const { fields } = asIs(item);
			const wanted = { ...fields, ...told };
			const kind = app.standard.index.itemKinds.get(wanted.kind);
			if (kind) wanted.category = kind.category;
			// Only to have the words checked: the change itself carries its reason.
			decideBring(item.id, { ...asIs(item), fields: wanted }, item, app.standard.index, todayOn());
			const changes = changesBetween(item, wanted);
			const events = changes ? [itemEvents["item.set"].make(`item:${item.id}`, { changes, reason: input.reason })] : [];
			return write(by, item.id, events);
		},

		addCode(by: By, input: In<"item.addCode">) {
			const item = readAt(input);
			const { code } = input;
			if (item.codes.length >= 10) refuse("rule-broken", "item.too-many-codes");
			const there = item.codes.some((c) => c.kind === code.kind && c.value === code.value);
			return write(by, item.id, there ? [] : [itemEvents["item.code_added"].make(`item:${item.id}`, code)]);
		},

		giveTag(by: By, input: In<"item.giveTag">) {
			const item = readAt(input);
			const known = item.codes.find((code) => code.kind === "lifelong");
			if (known) return { itemId: item.id, version: input.version, tag: known.value };
			const tag = tokenOf(app.ports.random.bytes(8));
			const given = itemEvents["item.code_added"].make(`item:${item.id}`, { kind: "lifelong", value: tag });
			return { ...write(by, item.id, [given]), tag };
		},

		setPurchase(by: By, input: In<"item.setPurchase">) {
			const item = readAt(input);
			const { proofs, ...told } = input.purchase;
			const { brandTermDays = null, authenticity = 0 } = item.purchase ?? {};
			const kid = proofs.length > 0 ? (`subject:${owner(item.id)}` as const) : undefined;
			const blobs = kid ? proofs.map((handle) => customerPicture(app, [], kid, handle)) : [];
			const purchase: Purchase = { ...told, brandTermDays, authenticity };
			const brought = { ...asIs(item), purchase, proofs: blobs };
			return write(by, item.id, decideBring(item.id, brought, item, app.standard.index, todayOn()));
		},

		verify(by: By, input: In<"item.verify">) {
			const item = readAt(input);
			const level = input.authenticity === "held" ? -1 : authenticityCodes.indexOf(input.authenticity as "unknown");
			if (level < 0 && input.authenticity !== "held") refuse("invalid-input", "item.unknown-authenticity");
			const before: Purchase = item.purchase ?? {
				channel: "unknown",
				shop: "",
				boughtOn: null,
				proof: "none",
				orderNumber: "",
				priceFen: null,
				brandTermDays: null,
				authenticity: 0,
			};
			if (before.authenticity === level) return write(by, item.id, []);
			const now = { ...before, authenticity: level };
			return write(by, item.id, [itemEvents["item.purchase_recorded"].make(`item:${item.id}`, now)]);
		},
	};
}
