import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { useTexts } from "../../../i18n/language.ts";
import { photoEditTexts } from "../../../i18n/texts/photo-edit.ts";
import { fitInto } from "../picture/steps.ts";
import { drawTurned, markFont, markHalo, markInk } from "./burn.ts";
import classes from "./edit.module.css";
import { type Box, lineWidth, type Mark, type Point, type Size, sizeAfter, within, wordHeight } from "./marks.ts";
import { pathOf, wordPlace, wordSpan } from "./paths.ts";
import type { EditDesk } from "./use-edits.ts";

/** Enough for any screen; the stored picture is drawn at full size. */
const shownPx = 1600;
const stepOf: Record<string, readonly [number, number]> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
};
const middle: Point = { x: 500, y: 500 };

/** The photo being worked on. A finger, pen or mouse draws; with keys, arrows move the aim and Enter begins and ends. */
export function EditStage({ picture, desk }: { picture: ImageBitmap; desk: EditDesk }) {
	const t = useTexts(photoEditTexts);
	const canvas = useRef<HTMLCanvasElement>(null);
	const stage = useRef<HTMLButtonElement>(null);
	const [aim, setAim] = useState<Point>();
	const { edits, line } = desk;
	const turned = sizeAfter(picture, edits.turns);
	const size = fitInto(turned.width, turned.height, shownPx);
	const { width, height } = size;

	// The dialog chose its focus while the photo was still coming.
	useEffect(() => stage.current?.focus(), []);
	useEffect(() => {
		const { current } = canvas;
		const context = current?.getContext("2d");
		if (!current || !context) return;
		current.width = width;
		current.height = height;
		context.imageSmoothingQuality = "high";
		drawTurned(context, picture, edits.turns, { width, height });
	}, [picture, edits.turns, width, height]);

	const placeOf = (event: PointerEvent<HTMLElement>): Point => {
		const box = event.currentTarget.getBoundingClientRect();
		return within({
			x: ((event.clientX - box.left) / box.width) * 1000,
			y: ((event.clientY - box.top) / box.height) * 1000,
		});
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const step = stepOf[event.key];
		if (step) {
			event.preventDefault();
			const far = event.shiftKey ? 5 : 25;
			const to = within({ x: (aim ?? middle).x + step[0] * far, y: (aim ?? middle).y + step[1] * far });
			setAim(to);
			if (line.length > 0) desk.move(to);
		} else if ((event.key === "Enter" || event.key === " ") && !event.ctrlKey && !event.metaKey) {
			event.preventDefault();
			if (line.length > 0) desk.finish();
			else desk.begin(aim ?? middle);
			setAim(aim ?? middle);
		} else if (event.key === "Escape" && line.length > 0) {
			desk.drop();
		}
	};
	return (
		<button
			ref={stage}
			type="button"
			className={classes.stage}
			style={{ aspectRatio: `${width} / ${height}` }}
			aria-label={t("stage")}
			// Escape lays the line down first, and closes only then.
			data-mantine-stop-propagation={line.length > 0}
			onPointerDown={(event) => {
				event.currentTarget.setPointerCapture(event.pointerId);
				setAim(undefined);
				desk.begin(placeOf(event));
			}}
			onPointerMove={(event) => line.length > 0 && event.buttons > 0 && desk.move(placeOf(event))}
			onPointerUp={() => line.length > 0 && desk.finish()}
			onPointerCancel={desk.drop}
			onKeyDown={onKeyDown}
			onFocus={(event) => event.currentTarget.matches(":focus-visible") && setAim((now) => now ?? middle)}
			onBlur={() => setAim(undefined)}
		>
			<canvas ref={canvas} />
			<svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
				<Cut cut={desk.previewCut ?? edits.cut} size={size} />
				{[...edits.marks, ...(desk.preview ? [desk.preview] : [])].map((mark, at) => (
					<MarkView key={at} mark={mark} size={size} />
				))}
				{aim && <Aim at={aim} size={size} />}
			</svg>
		</button>
	);
}

function MarkView({ mark, size }: { mark: Mark; size: Size }) {
	const width = lineWidth(size);
	const high = wordHeight(size);
	const d = pathOf(mark, size);
	const words = mark.kind === "fault" ? mark.words : "";
	const place = mark.kind === "fault" ? wordPlace(mark, words, size) : middle;
	const span = wordSpan(words, size);
	return (
		<g data-mark={mark.kind} fill="none" strokeLinecap="round" strokeLinejoin="round">
			<path d={d} stroke={markHalo} strokeWidth={width * 2} />
			<path d={d} stroke={markInk} strokeWidth={width} />
			{words !== "" && (
				<>
					<rect
						x={place.x - span / 2}
						y={place.y - high * 0.65}
						width={span}
						height={high * 1.3}
						rx={high * 0.2}
						fill={markInk}
					/>
					<text
						x={place.x}
						y={place.y}
						fill={markHalo}
						fontSize={high * 0.78}
						fontWeight={600}
						fontFamily={markFont}
						textAnchor="middle"
						dominantBaseline="central"
					>
						{words}
					</text>
				</>
			)}
		</g>
	);
}

/** What falls away is dark. */
function Cut({ cut, size: { width, height } }: { cut: Box | undefined; size: Size }) {
	if (!cut) return null;
	const x = (cut.from.x / 1000) * width;
	const y = (cut.from.y / 1000) * height;
	const right = (cut.to.x / 1000) * width;
	const bottom = (cut.to.y / 1000) * height;
	const inner = `M${x} ${y}H${right}V${bottom}H${x}Z`;
	return (
		<g data-cut>
			<path d={`M0 0H${width}V${height}H0Z${inner}`} fill="#000" fillOpacity={0.6} fillRule="evenodd" />
			<path d={inner} fill="none" stroke="#fff" strokeWidth={lineWidth({ width, height })} strokeDasharray="14 9" />
		</g>
	);
}

function Aim({ at, size: { width, height } }: { at: Point; size: Size }) {
	const x = (at.x / 1000) * width;
	const y = (at.y / 1000) * height;
	const arm = Math.max(width, height) / 40;
	const d = `M${x - arm} ${y}H${x + arm}M${x} ${y - arm}V${y + arm}`;
	return (
		<g fill="none" data-aim>
			<path d={d} stroke="#000" strokeOpacity={0.75} strokeWidth={arm / 4} />
			<path d={d} stroke="#fff" strokeWidth={arm / 9} />
		</g>
	);
}
