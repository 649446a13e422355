import { Checkbox } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useTexts } from "../../i18n/language.ts";
import { componentTexts } from "../../i18n/texts/components.ts";
import { keepWithin, moveTo, nothingChosen, type Selection, toggle, toggleAll } from "./selection.ts";
import classes from "./table.module.css";

export type Column<T> = {
	key: string;
	title: string;
	cell: (row: T) => ReactNode;
	/** CSS width, e.g. "9rem"; columns without one share what is left. */
	width?: string;
	align?: "start" | "end";
};

export type DataTableProps<T> = {
	label: string;
	rows: readonly T[];
	columns: readonly Column<T>[];
	idOf: (row: T) => string;
	/** Enter or a click opens a row. */
	onOpen?: (row: T) => void;
	/** Given: rows can be chosen, and this hears which. */
	onSelect?: (ids: ReadonlySet<string>) => void;
	/** Shown instead of rows when there are none. */
	empty?: ReactNode;
	/** A mark at the row's edge, as a CSS colour; the row must say the same in words. */
	edgeOf?: (row: T) => string | undefined;
};

const page = 12;

/** A dense list for the keyboard: arrows move, Space chooses, Shift extends, Ctrl+A takes all, Enter opens. */
export function DataTable<T>({ label, rows, columns, idOf, onOpen, onSelect, empty, edgeOf }: DataTableProps<T>) {
	const t = useTexts(componentTexts);
	const body = useRef<HTMLDivElement>(null);
	const [kept, setKept] = useState<Selection>(nothingChosen);
	const ids = useMemo(() => rows.map(idOf), [rows, idOf]);
	const now = keepWithin(kept, ids);
	const choosable = onSelect !== undefined;

	const change = (next: Selection) => {
		setKept(next);
		if (onSelect && next.chosen !== now.chosen) onSelect(next.chosen);
	};
	useEffect(() => {
		body.current?.querySelector(`[data-index="${now.cursor}"]`)?.scrollIntoView({ block: "nearest" });
	}, [now.cursor]);

	const steps: Record<string, number> = {
		ArrowDown: 1,
		ArrowUp: -1,
		PageDown: page,
		PageUp: -page,
		Home: -ids.length,
		End: ids.length,
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const step = steps[event.key];
		if (step !== undefined) change(moveTo(now, now.cursor + step, ids, event.shiftKey && choosable));
		else if (event.key === " " && choosable) change(toggle(now, now.cursor, ids));
		else if (event.code === "KeyA" && event.ctrlKey && choosable) change(toggleAll(now, ids));
		else if (event.key === "Enter" && event.target === event.currentTarget) open(now.cursor);
		else return;
		event.preventDefault();
	};
	const open = (index: number) => {
		const row = rows[index];
		if (row !== undefined) onOpen?.(row);
	};

	if (rows.length === 0 && empty) return empty;
	return (
		<div className={classes.frame}>
			<div ref={body} className={classes.scroll}>
				<table
					className={classes.table}
					// biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen is a grid
					role="grid"
					aria-label={label}
					aria-multiselectable={choosable}
					aria-activedescendant={ids.length > 0 ? `row-${ids[now.cursor]}` : undefined}
					tabIndex={0}
					onKeyDown={onKeyDown}
				>
					<thead>
						<tr>
							{choosable && (
								<th style={{ width: "2.5rem" }}>
									<Checkbox
										size="xs"
										tabIndex={-1}
										aria-label={t("select-all")}
										checked={ids.length > 0 && now.chosen.size === ids.length}
										indeterminate={now.chosen.size > 0 && now.chosen.size < ids.length}
										onChange={() => change(toggleAll(now, ids))}
									/>
								</th>
							)}
							{columns.map((column) => (
								<th key={column.key} data-align={column.align} style={column.width ? { width: column.width } : {}}>
									{column.title}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{rows.map((row, index) => {
							const id = ids[index] ?? "";
							const chosen = now.chosen.has(id);
							return (
								<tr
									key={id}
									id={`row-${id}`}
									aria-selected={choosable ? chosen : undefined}
									data-index={index}
									data-cursor={index === now.cursor || undefined}
									data-opens={onOpen ? true : undefined}
									onClick={(event) => {
										if (event.target instanceof HTMLInputElement) return;
										if (choosable && (event.ctrlKey || event.metaKey)) change(toggle(now, index, ids));
										else if (choosable && event.shiftKey) change(moveTo(now, index, ids, true));
										else {
											change(moveTo(now, index, ids, false));
											open(index);
										}
									}}
								>
									{choosable && (
										<td style={{ borderLeftColor: edgeOf?.(row) ?? "transparent" }}>
											<Checkbox
												size="xs"
												tabIndex={-1}
												aria-label={t("select-row")}
												checked={chosen}
												onChange={() => change(toggle(now, index, ids))}
											/>
										</td>
									)}
									{columns.map((column, place) => (
										<td
											key={column.key}
											data-align={column.align}
											style={place === 0 && !choosable ? { borderLeftColor: edgeOf?.(row) ?? "transparent" } : {}}
										>
											{column.cell(row)}
										</td>
									))}
								</tr>
							);
						})}
					</tbody>
				</table>
			</div>
			{choosable && (
				<p className={classes.foot}>
					<strong>{t("selected-count", { count: now.chosen.size })}</strong>
					<span>{t("table-keys")}</span>
				</p>
			)}
		</div>
	);
}
