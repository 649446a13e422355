/**
 * What labels look like in this workshop: its own layouts where a manager made one, the ones that ship everywhere else.
 * Kept among this PC's settings; one that can't be read (an older program, a damaged row) counts as not changed.
 */
import { createHash } from "node:crypto";
import type { LocalRows } from "../../../db/queries/local.ts";
import {
	type LabelKind,
	type LabelLayout,
	type LayoutSize,
	labelLayout,
} from "../../../preload/contract/label-layout.ts";
import type { Bitmap } from "../../print/label/bitmap.ts";
import { labelLayout as shippedLayout } from "../../print/label/layouts.ts";

const setting = "label-layouts";
const pictureSetting = (image: string) => `label-picture:${image}`;
const keyOf = (kind: LabelKind, size: LayoutSize) => `${kind}-${size}`;

type Packed = { width: number; height: number; stride: number; bits: string };

export function createLabelLayouts(local: LocalRows) {
	const all = () => local.setting<Record<string, unknown>>(setting) ?? {};
	const pictures = new Map<string, Bitmap>();

	function own(kind: LabelKind, size: LayoutSize): LabelLayout | undefined {
		const parsed = labelLayout.safeParse(all()[keyOf(kind, size)]);
		return parsed.success && parsed.data.kind === kind && parsed.data.size === size ? parsed.data : undefined;
	}

	return {
		own,
		/** The one in use. */
		get: (kind: LabelKind, size: LayoutSize): LabelLayout => own(kind, size) ?? shippedLayout(kind, size),
		save(layout: LabelLayout): void {
			local.setSetting(setting, { ...all(), [keyOf(layout.kind, layout.size)]: layout });
		},
		reset(kind: LabelKind, size: LayoutSize): void {
			const { [keyOf(kind, size)]: _, ...rest } = all();
			local.setSetting(setting, rest);
		},
		/** A logo by its name; undefined when it is not here. */
		picture(image: string): Bitmap | undefined {
			const known = pictures.get(image);
			if (known) return known;
			const packed = local.setting<Packed>(pictureSetting(image));
			if (!packed) return undefined;
			const bitmap = { ...packed, bits: new Uint8Array(Buffer.from(packed.bits, "base64")) };
			pictures.set(image, bitmap);
			return bitmap;
		},
		/** Keeps a logo and answers its name: the same picture twice is one. */
		keepPicture(bitmap: Bitmap): string {
			const size = Buffer.from(`${bitmap.width}x${bitmap.height}`);
			const image = createHash("sha256").update(size).update(bitmap.bits).digest("hex").slice(0, 32);
			local.setSetting(pictureSetting(image), { ...bitmap, bits: Buffer.from(bitmap.bits).toString("base64") });
			return image;
		},
	};
}

export type LabelLayouts = ReturnType<typeof createLabelLayouts>;
