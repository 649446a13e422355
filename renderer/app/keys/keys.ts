/**
 * Every keyboard shortcut that works right now. Screens register theirs with `useKeys`; the bottom bar and the
 * help overlay read the same list, so what is shown is what works.
 * Keys with a letter or sign ("/", "?") only count while no text field has focus and no scanner is typing.
 */
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { onTyped } from "../../scan/capture.ts";

export type KeyBinding = {
	/** "F2", "Escape", "/", "?", "Ctrl+K", "Ctrl+Shift+P", "ArrowLeft", "Alt+1". */
	key: string;
	/** What it does, in the running language. */
	label: string;
	run: () => void;
	/** Shown in the bottom bar. */
	bar?: boolean;
	/** Shown, but does nothing now. */
	disabled?: boolean;
};

/** What hears first. While a dialog is open only `modal` keys work. */
export type KeyLayer = "frame" | "screen" | "part" | "modal";
const layers: readonly KeyLayer[] = ["frame", "screen", "part", "modal"];

type Entry = { binding: KeyBinding; layer: KeyLayer; id: number };
let entries: readonly Entry[] = [];
let nextId = 1;
const watchers = new Set<() => void>();

function change(now: readonly Entry[]): void {
	entries = now;
	for (const watcher of watchers) watcher();
}

/** Registers keys while the component is mounted. The bindings may be made inline at every render. */
export function useKeys(bindings: readonly KeyBinding[], layer: KeyLayer = "screen"): void {
	const run = useEffectEvent((key: string) => bindings.find((binding) => binding.key === key)?.run());
	const shape = JSON.stringify(bindings.map(({ key, label, bar, disabled }) => ({ key, label, bar, disabled })));
	useEffect(() => {
		const shown = JSON.parse(shape) as Omit<KeyBinding, "run">[];
		const mine = shown.map((binding) => ({
			binding: { ...binding, run: () => run(binding.key) },
			layer,
			id: nextId++,
		}));
		change([...entries, ...mine].sort((a, b) => layers.indexOf(b.layer) - layers.indexOf(a.layer) || b.id - a.id));
		return () => change(entries.filter((entry) => !mine.some(({ id }) => id === entry.id)));
	}, [shape, layer]);
}

/** The keys that work now, each once, topmost first. */
export function useActiveKeys(): readonly Entry[] {
	const all = useSyncExternalStore(
		(watcher) => {
			watchers.add(watcher);
			return () => watchers.delete(watcher);
		},
		() => entries,
	);
	return all.filter((entry, at) => all.findIndex((other) => other.binding.key === entry.binding.key) === at);
}

/** True while a dialog covers the screen. */
export function dialogOpen(): boolean {
	return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

/** True while a dialog, a menu or a list hangs open: Escape is theirs. */
function somethingOpen(): boolean {
	const hanging = ".mantine-Popover-dropdown, .mantine-Menu-dropdown, [role='listbox'], [role='dialog']";
	return [...document.querySelectorAll<HTMLElement>(hanging)].some(
		(element) => element.offsetParent !== null || element.getClientRects().length > 0,
	);
}

function runKey(key: string): boolean {
	const onlyModal = dialogOpen();
	const entry = entries.find(
		(e) => e.binding.key === key && !e.binding.disabled && (!onlyModal || e.layer === "modal"),
	);
	entry?.binding.run();
	return entry !== undefined;
}

/** Starts listening. Called once by main.tsx, after the scan capture. */
export function startKeys(): () => void {
	// Asked before anybody else hears the key: by the time it comes back up, what was open has closed itself.
	let wasOpen = false;
	const onBefore = (event: KeyboardEvent) => {
		wasOpen = event.key === "Escape" && somethingOpen();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (wasOpen && event.key === "Escape") return;
		if (event.defaultPrevented || event.isComposing || event.repeat) return;
		const key = nameOfKey(event);
		if (key && runKey(key)) event.preventDefault();
	};
	window.addEventListener("keydown", onBefore, true);
	window.addEventListener("keydown", onKeyDown);
	const stopTyped = onTyped(({ char }) => char !== undefined && char !== " " && runKey(char.toUpperCase()));
	return () => {
		window.removeEventListener("keydown", onBefore, true);
		window.removeEventListener("keydown", onKeyDown);
		stopTyped();
	};
}

type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "altKey" | "shiftKey" | "metaKey">;

/** The binding name of a press, or undefined for plain characters (those come through `onTyped`) and for Enter, Tab, Space. */
export function nameOfKey(event: Pressed): string | undefined {
	const letter = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(event.code);
	const named = /^(F\d{1,2}|Escape|Arrow\w+|Home|End|PageUp|PageDown|Insert|Delete)$/.test(event.key);
	const modified = event.ctrlKey || event.altKey || event.metaKey;
	const base = named ? event.key : modified ? (letter?.[1] ?? letter?.[2] ?? event.key) : undefined;
	if (base === undefined || /^(Control|Alt|Shift|Meta|Process|AltGraph)$/.test(base)) return undefined;
	// On a Mac keyboard the command key is what Ctrl is elsewhere.
	const ctrl = event.ctrlKey || event.metaKey ? "Ctrl+" : "";
	return `${ctrl}${event.altKey ? "Alt+" : ""}${event.shiftKey ? "Shift+" : ""}${base}`;
}
