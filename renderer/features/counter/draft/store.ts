/**
 * The draft on the page and its way to the workstation: saved a moment after each change, at once when the page is
 * left, and kept here while the workstation can't take it (locked, line broken), so that coming back finds everything.
 */
import type { IntakeDraft } from "../../../../preload/contract/intake-draft.ts";
import { call } from "../../../app/client.ts";
import type { Edit } from "./edit.ts";

export type Held = {
	draft: IntakeDraft;
	state: "saved" | "saving" | "failed";
	error?: unknown;
};

export type DraftStore = {
	readonly orderId: string;
	get(): Held;
	subscribe(watcher: () => void): () => void;
	change(edit: Edit): void;
	/** Sends what is not saved yet. Never rejects: the state says how it went. */
	save(): Promise<void>;
};

/** After the last change, so that a typed word is one save. */
const pauseMs = 350;

const open = new Map<string, DraftStore>();

/** The draft already on this screen, or one that starts from what was loaded. */
export function holdDraft(orderId: string, loaded: IntakeDraft): DraftStore {
	const held = open.get(orderId);
	if (held) return held;
	const made = createStore(orderId, loaded);
	open.set(orderId, made);
	return made;
}

/** It was received or discarded: nothing is saved any more. */
export function dropDraft(orderId: string): void {
	open.delete(orderId);
}

function createStore(orderId: string, loaded: IntakeDraft): DraftStore {
	const watchers = new Set<() => void>();
	let held: Held = { draft: loaded, state: "saved" };
	let timer: ReturnType<typeof setTimeout> | undefined;
	let running: Promise<void> = Promise.resolve();

	function show(next: Held): void {
		held = next;
		for (const watcher of watchers) watcher();
	}

	async function send(): Promise<void> {
		clearTimeout(timer);
		const { draft } = held;
		if (held.state === "saved" || open.get(orderId) !== made) return;
		try {
			await call("intake.draft.save", { orderId, draft });
			// Typing goes on while it is saved: then another save is already waiting.
			if (held.draft === draft) show({ draft, state: "saved" });
		} catch (error) {
			show({ draft: held.draft, state: "failed", error });
		}
	}

	const made: DraftStore = {
		orderId,
		get: () => held,
		subscribe(watcher) {
			watchers.add(watcher);
			return () => watchers.delete(watcher);
		},
		change(edit) {
			const draft = edit(held.draft);
			if (draft === held.draft) return;
			show({ draft, state: "saving" });
			clearTimeout(timer);
			timer = setTimeout(() => void made.save(), pauseMs);
		},
		save() {
			running = running.then(send);
			return running;
		},
	};
	return made;
}
