import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { useTexts } from "../../i18n/language.ts";
import { componentTexts } from "../../i18n/texts/components.ts";
import classes from "./input.module.css";

const fields =
	'input:not([type="hidden"]):not(:disabled), textarea:not(:disabled), select:not(:disabled), [data-field-focus]';

export type EnterFormProps = {
	children: ReactNode;
	/** Enter with nothing missing any more. */
	onComplete?: () => void;
	label?: string;
};

/**
 * A page of fields where Enter goes to the next thing that is missing, from top to bottom and round again. A plain
 * `<form>` would submit at the first Enter. Text areas keep Enter for new lines; Ctrl+Enter moves on.
 */
export function EnterForm({ children, onComplete, label }: EnterFormProps) {
	const root = useRef<HTMLDivElement>(null);
	const onKeyDown = (event: KeyboardEvent) => {
		const from = event.target;
		if (event.key !== "Enter" || event.defaultPrevented || event.nativeEvent.isComposing) return;
		if (
			!(from instanceof HTMLElement) ||
			from instanceof HTMLButtonElement ||
			from.getAttribute("aria-expanded") === "true"
		)
			return;
		if (from instanceof HTMLTextAreaElement && !event.ctrlKey) return;
		event.preventDefault();
		const next = root.current && nextMissing(root.current, from);
		if (next) next.focus();
		else onComplete?.();
	};
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: it only hears what bubbles up from its fields
		<div
			ref={root}
			className={classes.form}
			onKeyDown={onKeyDown}
			{...(label ? { role: "group", "aria-label": label } : {})}
		>
			{children}
		</div>
	);
}

/** The first field of the next `<Field missing>` after `from`, round the form. The field just left doesn't count. */
export function nextMissing(root: HTMLElement, from: HTMLElement): HTMLElement | undefined {
	const missing = [...root.querySelectorAll<HTMLElement>("[data-missing]")].filter((field) => !field.contains(from));
	const after = missing.find((field) => (from.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
	return (after ?? missing[0])?.querySelector<HTMLElement>(fields) ?? undefined;
}

export type FieldProps = {
	children: ReactNode;
	/** Still to be filled: marked, and Enter comes here. */
	missing?: boolean;
	/** The first missing one of the page, shown strongest. */
	next?: boolean;
};

/** Wraps one input of an {@link EnterForm} and marks it while it is missing. */
export function Field({ children, missing = false, next = false }: FieldProps) {
	const t = useTexts(componentTexts);
	return (
		<div className={classes.field} data-missing={missing || undefined} data-next={(missing && next) || undefined}>
			{children}
			{missing && <span className={classes.fieldMark}>{t("missing")}</span>}
		</div>
	);
}
