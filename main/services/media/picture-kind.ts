/**
 * What kind of picture bytes are and how many pixels they would unpack to, read from their first bytes and headers
 * without decoding anything: a small file may unpack to more than the memory there is.
 */

export type PictureKind = { mime: "image/jpeg" | "image/png" | "image/webp"; width: number; height: number };

/** Undefined when it is none of the three, or its headers don't say how large it is. */
export function pictureKind(bytes: Uint8Array): PictureKind | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		const found = jpeg(view) ?? png(view) ?? webp(view);
		return found && found.width > 0 && found.height > 0 ? found : undefined;
	} catch (error) {
		// A header that ends in the middle.
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}

function jpeg(view: DataView): PictureKind | undefined {
	if (view.getUint16(0) !== 0xffd8 || view.getUint8(2) !== 0xff) return undefined;
	let at = 2;
	for (;;) {
		if (view.getUint8(at) !== 0xff) return undefined;
		const marker = view.getUint8(at + 1);
		// Any number of fill bytes may stand before a marker.
		if (marker === 0xff) {
			at += 1;
			continue;
		}
		const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
		if (isFrame) return { mime: "image/jpeg", height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
		// The picture's data before any frame header: nothing a decoder would take.
		if (marker === 0xda || marker === 0xd9) return undefined;
		const alone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
		at += alone ? 2 : 2 + Math.max(2, view.getUint16(at + 2));
	}
}

const text = (view: DataView, at: number, wanted: string) =>
	[...wanted].every((sign, i) => view.getUint8(at + i) === sign.charCodeAt(0));

function png(view: DataView): PictureKind | undefined {
	if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a || !text(view, 12, "IHDR")) return undefined;
	return { mime: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
}

function webp(view: DataView): PictureKind | undefined {
	if (!text(view, 0, "RIFF") || !text(view, 8, "WEBP")) return undefined;
	const mime = "image/webp";
	if (text(view, 12, "VP8X")) {
		const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_0000 + 1;
		return { mime, width: three(24), height: three(27) };
	}
	if (text(view, 12, "VP8L")) {
		const bits = view.getUint32(21, true);
		return { mime, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
	}
	if (!text(view, 12, "VP8 ")) return undefined;
	return { mime, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}
