/** A layout being edited: every change can be taken back; a drag or a run of one arrow key counts as one change. */
import { useState } from "react";
import type { LabelLayout, LayoutElement } from "../../../../preload/contract/label-layout.ts";

export type History = {
	past: readonly LabelLayout[];
	now: LabelLayout;
	future: readonly LabelLayout[];
	/** What the last change was part of. */
	run: string;
};

const mostKept = 200;

export const begun = (now: LabelLayout): History => ({ past: [], now, future: [], run: "" });

/** `run`: changes of the same run (one drag) become one step back. */
export function changed(history: History, now: LabelLayout, run = ""): History {
	const same = run !== "" && run === history.run;
	const past = same ? history.past : [...history.past, history.now].slice(-mostKept);
	return { past, now, future: [], run };
}

export function undone(history: History): History {
	const before = history.past.at(-1);
	if (!before) return history;
	return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future], run: "" };
}

export function redone(history: History): History {
	const [after, ...future] = history.future;
	if (!after) return history;
	return { past: [...history.past, history.now], now: after, future, run: "" };
}

/** Everything stands on half millimetres: what the eye lines up, and no rounding left over. */
export const snapMm = 0.5;
const snap = (mm: number) => Math.round(mm / snapMm) * snapMm;
const within = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** Moved by so many mm from where it began, and kept on the label. */
export function moved<E extends LayoutElement>(element: E, layout: LabelLayout, dx: number, dy: number): E {
	const x = within(snap(element.x + dx), 0, Math.max(0, layout.widthMm - element.w));
	const y = within(snap(element.y + dy), 0, Math.max(0, layout.heightMm - element.h));
	return { ...element, x: dx === 0 ? element.x : x, y: dy === 0 ? element.y : y };
}

/** Larger or smaller by so many mm, its upper left corner where it is. */
export function resized<E extends LayoutElement>(element: E, layout: LabelLayout, dx: number, dy: number): E {
	const w = within(snap(element.w + dx), snapMm, Math.max(snapMm, layout.widthMm - element.x));
	const h = within(snap(element.h + dy), snapMm, Math.max(snapMm, layout.heightMm - element.y));
	return { ...element, w: dx === 0 ? element.w : w, h: dy === 0 ? element.h : h };
}

export function useLayoutHistory(first: LabelLayout) {
	const [history, setHistory] = useState(() => begun(first));
	const [selected, setSelected] = useState(0);
	const { now } = history;
	const put = (elements: LayoutElement[], run?: string) => setHistory((h) => changed(h, { ...h.now, elements }, run));
	return {
		layout: now,
		selected: Math.min(selected, now.elements.length - 1),
		select: setSelected,
		canUndo: history.past.length > 0,
		canRedo: history.future.length > 0,
		set: (at: number, element: LayoutElement, run?: string) => put(now.elements.with(at, element), run),
		add(element: LayoutElement) {
			put([...now.elements, element]);
			setSelected(now.elements.length);
		},
		remove(at: number) {
			if (now.elements.length > 1) put(now.elements.toSpliced(at, 1));
		},
		undo: () => setHistory(undone),
		redo: () => setHistory(redone),
		replace: (layout: LabelLayout) => setHistory((h) => changed(h, layout)),
	};
}
export type Editing = ReturnType<typeof useLayoutHistory>;
