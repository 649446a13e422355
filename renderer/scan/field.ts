/**
 * Text fields as the capture needs them: remember one, put it back, give it characters. Goes through the native
 * setter and an input event, so a field controlled by React stays what React thinks it is. Used by capture.ts.
 */

export type TextField = HTMLInputElement | HTMLTextAreaElement;

const textTypes = new Set(["text", "search", "tel", "url", "email", "password", "number"]);

export function isTextField(element: Element | null): element is TextField {
	if (element instanceof HTMLTextAreaElement) return !element.readOnly && !element.disabled;
	return element instanceof HTMLInputElement && textTypes.has(element.type) && !element.readOnly && !element.disabled;
}

export type Snapshot = { field: TextField; value: string; start: number | null; end: number | null };

/** The focused text field as it is now, or undefined when none is focused. */
export function snapshot(): Snapshot | undefined {
	const field = document.activeElement;
	return isTextField(field) ? snapshotOf(field) : undefined;
}

/** A text field as it is now. */
export function snapshotOf(field: TextField): Snapshot {
	return { field, value: field.value, start: field.selectionStart, end: field.selectionEnd };
}

/** Puts text and caret back; the focus stays where it is. Answers true when something had landed in it. */
export function restore(snapshot: Snapshot): boolean {
	const { field, value } = snapshot;
	if (!field.isConnected || field.value === value) return false;
	setValue(field, value);
	putCaret(snapshot);
	return true;
}

/** Gives the field the focus again, the caret where it was if the text still is what it was. */
export function focusAgain(snapshot: Snapshot): void {
	const { field, value } = snapshot;
	if (!field.isConnected || document.activeElement === field) return;
	field.focus({ preventScroll: true });
	if (field.value === value) putCaret(snapshot);
}

function putCaret({ field, start, end }: Snapshot): void {
	// Number and e-mail fields have no selection to set.
	if (start !== null && end !== null) field.setSelectionRange(start, end);
}

function setValue(field: TextField, value: string): void {
	const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
	Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(field, value);
	field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Types one character at the caret, undoable where the browser allows it. */
export function typeInto(field: TextField, char: string): void {
	// The only way that keeps the browser's undo; still supported by the engine we ship.
	if (document.execCommand("insertText", false, char)) return;
	const start = field.selectionStart ?? field.value.length;
	const end = field.selectionEnd ?? start;
	setValue(field, field.value.slice(0, start) + char + field.value.slice(end));
	if (field.selectionStart !== null) field.setSelectionRange(start + char.length, start + char.length);
}
