import { ActionIcon, TextInput } from "@mantine/core";
import { IconSearch, IconStar, IconStarFilled } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { Fault } from "../../../../domain/standard/catalogue.ts";
import { useTexts } from "../../../i18n/language.ts";
import { inspectionTexts } from "../../../i18n/texts/inspection.ts";
import type { Names } from "../use-names.ts";
import { toggleFavourite, useFavourites } from "./favourites.ts";
import classes from "./finding.module.css";

export type FaultPickerProps = {
	names: Names;
	category: string;
	onPick: (fault: string) => void;
};

/** Every word typed must be found in the name, the code, the part or the English name. */
export function matchFaults(faults: readonly Fault[], text: string): readonly Fault[] {
	const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
	if (wanted.length === 0) return faults;
	return faults.filter((fault) => {
		const { name, part, code } = fault;
		const all = [code, name.zh, name.en, part.zh, part.en].join(" ").toLowerCase();
		return wanted.every((word) => all.includes(word));
	});
}

/** The faults of this kind of item: type a few characters, arrows, Enter. Usual ones stand first. */
export function FaultPicker({ names, category, onPick }: FaultPickerProps) {
	const t = useTexts(inspectionTexts);
	const listId = useId();
	const favourites = useFavourites();
	const [text, setText] = useState("");
	const [at, setAt] = useState(0);
	const list = useRef<HTMLDivElement>(null);
	const fitting = names.standard.standard.faults.filter((f) => f.categories.includes(category));
	const found = matchFaults(fitting, text);
	const usual = found.filter((f) => favourites.includes(f.code));
	const rows = [...usual, ...found.filter((f) => !favourites.includes(f.code))];
	const marked = rows[Math.min(at, rows.length - 1)];

	useEffect(() => {
		if (marked) list.current?.querySelector(`[data-code="${marked.code}"]`)?.scrollIntoView({ block: "nearest" });
	}, [marked]);
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing) return;
		if (event.key === "ArrowDown") setAt((now) => Math.min(now + 1, rows.length - 1));
		else if (event.key === "ArrowUp") setAt((now) => Math.max(now - 1, 0));
		else if (event.key === "Enter" && marked) onPick(marked.code);
		else return;
		event.preventDefault();
		event.stopPropagation();
	};

	return (
		<div className={classes.picker}>
			<TextInput
				autoFocus
				data-autofocus
				role="combobox"
				aria-expanded
				aria-controls={listId}
				aria-activedescendant={marked ? `${listId}-${marked.code}` : undefined}
				aria-label={t("search")}
				placeholder={t("search")}
				leftSection={<IconSearch size={18} stroke={1.7} />}
				autoComplete="off"
				value={text}
				onKeyDown={onKeyDown}
				onChange={(event) => {
					setText(event.currentTarget.value);
					setAt(0);
				}}
			/>
			<div ref={list} id={listId} role="listbox" aria-label={t("fault")} className={classes.faults}>
				{rows.length === 0 && <p className={classes.soft}>{t("search-none")}</p>}
				{rows.map((fault, index) => (
					// biome-ignore lint/a11y/useFocusableInteractive: the search field keeps the focus and moves the mark
					// biome-ignore lint/a11y/useKeyWithClickEvents: as above
					<div
						key={fault.code}
						id={`${listId}-${fault.code}`}
						role="option"
						aria-selected={fault === marked}
						data-code={fault.code}
						data-last-usual={(index === usual.length - 1 && usual.length > 0) || undefined}
						className={classes.fault}
						onClick={() => onPick(fault.code)}
					>
						<code>{fault.code}</code>
						<strong>{names.text(fault.name)}</strong>
						<span>{names.text(fault.part)}</span>
						<ActionIcon
							tabIndex={-1}
							variant="subtle"
							color="gray"
							aria-label={t(favourites.includes(fault.code) ? "favourite-remove" : "favourite-add")}
							onClick={(event) => {
								event.stopPropagation();
								toggleFavourite(fault.code);
							}}
						>
							{favourites.includes(fault.code) ? (
								<IconStarFilled size={16} className={classes.star} />
							) : (
								<IconStar size={16} stroke={1.6} />
							)}
						</ActionIcon>
					</div>
				))}
			</div>
		</div>
	);
}
