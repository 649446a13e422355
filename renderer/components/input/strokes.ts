/**
 * Pen strokes of a signature as numbers, drawn the same on screen and into the stored picture. Pure but for the
 * canvas it is given. Used by SignaturePad.
 */

/** Points in CSS pixels with pressure 0–1 (0.5 where the pen has none). */
export type Stroke = readonly { x: number; y: number; pressure: number }[];

/** Draws smoothly through the middles of the points; a pen pressed harder draws broader. */
export function drawStrokes(canvas: CanvasRenderingContext2D, strokes: readonly Stroke[], ink: string): void {
	canvas.lineCap = "round";
	canvas.lineJoin = "round";
	canvas.strokeStyle = ink;
	canvas.fillStyle = ink;
	for (const stroke of strokes) drawStroke(canvas, stroke);
}

function drawStroke(canvas: CanvasRenderingContext2D, stroke: Stroke): void {
	const [first] = stroke;
	if (!first) return;
	if (stroke.length === 1) {
		canvas.beginPath();
		canvas.arc(first.x, first.y, 1.6, 0, 2 * Math.PI);
		canvas.fill();
		return;
	}
	let last = first;
	let from = first;
	for (const point of stroke.slice(1)) {
		const middle = { x: (last.x + point.x) / 2, y: (last.y + point.y) / 2 };
		canvas.beginPath();
		canvas.lineWidth = 1.4 + 2.4 * point.pressure;
		canvas.moveTo(from.x, from.y);
		canvas.quadraticCurveTo(last.x, last.y, middle.x, middle.y);
		canvas.stroke();
		from = { ...middle, pressure: point.pressure };
		last = point;
	}
}

/** The strokes as a PNG with a little margin, black on white, at double size for printing; undefined when nothing was signed. */
export async function signaturePng(strokes: readonly Stroke[]): Promise<Blob | undefined> {
	const points = strokes.flat();
	if (points.length < 2) return undefined;
	const margin = 8;
	const left = Math.min(...points.map((p) => p.x)) - margin;
	const top = Math.min(...points.map((p) => p.y)) - margin;
	const width = Math.max(...points.map((p) => p.x)) + margin - left;
	const height = Math.max(...points.map((p) => p.y)) + margin - top;
	const canvas = document.createElement("canvas");
	canvas.width = Math.ceil(width * 2);
	canvas.height = Math.ceil(height * 2);
	const context = canvas.getContext("2d");
	if (!context) return undefined;
	context.fillStyle = "#fff";
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.scale(2, 2);
	context.translate(-left, -top);
	drawStrokes(context, strokes, "#000");
	return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), "image/png"));
}
