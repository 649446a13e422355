/**
 * What is wrong with a layout, before it can cost a roll of labels: everything on the label, the code there and wide
 * enough for both kinds of heads, nothing across it, and no type too small to read.
 */
import type { Reason } from "../../../domain/errors.ts";
import { type LabelLayout, type LayoutElement, layoutFields } from "../../../preload/contract/label-layout.ts";
import type { Bitmap } from "../../print/label/bitmap.ts";
import { labelFields } from "../../print/label/fields.ts";
import type { LabelDpi } from "../../print/label/labels.ts";
import type { CodeElement } from "../../print/label/layout.ts";
import { codeDots } from "../../print/label/raster.ts";
import { sampleLabel } from "./samples.ts";

/** `at`: place in the list of elements, null = the label as a whole. */
export type LayoutProblem = { at: number | null; reason: Reason };

/** Smallest type, mm: about six points, what is still read on a shelf. */
export const smallestTextMm = 2;
/** Lower bars are missed by a hand that is not quite straight, mm. */
const lowestBarsMm = 4;
const heads: readonly LabelDpi[] = [203, 300];
/** Rounding of sums of tenths. */
const slack = 0.001;

const isCode = (element: LayoutElement): element is CodeElement => element.type === "code128" || element.type === "qr";

/** In the order of the list; the label as a whole last. */
export function layoutProblems(layout: LabelLayout, picture: (image: string) => Bitmap | undefined): LayoutProblem[] {
	const problems: LayoutProblem[] = layout.elements.flatMap((element, at) => {
		const reason = wrongWith(layout, element, at, picture);
		return reason ? [{ at, reason }] : [];
	});
	if (`${layout.widthMm}x${layout.heightMm}` !== layout.size) problems.push({ at: null, reason: "labels.wrong-size" });
	const named = layout.elements.some((element) => isCode(element) && element.field === "code");
	if (!named) problems.push({ at: null, reason: "labels.no-code" });
	return problems;
}

function wrongWith(
	layout: LabelLayout,
	element: LayoutElement,
	at: number,
	picture: (image: string) => Bitmap | undefined,
): Reason | undefined {
	const { x, y, w, h } = element;
	if (x + w > layout.widthMm + slack || y + h > layout.heightMm + slack) return "labels.outside";
	if (element.type === "image") return picture(element.image) ? covers(layout, at) : "labels.unknown-picture";
	if (element.type === "rule") return covers(layout, at);
	const fields: readonly string[] = layoutFields[layout.kind];
	if (!fields.includes(element.field)) return "labels.unknown-field";
	if (element.type === "text") {
		if (element.minSize < smallestTextMm || element.size < element.minSize) return "labels.text-too-small";
		return covers(layout, at);
	}
	return fits(layout, element) ?? covers(layout, at);
}

function fits(layout: LabelLayout, element: CodeElement): Reason | undefined {
	if (element.type === "code128" && element.h < lowestBarsMm) return "labels.code-too-low";
	// Two dots a module for a QR: one is smaller than most readers' eyes.
	const least = element.type === "qr" ? 2 : 1;
	for (const sample of ["usual", "long"] as const) {
		const text = labelFields(sampleLabel(layout.kind, sample, "zh-CN"))[element.field] ?? "";
		if (text === "") continue;
		// Readers disagree on what letters beyond ASCII mean in a Code 128.
		if (element.type === "code128" && !/^[\x20-\x7e]+$/.test(text)) return "labels.code-cannot-say";
		if (heads.some((dpi) => codeDots(element, text, dpi) < least)) return "labels.code-does-not-fit";
	}
	return undefined;
}

/** Named at whatever lies on a code, and at the later of two codes. */
function covers(layout: LabelLayout, at: number): Reason | undefined {
	const mine = layout.elements[at];
	if (!mine) return undefined;
	const over = layout.elements.some((other, place) => {
		if (place === at || !isCode(other) || (isCode(mine) && place > at)) return false;
		const beside = other.x >= mine.x + mine.w - slack || mine.x >= other.x + other.w - slack;
		return !beside && other.y < mine.y + mine.h - slack && mine.y < other.y + other.h - slack;
	});
	return over ? "labels.covers-code" : undefined;
}
