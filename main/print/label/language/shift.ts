/** What is done to a label's finished picture before it goes into a printer's language. Knows no printer. */
import { type Bitmap, blankBitmap, dotAt, fillRect } from "../bitmap.ts";

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
