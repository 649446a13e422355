/**
 * ESC/POS as a printer takes it, pictures only: rows of dots run onto an endless roll until it is fed out or cut. Text
 * and printed barcodes are passed over. Held against two foreign encoders in the tests before our own.
 */
import { type Bitmap, blankBitmap, fillRect } from "../../print/label/bitmap.ts";
import { columnBytes, commandLength } from "./escpos-commands.ts";
import type { Received, Receiver } from "./receiver.ts";

/** One picture command's rows, padded to whole bytes. */
type Strip = { stride: number; rows: number; bits: Uint8Array };

const word = (data: Uint8Array, at: number) => (data[at] ?? 0) + (data[at + 1] ?? 0) * 256;

function rasterOf(command: Uint8Array): Strip {
	return { stride: word(command, 4), rows: word(command, 6), bits: command.subarray(8) };
}

/** `ESC *`: bytes run down columns. */
function columnsOf(command: Uint8Array): Strip {
	const high = columnBytes(command[2] ?? 0);
	const width = word(command, 3);
	const { bits, stride } = columnPicture(command.subarray(5), width, high);
	return { stride, rows: high * 8, bits };
}

function columnPicture(data: Uint8Array, width: number, high: number): Bitmap {
	const picture = blankBitmap(width, high * 8);
	for (let x = 0; x < width; x++) {
		for (let y = 0; y < high * 8; y++) {
			if (((data[x * high + (y >> 3)] ?? 0) & (0x80 >> (y & 7))) !== 0) fillRect(picture, x, y, 1, 1);
		}
	}
	return picture;
}

/** `GS ( L` / `GS 8 L` function 112: a raster kept until function 50 prints it. */
function storedOf(body: Uint8Array): Strip | undefined {
	if (body[1] !== 112) return undefined;
	const width = word(body, 6);
	return { stride: Math.ceil(width / 8), rows: word(body, 8), bits: body.subarray(10) };
}

function join(strips: readonly Strip[]): Bitmap | undefined {
	const stride = Math.max(0, ...strips.map((strip) => strip.stride));
	const rows = strips.reduce((sum, strip) => sum + strip.rows, 0);
	if (stride === 0 || rows === 0) return undefined;
	const bitmap = blankBitmap(stride * 8, rows);
	let top = 0;
	for (const strip of strips) {
		for (let row = 0; row < strip.rows; row++) {
			const from = row * strip.stride;
			bitmap.bits.set(strip.bits.subarray(from, from + strip.stride), (top + row) * stride);
		}
		top += strip.rows;
	}
	return bitmap;
}

export function createEscPosReceiver(): Receiver {
	let buffer = Buffer.alloc(0);
	let taken: Buffer[] = [];
	let strips: Strip[] = [];
	let stored: Strip | undefined;

	function act(command: Buffer, received: Received[]): void {
		const [lead = 0, name = 0, first = 0] = command;
		const key = `${lead} ${String.fromCharCode(name)}`;
		if (lead === 0x10) {
			if (name === 0x04) received.push({ kind: "question", n: first });
			return;
		}
		if (key === "29 r") {
			received.push({ kind: "marker" });
			return;
		}
		taken.push(command);
		if (key === "29 v") strips.push(rasterOf(command));
		if (key === "27 *") strips.push(columnsOf(command));
		if (key === "29 (" && first === 0x4c) keep(command.subarray(5));
		if (key === "29 8" && first === 0x4c) keep(command.subarray(7));
		// Two lines and more leave the picture behind; one is the end of a line.
		if (key === "29 V" || (key === "27 d" && first > 1)) putOut(received);
	}

	function keep(body: Buffer): void {
		if ((body[1] === 50 || body[1] === 2) && stored) {
			strips.push(stored);
			stored = undefined;
		}
		stored = storedOf(body) ?? stored;
	}

	function putOut(received: Received[]): void {
		if (strips.length === 0) return;
		received.push({ kind: "label", bytes: Buffer.concat(taken), bitmap: join(strips) });
		taken = [];
		strips = [];
	}

	return {
		take(data) {
			buffer = Buffer.concat([buffer, data]);
			const received: Received[] = [];
			for (;;) {
				const length = buffer.length === 0 ? undefined : commandLength(buffer);
				if (length === undefined || length > buffer.length) return received;
				act(buffer.subarray(0, length), received);
				buffer = buffer.subarray(length);
			}
		},
		get pending() {
			return buffer.length + taken.reduce((sum, part) => sum + part.length, 0);
		},
	};
}
