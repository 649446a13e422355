/** The centre's data as a form: a draft over what is in force, saved at the version it was read at. */
import { useState } from "react";
import type { CallInput, CallOutput } from "../../../app/client.ts";
import { useCommand, useQueryCall } from "../../../app/use-calls.ts";

type Store = CallOutput<"store.get">;

export function useStore() {
	return useQueryCall("store.get", {}, { watch: ["store", "station"] });
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** `D`: the part of the changes this form is about. */
function useDraft<D extends object>(now: D) {
	const [draft, setDraft] = useState<Partial<D>>({});
	const value = { ...now, ...draft };
	const changes = Object.fromEntries(
		Object.entries(draft).filter(([key, mine]) => !same(mine, now[key as keyof D])),
	) as Partial<D>;
	return {
		value,
		changes,
		changed: Object.keys(changes).length > 0,
		set: (part: Partial<D>) => setDraft((before) => ({ ...before, ...part })),
		undo: () => setDraft({}),
	};
}

type CentreChanges = CallInput<"store.set">["changes"];

export function useCentreForm(store: Store) {
	const { version, policies: _, station: __, ...centre } = store;
	const draft = useDraft(centre);
	const command = useCommand("store.set");
	const save = () =>
		command.mutate({ version, changes: draft.changes as CentreChanges }, { onSuccess: () => draft.undo() });
	return { ...draft, bar: barOf(draft, command, save) };
}

type PolicyChanges = CallInput<"store.setPolicies">["changes"];

export function useRulesForm(store: Store) {
	const draft = useDraft(store.policies);
	const command = useCommand("store.setPolicies");
	const save = () =>
		command.mutate(
			{ version: store.version, changes: draft.changes as PolicyChanges },
			{ onSuccess: () => draft.undo() },
		);
	return { ...draft, bar: barOf(draft, command, save) };
}

type Running = { isPending: boolean; isSuccess: boolean; error: unknown; reset: () => void };

/** What SaveBar takes, but for `valid`. */
function barOf(draft: { changed: boolean; undo: () => void }, command: Running, onSave: () => void) {
	return {
		changed: draft.changed,
		busy: command.isPending,
		saved: command.isSuccess,
		error: command.error,
		onSave,
		onUndo: () => {
			command.reset();
			draft.undo();
		},
	};
}
