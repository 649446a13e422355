import { Modal, Select, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTexts } from "../../../i18n/language.ts";
import { quoteTexts } from "../../../i18n/texts/quote.ts";
import classes from "./quote.module.css";

export type PickRow = { code: string; name: string; price: string; search: string };

export type PickDialogProps = {
	title: string;
	label: string;
	rows: readonly PickRow[];
	/** What it is for: a finding, or nothing in particular. */
	targets?: { label: string; data: { value: string; label: string }[] };
	onPick: (code: string, target: string) => void;
	onClose: () => void;
};

/** One code from a long list: type, arrows, Enter. */
export function PickDialog({ title, label, rows, targets, onPick, onClose }: PickDialogProps) {
	const t = useTexts(quoteTexts);
	const listId = useId();
	const [text, setText] = useState("");
	const [at, setAt] = useState(0);
	const [target, setTarget] = useState("");
	const list = useRef<HTMLDivElement>(null);
	const words = text.toLowerCase().split(/\s+/).filter(Boolean);
	const found = rows.filter((row) => words.every((word) => row.search.includes(word)));
	const marked = found[Math.min(at, found.length - 1)];
	useEffect(() => {
		if (marked) list.current?.querySelector(`[data-code="${marked.code}"]`)?.scrollIntoView({ block: "nearest" });
	}, [marked]);
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing) return;
		if (event.key === "ArrowDown") setAt((now) => Math.min(now + 1, found.length - 1));
		else if (event.key === "ArrowUp") setAt((now) => Math.max(now - 1, 0));
		else if (event.key === "Enter" && marked) onPick(marked.code, target);
		else return;
		event.preventDefault();
	};
	return (
		<Modal opened onClose={onClose} title={title} size="lg">
			<div className={classes.pick}>
				<TextInput
					data-autofocus
					role="combobox"
					aria-expanded
					aria-controls={listId}
					aria-activedescendant={marked ? `${listId}-${marked.code}` : undefined}
					aria-label={label}
					placeholder={label}
					leftSection={<IconSearch size={18} stroke={1.7} />}
					autoComplete="off"
					value={text}
					onKeyDown={onKeyDown}
					onChange={(event) => {
						setText(event.currentTarget.value);
						setAt(0);
					}}
				/>
				{targets && targets.data.length > 1 && (
					<Select
						label={targets.label}
						data={targets.data}
						value={target}
						onChange={(value) => setTarget(value ?? "")}
					/>
				)}
				<div ref={list} id={listId} role="listbox" aria-label={label} className={classes.pickList}>
					{found.length === 0 && <p className={classes.soft}>{t("add-none")}</p>}
					{found.map((row) => (
						// biome-ignore lint/a11y/useFocusableInteractive: the search field keeps the focus and moves the mark
						// biome-ignore lint/a11y/useKeyWithClickEvents: as above
						<div
							key={row.code}
							id={`${listId}-${row.code}`}
							role="option"
							aria-selected={row === marked}
							data-code={row.code}
							onClick={() => onPick(row.code, target)}
						>
							<code>{row.code}</code>
							<strong>{row.name}</strong>
							<span>{row.price}</span>
						</div>
					))}
				</div>
			</div>
		</Modal>
	);
}
