/**
 * TSPL as a printer takes it: lines of words, a picture as raw bytes behind `BITMAP`, `PRINT` puts it out, `ESC ! ?` asks.
 * After the makers' manuals; nobody has held it against a real printer.
 */
import { type Bitmap, blankBitmap, fillRect } from "../../print/label/bitmap.ts";
import type { Received, Receiver } from "./receiver.ts";

const question = Buffer.from([0x1b, 0x21, 0x3f]);
const bitmapCommand = /^BITMAP\s+(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*,\s*([012])\s*,/;

type Page = { width: number; height: number; bitmap: Bitmap | undefined };

/** Draws a picture of `stride` bytes a row; 0 is black. What lies outside the label is lost. */
function draw(page: Page, x: number, y: number, stride: number, data: Uint8Array): void {
	page.bitmap ??= blankBitmap(page.width || stride * 8, page.height || data.length / stride);
	for (let at = 0; at < data.length; at++) {
		for (let bit = 0; bit < 8; bit++) {
			if (((data[at] ?? 0xff) & (0x80 >> bit)) !== 0) continue;
			fillRect(page.bitmap, x + (at % stride) * 8 + bit, y + Math.floor(at / stride), 1, 1);
		}
	}
}

/** @param dotsPerMm of the head; labels are measured in millimetres */
export function createTsplReceiver(dotsPerMm = 8): Receiver {
	let buffer = Buffer.alloc(0);
	let label: Buffer[] = [];
	const page: Page = { width: 0, height: 0, bitmap: undefined };

	function used(count: number): void {
		label.push(buffer.subarray(0, count));
		buffer = buffer.subarray(count);
	}

	/** True when something was taken. */
	function step(received: Received[]): boolean {
		if (buffer.subarray(0, 3).equals(question)) {
			received.push({ kind: "question", n: 0 });
			buffer = buffer.subarray(3);
			return true;
		}
		const picture = bitmapCommand.exec(buffer.subarray(0, 80).toString("latin1"));
		if (picture) {
			const [head, x, y, stride, rows] = picture;
			const end = head.length + Number(stride) * Number(rows);
			if (buffer.length < end) return false;
			draw(page, Number(x), Number(y), Number(stride), buffer.subarray(head.length, end));
			used(end);
			return true;
		}
		const end = buffer.indexOf("\n");
		if (end < 0 || buffer.subarray(0, end).includes(0x1b)) return false;
		const line = buffer.subarray(0, end).toString("latin1").trim();
		used(end + 1);
		const size = /^SIZE\s+([\d.]+)\s*mm\s*,\s*([\d.]+)\s*mm/.exec(line);
		if (size) {
			page.width = Math.floor(Number(size[1]) * dotsPerMm);
			page.height = Math.floor(Number(size[2]) * dotsPerMm);
		}
		if (line === "CLS") page.bitmap = undefined;
		if (/^PRINT\b/.test(line)) {
			received.push({ kind: "label", bytes: Buffer.concat(label), bitmap: page.bitmap });
			label = [];
		}
		return true;
	}

	return {
		take(data) {
			buffer = Buffer.concat([buffer, data]);
			const received: Received[] = [];
			while (buffer.length > 0 && step(received)) {}
			return received;
		},
		get pending() {
			return buffer.length + label.reduce((sum, part) => sum + part.length, 0);
		},
	};
}
