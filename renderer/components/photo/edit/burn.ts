/** Edits become a picture of their own: turned, cut, drawn on. The photo they were made on is not touched. */
import { contextOf } from "../picture/compress.ts";
import { type MadePicture, pictureOfCanvas } from "../picture/make-picture.ts";
import { cutPixels, type Edits, lineWidth, type Mark, type Size, sizeAfter, wordHeight } from "./marks.ts";
import { pathOf, wordPlace, wordSpan } from "./paths.ts";

/** Red on white: seen on black leather and on white canvas alike. */
export const markInk = "#e3201b";
export const markHalo = "#ffffff";
export const markFont = '"Noto Sans SC", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Draws the picture turned, filling `size` (of the turned picture). */
export function drawTurned(context: Context, picture: ImageBitmap, turns: number, size: Size): void {
	const upright = sizeAfter(size, turns);
	context.save();
	context.translate(size.width / 2, size.height / 2);
	context.rotate((turns * Math.PI) / 2);
	context.drawImage(picture, -upright.width / 2, -upright.height / 2, upright.width, upright.height);
	context.restore();
}

export function burn(picture: ImageBitmap, edits: Edits): Promise<MadePicture> {
	const size = sizeAfter(picture, edits.turns);
	const cut = cutPixels(edits.cut, size);
	const canvas = new OffscreenCanvas(cut.width, cut.height);
	const context = contextOf(canvas);
	context.translate(-cut.x, -cut.y);
	drawTurned(context, picture, edits.turns, size);
	for (const mark of edits.marks) drawMark(context, mark, size);
	return pictureOfCanvas(canvas);
}

function drawMark(context: Context, mark: Mark, size: Size): void {
	const width = lineWidth(size);
	const line = new Path2D(pathOf(mark, size));
	context.lineCap = "round";
	context.lineJoin = "round";
	context.strokeStyle = markHalo;
	context.lineWidth = width * 2;
	context.stroke(line);
	context.strokeStyle = markInk;
	context.lineWidth = width;
	context.stroke(line);
	if (mark.kind !== "fault" || mark.words === "") return;
	const high = wordHeight(size);
	const place = wordPlace(mark, mark.words, size);
	const span = wordSpan(mark.words, size);
	context.fillStyle = markInk;
	context.beginPath();
	context.roundRect(place.x - span / 2, place.y - high * 0.65, span, high * 1.3, high * 0.2);
	context.fill();
	context.fillStyle = markHalo;
	context.font = `600 ${high * 0.78}px ${markFont}`;
	context.textAlign = "center";
	context.textBaseline = "middle";
	context.fillText(mark.words, place.x, place.y, span);
}
