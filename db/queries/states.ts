/** Folded states by aggregate, through the reading connection. `version` is what the next command on it must carry. */
import type { CustomerState } from "../../domain/customer/customer.ts";
import { refuse } from "../../domain/errors.ts";
import type { ItemState } from "../../domain/item/item.ts";
import type { JobState } from "../../domain/job/state.ts";
import type { OrderState } from "../../domain/order/fold.ts";
import type { PersonState } from "../../domain/person/person.ts";
import type { StationState } from "../../domain/station/station.ts";
import type { StoreState } from "../../domain/store/store.ts";
import type { Folded } from "../log.ts";
import type { Reader } from "../open.ts";

type States = {
	order: OrderState;
	job: JobState;
	item: ItemState;
	subject: CustomerState;
	person: PersonState;
	store: StoreState;
	station: StationState;
};
export type Kind = keyof States;
export type StateOf<K extends Kind> = States[K];

export type StateReader = {
	find<K extends Kind>(kind: K, id: string): Folded<States[K]> | undefined;
	/** Refuses not-found with reason `<kind>.not-found`. */
	get<K extends Kind>(kind: K, id: string): Folded<States[K]>;
	/** As `get`, and refuses conflict `<kind>.changed-meanwhile` when the version is not the current one. */
	getAt<K extends Kind>(kind: K, id: string, version: number): Folded<States[K]>;
};

export function createStateReader(db: Reader): StateReader {
	const row = db.prepare("SELECT version, state FROM aggregate WHERE agg = ?");
	function find<K extends Kind>(kind: K, id: string): Folded<States[K]> | undefined {
		const found = row.get(`${kind}:${id}`) as { version: number; state: string | null } | undefined;
		if (!found || found.state === null) return undefined;
		return { version: found.version, state: JSON.parse(found.state) as States[K] };
	}
	function get<K extends Kind>(kind: K, id: string): Folded<States[K]> {
		return find(kind, id) ?? refuse("not-found", `${kind}.not-found`);
	}
	return {
		find,
		get,
		getAt(kind, id, version) {
			const found = get(kind, id);
			if (found.version !== version) refuse("conflict", `${kind}.changed-meanwhile`, { now: found.version });
			return found;
		},
	};
}
