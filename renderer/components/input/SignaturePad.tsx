import { Button, Group } from "@mantine/core";
import { IconArrowBackUp, IconEraser } from "@tabler/icons-react";
import { type PointerEvent, useEffect, useRef, useState } from "react";
import { useTexts } from "../../i18n/language.ts";
import { componentTexts } from "../../i18n/texts/components.ts";
import classes from "./input.module.css";
import { drawStrokes, type Stroke, signaturePng } from "./strokes.ts";

export type SignaturePadProps = {
	/** The signature after each stroke; undefined when the pad is empty again. */
	onChange: (png: Blob | undefined) => void;
	/** Height in rem; default 11. */
	height?: number;
	/** What is signed, above the line. */
	caption?: string;
};

/** Signing with finger, pen or mouse. Always dark on white: it becomes paper. */
export function SignaturePad({ onChange, height = 11, caption }: SignaturePadProps) {
	const t = useTexts(componentTexts);
	const canvas = useRef<HTMLCanvasElement>(null);
	const current = useRef<{ x: number; y: number; pressure: number }[]>([]);
	const [strokes, setStrokes] = useState<readonly Stroke[]>([]);

	useEffect(() => paint(canvas.current, strokes), [strokes]);
	useEffect(() => {
		const watch = new ResizeObserver(() => paint(canvas.current, strokes));
		if (canvas.current) watch.observe(canvas.current);
		return () => watch.disconnect();
	}, [strokes]);

	const change = (now: readonly Stroke[]) => {
		setStrokes(now);
		void signaturePng(now).then(onChange);
	};
	const point = (event: PointerEvent) => {
		const box = event.currentTarget.getBoundingClientRect();
		const pressure = event.pressure > 0 && event.pointerType === "pen" ? event.pressure : 0.5;
		return { x: event.clientX - box.left, y: event.clientY - box.top, pressure };
	};
	const down = (event: PointerEvent) => {
		event.currentTarget.setPointerCapture(event.pointerId);
		current.current = [point(event)];
	};
	const move = (event: PointerEvent) => {
		if (current.current.length === 0) return;
		current.current.push(point(event));
		paint(canvas.current, [...strokes, current.current]);
	};
	const up = () => {
		if (current.current.length === 0) return;
		const drawn = current.current;
		current.current = [];
		change([...strokes, drawn]);
	};

	return (
		<div className={classes.sign}>
			<div className={classes.signHead}>
				{caption && <p className={classes.signCaption}>{caption}</p>}
				<Group gap="xs" justify="flex-end" wrap="nowrap">
					<Button
						variant="default"
						size="xs"
						leftSection={<IconArrowBackUp size={16} />}
						disabled={strokes.length === 0}
						onClick={() => change(strokes.slice(0, -1))}
					>
						{t("sign-undo")}
					</Button>
					<Button
						variant="default"
						size="xs"
						leftSection={<IconEraser size={16} />}
						disabled={strokes.length === 0}
						onClick={() => change([])}
					>
						{t("sign-clear")}
					</Button>
				</Group>
			</div>
			<div className={classes.signPaper} style={{ height: `${height}rem` }}>
				<canvas
					ref={canvas}
					aria-label={t("sign-label")}
					onPointerDown={down}
					onPointerMove={move}
					onPointerUp={up}
					onPointerCancel={up}
				/>
				{strokes.length === 0 && <span aria-hidden>{t("sign-here")}</span>}
			</div>
		</div>
	);
}

function paint(canvas: HTMLCanvasElement | null, strokes: readonly Stroke[]): void {
	const context = canvas?.getContext("2d");
	if (!canvas || !context) return;
	const scale = window.devicePixelRatio || 1;
	const [width, height] = [Math.round(canvas.clientWidth * scale), Math.round(canvas.clientHeight * scale)];
	if (canvas.width !== width || canvas.height !== height) {
		canvas.width = width;
		canvas.height = height;
	}
	context.setTransform(scale, 0, 0, scale, 0, 0);
	context.clearRect(0, 0, canvas.clientWidth, canvas.clientHeight);
	drawStrokes(context, strokes, "#1a1a1a");
}
