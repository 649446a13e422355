/** The picture inside a ZPL label of ours, for the virtual printer. Other people's ZPL it takes and does not draw. */
import { type Bitmap, blankBitmap } from "../../print/label/bitmap.ts";

/** Undefined for any ZPL but a single `^GFA` over the whole label. */
export function decodeZpl(zpl: string): Bitmap | undefined {
	const found = /\^PW(\d+)\^LL(\d+).*?\^GFA,(\d+),\d+,(\d+),([0-9A-F]+)\^FS/s.exec(zpl);
	if (!found) return undefined;
	const [, width, height, total, stride, hex] = found;
	const bitmap = blankBitmap(Number(width), Number(height));
	if (bitmap.stride !== Number(stride) || bitmap.bits.length !== Number(total) || hex?.length !== 2 * Number(total)) {
		return undefined;
	}
	bitmap.bits.set(Buffer.from(hex, "hex"));
	return bitmap;
}
