/** ZPL as a printer takes it: `~HS` at any time, labels from `^XA` to `^XZ`, and the picture inside those of ours. */
import { type Bitmap, blankBitmap } from "../../print/label/bitmap.ts";
import type { Received, Receiver } from "./receiver.ts";

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

export function createZplReceiver(): Receiver {
	let text = "";
	return {
		take(data) {
			text += Buffer.from(data).toString("latin1");
			const received: Received[] = [];
			for (;;) {
				const found = /~HS|\^XA.*?\^XZ/s.exec(text);
				if (!found) return received;
				text = text.slice(found.index + found[0].length);
				const [command] = found;
				if (command === "~HS") received.push({ kind: "question", n: 0 });
				else received.push({ kind: "label", bytes: Buffer.from(command, "latin1"), bitmap: decodeZpl(command) });
			}
		},
		get pending() {
			return text.length;
		},
	};
}
