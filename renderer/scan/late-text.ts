/**
 * What an input method still hands over after it was eating a scan. Its letters come behind the last key, without a key
 * of their own, into whatever field has the focus by then: perhaps one the scan itself has just opened. Each such piece
 * is undone as it arrives, so that no screen ever reads it. Whatever follows a key is a person's and stays. Used by
 * capture.ts only.
 */
import { focusAgain, isTextField, restore, type Snapshot, snapshotOf } from "./field.ts";

export type LateText = {
	/** A scan ended that an input method was eating in this field. Answers true when some of it had landed there. */
	begin(field: Snapshot): boolean;
	/** A person's key, or time enough: nothing late is to be expected, and the field gets the focus again. */
	over(): void;
	beforeInput(event: InputEvent): void;
	input(event: Event): void;
};

/** Input methods commit this late, ms. */
const lateTextMs = 250;

/** How letters of an input method arrive; pasting and dropping are a person's. */
const late = new Set(["insertText", "insertCompositionText", "insertFromComposition"]);

export function createLateText(): LateText {
	let home: Snapshot | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let arriving: Snapshot | undefined;

	function over(): void {
		const field = home;
		if (!field) return;
		home = undefined;
		arriving = undefined;
		clearTimeout(timer);
		// Somewhere else by now means that the scan, or somebody, put it there.
		if (document.activeElement === document.body) focusAgain(field);
	}

	return {
		begin(field) {
			over();
			// Before the focus goes: a field that keeps what it holds when it is left must not keep this.
			const landed = restore(field);
			// The one way to make an input method let go. A caret left behind would still take what it hands over.
			field.field.blur();
			document.getSelection()?.removeAllRanges();
			home = field;
			timer = setTimeout(over, lateTextMs);
			return restore(field) || landed;
		},
		over,
		beforeInput(event) {
			if (!home || !late.has(event.inputType)) return;
			// What is being composed can't be refused, only taken back.
			const target = event.target instanceof Element ? event.target : null;
			if (event.cancelable) event.preventDefault();
			else if (isTextField(target)) arriving = snapshotOf(target);
		},
		input(event) {
			const field = arriving;
			if (!field || event.target !== field.field) return;
			arriving = undefined;
			event.stopImmediatePropagation();
			restore(field);
		},
	};
}
