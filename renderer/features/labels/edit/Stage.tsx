import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import type { LayoutElement } from "../../../../preload/contract/label-layout.ts";
import { mediaUrl } from "../../../app/client.ts";
import { useTexts } from "../../../i18n/language.ts";
import { labelsTexts } from "../../../i18n/texts/labels.ts";
import classes from "../labels.module.css";
import { type Editing, moved, resized, snapMm } from "./history.ts";
import { elementName } from "./names.ts";

type Drag = { at: number; from: LayoutElement; x: number; y: number; size: boolean; run: string };
const steps: Record<string, readonly [number, number]> = {
	ArrowLeft: [-snapMm, 0],
	ArrowRight: [snapMm, 0],
	ArrowUp: [0, -snapMm],
	ArrowDown: [0, snapMm],
};

/** The label as it will come out, with a box around each element to take hold of. */
export function Stage({ edit, handle, wrong }: { edit: Editing; handle: string | null; wrong: ReadonlySet<number> }) {
	const t = useTexts(labelsTexts);
	const stage = useRef<HTMLElement>(null);
	const drag = useRef<Drag | undefined>(undefined);
	const { layout, selected } = edit;
	const percent = (mm: number, whole: number) => `${(100 * mm) / whole}%`;

	const onDown = (event: PointerEvent<HTMLElement>, at: number, size: boolean) => {
		const from = layout.elements[at];
		if (!from || event.button !== 0) return;
		event.stopPropagation();
		edit.select(at);
		event.currentTarget.setPointerCapture(event.pointerId);
		drag.current = { at, from, x: event.clientX, y: event.clientY, size, run: `drag-${event.timeStamp}` };
	};
	const onMove = (event: PointerEvent<HTMLElement>) => {
		const held = drag.current;
		const width = stage.current?.getBoundingClientRect().width;
		if (!held || !width) return;
		const mm = layout.widthMm / width;
		const change = held.size ? resized : moved;
		const next = change(held.from, layout, (event.clientX - held.x) * mm, (event.clientY - held.y) * mm);
		edit.set(held.at, next, held.run);
	};
	const onUp = () => {
		drag.current = undefined;
	};
	const onKeyDown = (event: KeyboardEvent, at: number) => {
		const element = layout.elements[at];
		const step = steps[event.key];
		if (!element) return;
		if (step) edit.set(at, (event.shiftKey ? resized : moved)(element, layout, ...step), `key-${at}-${event.shiftKey}`);
		else if (event.key === "Delete") edit.remove(at);
		else return;
		event.preventDefault();
		event.stopPropagation();
	};

	return (
		<section
			ref={stage}
			className={classes.stage}
			style={{ aspectRatio: `${layout.widthMm} / ${layout.heightMm}` }}
			aria-label={t("preview")}
		>
			{handle ? <img src={mediaUrl(handle)} alt={t("preview")} /> : <p>{t("cannot-draw")}</p>}
			{layout.elements.map((element, at) => (
				<button
					key={at}
					type="button"
					className={classes.box ?? ""}
					aria-label={`${at + 1} ${elementName(t, element)}`}
					aria-pressed={at === selected}
					data-wrong={wrong.has(at) || undefined}
					data-thin={element.h < 1.5 || undefined}
					style={{
						left: percent(element.x, layout.widthMm),
						top: percent(element.y, layout.heightMm),
						width: percent(element.w, layout.widthMm),
						height: percent(element.h, layout.heightMm),
					}}
					onFocus={() => edit.select(at)}
					onKeyDown={(event) => onKeyDown(event, at)}
					onPointerDown={(event) => onDown(event, at, false)}
					onPointerMove={onMove}
					onPointerUp={onUp}
					onPointerCancel={onUp}
				>
					{at === selected && (
						<span
							className={classes.grip}
							onPointerDown={(event) => onDown(event, at, true)}
							onPointerMove={onMove}
							onPointerUp={onUp}
						/>
					)}
				</button>
			))}
		</section>
	);
}
