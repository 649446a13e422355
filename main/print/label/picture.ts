/**
 * A label's picture as it lies in the print journal, and what is done to it before it goes into a printer's language:
 * moved on the label, marked as a reprint. Called by the print desk; knows no printer.
 */
import { type Bitmap, blankBitmap, dotAt, fillRect } from "./bitmap.ts";

/** Width and height, then the bits. */
export function packPicture(bitmap: Bitmap): Uint8Array {
	const packed = new Uint8Array(4 + bitmap.bits.length);
	const head = new DataView(packed.buffer);
	head.setUint16(0, bitmap.width);
	head.setUint16(2, bitmap.height);
	packed.set(bitmap.bits, 4);
	return packed;
}

/** Undefined when the bytes are no packed picture. */
export function unpackPicture(packed: Uint8Array): Bitmap | undefined {
	if (packed.length < 4) return undefined;
	const head = new DataView(packed.buffer, packed.byteOffset, packed.length);
	const bitmap = blankBitmap(head.getUint16(0), head.getUint16(2));
	if (packed.length !== 4 + bitmap.bits.length) return undefined;
	bitmap.bits.set(packed.subarray(4));
	return bitmap;
}

/** The picture moved by whole dots, right and down positive. What leaves the label is lost, what comes in is white. */
export function shiftPicture(bitmap: Bitmap, right: number, down: number): Bitmap {
	if (right === 0 && down === 0) return bitmap;
	const moved = blankBitmap(bitmap.width, bitmap.height);
	for (let y = 0; y < bitmap.height; y++) {
		for (let x = 0; x < bitmap.width; x++) {
			if (dotAt(bitmap, x - right, y - down)) fillRect(moved, x, y, 1, 1);
		}
	}
	return moved;
}
