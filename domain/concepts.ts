/** Every concept whose events are folded, by aggregate kind. The log and the refold go by this list. */
import { customerFold } from "./customer/customer.ts";
import type { EventSpec } from "./event/define.ts";
import type { FoldSpec } from "./event/fold.ts";
import { itemFold } from "./item/item.ts";
import { jobFold } from "./job/fold/fold.ts";
import { orderFold } from "./order/fold.ts";
import { personFold } from "./person/person.ts";
import { stationFold } from "./station/station.ts";
import { storeFold } from "./store/store.ts";

/** The list is heterogeneous: each fold only ever sees states it made itself. */
export const folds: ReadonlyMap<string, FoldSpec<object>> = new Map(
	[storeFold, stationFold, personFold, customerFold, itemFold, orderFold, jobFold].map((spec) => [
		spec.kind,
		spec as unknown as FoldSpec<object>,
	]),
);

export const eventSpecs: ReadonlyMap<string, EventSpec> = new Map(
	[...folds.values()].flatMap((spec) => Object.values(spec.events).map((e) => [e.type, e] as const)),
);
