/** Just enough of a page for what puts text fields right: fields with a caret, a focus, events. No layout, no input method. */

let focused: object | undefined;

export class Field extends EventTarget {
	type = "text";
	readOnly = false;
	disabled = false;
	isConnected = true;
	selectionStart: number | null = 0;
	selectionEnd: number | null = 0;
	#value = "";

	get value(): string {
		return this.#value;
	}
	set value(value: string) {
		this.#value = value;
		this.selectionStart = value.length;
		this.selectionEnd = value.length;
	}
	setSelectionRange(start: number, end: number): void {
		this.selectionStart = start;
		this.selectionEnd = end;
	}
	focus(): void {
		focused = this;
	}
	blur(): void {
		if (focused === this) focused = undefined;
		this.dispatchEvent(new Event("blur"));
	}
}

class TextArea extends Field {}

/** What `vi.stubGlobal` has to be given. */
export const page = {
	Element: Field,
	HTMLInputElement: Field,
	HTMLTextAreaElement: TextArea,
	document: {
		body: {},
		get activeElement() {
			return focused ?? this.body;
		},
		getSelection: () => ({ removeAllRanges: () => undefined }),
	},
};

/** A field with text, the focus and the caret in it. */
export function fieldWith(value: string, caret = value.length): Field & HTMLInputElement {
	const field = new Field();
	field.value = value;
	field.setSelectionRange(caret, caret);
	field.focus();
	return field as unknown as Field & HTMLInputElement;
}

/**
 * Text reaches a field the way an input method brings it: announced (where it can be refused or not), written behind the
 * caret, told. `hear` gets the two events, as a window does. Answers false when it was refused.
 */
export function bring(
	field: Field,
	text: string,
	hear: { beforeInput(event: InputEvent): void; input(event: Event): void },
	{ inputType = "insertText", cancelable = true } = {},
): boolean {
	const event = (type: string) => Object.assign(new Event(type, { cancelable }), { inputType });
	const at = (name: string, listener: (event: InputEvent) => void) => {
		const once = event(name);
		field.addEventListener(name, () => listener(once as unknown as InputEvent), { once: true });
		field.dispatchEvent(once);
		return !once.defaultPrevented;
	};
	if (!at("beforeinput", hear.beforeInput)) return false;
	const caret = field.selectionStart ?? field.value.length;
	field.value = field.value.slice(0, caret) + text + field.value.slice(field.selectionEnd ?? caret);
	field.setSelectionRange(caret + text.length, caret + text.length);
	at("input", hear.input);
	return true;
}
