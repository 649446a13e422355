/**
 * One-bit pictures, 1 = black, rows padded to whole bytes: what label printers take.
 * Written by raster.ts, read by the printer languages and the preview. Knows nothing of labels or printers.
 */
import { crc32, deflateSync } from "node:zlib";

export type Bitmap = { width: number; height: number /** Bytes in a row. */; stride: number; bits: Uint8Array };

/** An all-white bitmap. */
export function blankBitmap(width: number, height: number): Bitmap {
	const stride = Math.ceil(width / 8);
	return { width, height, stride, bits: new Uint8Array(stride * height) };
}

/** Whether the dot is black; outside is white. */
export function dotAt(bitmap: Bitmap, x: number, y: number): boolean {
	if (x < 0 || y < 0 || x >= bitmap.width || y >= bitmap.height) return false;
	return ((bitmap.bits[y * bitmap.stride + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** Blackens a rectangle, clipped to the bitmap. */
export function fillRect(bitmap: Bitmap, x: number, y: number, width: number, height: number): void {
	const right = Math.min(bitmap.width, x + width);
	const bottom = Math.min(bitmap.height, y + height);
	for (let row = Math.max(0, y); row < bottom; row++) {
		for (let column = Math.max(0, x); column < right; column++) {
			const at = row * bitmap.stride + (column >> 3);
			bitmap.bits[at] = (bitmap.bits[at] ?? 0) | (0x80 >> (column & 7));
		}
	}
}

function chunk(type: string, data: Uint8Array): Buffer {
	const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
	const frame = Buffer.alloc(body.length + 8);
	frame.writeUInt32BE(data.length, 0);
	body.copy(frame, 4);
	frame.writeUInt32BE(crc32(body), body.length + 4);
	return frame;
}

/** PNG, one bit per dot: for previews and for looking at what a printer was sent. */
export function bitmapToPng(bitmap: Bitmap): Uint8Array {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(bitmap.width, 0);
	header.writeUInt32BE(bitmap.height, 4);
	header.set([1, 0, 0, 0, 0], 8);
	const rows = Buffer.alloc((bitmap.stride + 1) * bitmap.height);
	for (let y = 0; y < bitmap.height; y++) {
		// PNG's greyscale is the other way round: 0 is black.
		for (let at = 0; at < bitmap.stride; at++) {
			rows[y * (bitmap.stride + 1) + 1 + at] = ~(bitmap.bits[y * bitmap.stride + at] ?? 0);
		}
	}
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	const parts = [chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", new Uint8Array())];
	return new Uint8Array(Buffer.concat([signature, ...parts]));
}
