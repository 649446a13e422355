/**
 * Connects the wedge's decisions to the page: listens before everything else, holds keys back, gives them back,
 * and puts a field right after a scan. Started once by main.tsx; publishes to the scan bus.
 * What a person types outside a field reaches `onTyped` listeners (PIN pads, one-letter shortcuts) only after it
 * is clear that no scanner typed it.
 */
import { publishScan } from "./bus.ts";
import { focusAgain, isTextField, restore, type Snapshot, snapshot, typeInto } from "./field.ts";
import { createLateText } from "./late-text.ts";
import { onWedgeSettings, wedgeSettings } from "./settings.ts";
import { createWedge, type KeyInput, type Outcome, type Wedge } from "./wedge.ts";

export type TypedKey = { key: string; code: string; char: string | undefined };
/** Answers true when it used the key; then nobody below hears it. */
export type TypedListener = (key: TypedKey) => boolean;

const typedListeners: TypedListener[] = [];

/** A timer later than this, ms, says that the page was busy; then keys are waited for a little longer. */
const onTimeMs = 25;
const catchUpMs = 150;

/** Keys typed by a person while no text field has focus; the last listener hears first. */
export function onTyped(listener: TypedListener): () => void {
	typedListeners.push(listener);
	return () => {
		const at = typedListeners.indexOf(listener);
		if (at >= 0) typedListeners.splice(at, 1);
	};
}

/** Hears every key before anything is decided about it. Answers true when it keeps the key for itself. */
export type RawKeyListener = (input: KeyInput) => boolean;
let rawListener: RawKeyListener | undefined;

/** For finding out what a scanner sends (features/scanners). One listener at a time; answers what ends it. */
export function onRawKeys(listener: RawKeyListener): () => void {
	rawListener = listener;
	return () => {
		if (rawListener === listener) rawListener = undefined;
	};
}

/** Starts listening. Answers the function that stops it. */
export function startCapture(): () => void {
	let wedge: Wedge = createWedge(wedgeSettings());
	/** The field when the burst began, then before each of its next keys. */
	let before: (Snapshot | undefined)[] = [];
	let timer: ReturnType<typeof setTimeout> | undefined;
	let replaying = false;
	/** How long after its press the last key was heard of, ms. The next one comes as late. */
	let behind = 0;
	const late = createLateText();

	const carryOut = (outcomes: readonly Outcome[]) => {
		for (const outcome of outcomes) {
			if (outcome.kind === "scan") {
				finishScan(outcome);
				continue;
			}
			if (outcome.kind === "mark") {
				before.push(snapshot());
				continue;
			}
			// Somebody presses a key, and means the field that is waiting for its focus.
			late.over();
			if (outcome.kind === "begin") before = [snapshot()];
			else typed(outcome.input, outcome.char, outcome.held);
		}
		clearTimeout(timer);
		const due = wedge.dueAt();
		if (due === undefined) return;
		// Silence counts from when the last key was heard of: a press further back than that says nothing yet.
		const heardBy = due + behind;
		timer = setTimeout(() => decide(heardBy), Math.max(0, heardBy - performance.now()) + 1);
	};

	const decide = (due: number) => {
		const tick = () => carryOut(wedge.tick(performance.now()));
		// Half a code is worse than a slow one: while the page was busy the rest may have been pressed, and not heard yet.
		if (performance.now() - due <= onTimeMs) tick();
		else timer = setTimeout(tick, catchUpMs);
	};

	const finishScan = ({ text, ime, mark }: Extract<Outcome, { kind: "scan" }>) => {
		const field = before[mark];
		before = [];
		const landed = field ? putRight(field, ime) : false;
		void publishScan({ text, source: "wedge", ime: ime && landed });
	};

	const putRight = (field: Snapshot, ime: boolean): boolean => {
		if (ime) return late.begin(field);
		const landed = restore(field);
		if (landed) focusAgain(field);
		return landed;
	};

	const typed = (input: KeyInput, char: string | undefined, held: boolean) => {
		const target = document.activeElement;
		if (held && target) {
			replaying = true;
			const { key, code, shift } = input;
			const event = new KeyboardEvent("keydown", { key, code, shiftKey: shift, bubbles: true, cancelable: true });
			const free = target.dispatchEvent(event);
			if (free && char !== undefined && isTextField(target)) typeInto(target, char);
			replaying = false;
		}
		if (isTextField(target) || input.ctrl || input.alt || input.meta) return;
		for (const listener of typedListeners.toReversed()) {
			if (listener({ key: input.key, code: input.code, char })) return;
		}
	};

	const onKey = (event: KeyboardEvent) => {
		if (replaying) return;
		const input = inputOf(event);
		behind = Math.max(0, performance.now() - input.time);
		const kept = rawListener?.(input) ?? false;
		const step = kept ? undefined : wedge.key(input);
		if (kept || step?.hold) {
			event.preventDefault();
			event.stopImmediatePropagation();
		}
		if (step) carryOut(step.outcomes);
	};
	const onBeforeInput = (event: InputEvent) => {
		// Characters the system makes by itself (Alt+numpad) while a scanner types.
		if (!replaying && wedge.scanning() && event.inputType === "insertText") event.preventDefault();
		if (!replaying) late.beforeInput(event);
	};
	const onComposition = () => wedge.composing();

	window.addEventListener("keydown", onKey, true);
	window.addEventListener("keyup", onKey, true);
	window.addEventListener("beforeinput", onBeforeInput, true);
	window.addEventListener("input", late.input, true);
	window.addEventListener("compositionstart", onComposition, true);
	const stopSettings = onWedgeSettings((settings) => {
		wedge = createWedge(settings);
	});
	return () => {
		window.removeEventListener("keydown", onKey, true);
		window.removeEventListener("keyup", onKey, true);
		window.removeEventListener("beforeinput", onBeforeInput, true);
		window.removeEventListener("input", late.input, true);
		window.removeEventListener("compositionstart", onComposition, true);
		stopSettings();
		late.over();
		clearTimeout(timer);
	};
}

function inputOf(event: KeyboardEvent): KeyInput {
	return {
		type: event.type === "keyup" ? "up" : "down",
		code: event.code,
		key: event.key,
		shift: event.shiftKey,
		ctrl: event.ctrlKey,
		alt: event.altKey,
		meta: event.metaKey,
		repeat: event.repeat,
		isComposing: event.isComposing,
		keyCode: event.keyCode,
		time: event.timeStamp,
	};
}
