/** Files people choose or drop, as pictures: what kind they are by their bytes, and why one cannot be read. */

export type FileTrouble = "heic" | "not-a-picture" | "unreadable" | "too-large";

/** Thrown for a file that gives no picture. The sentence is the screen's. */
export class UnreadableFile extends Error {
	override readonly name = "UnreadableFile";
	readonly trouble: FileTrouble;
	constructor(trouble: FileTrouble) {
		super(trouble);
		this.trouble = trouble;
	}
}

/** No camera or phone makes larger files of one picture. */
export const largestFileBytes = 60 * 1024 * 1024;

const heicBrands = ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis"];

/** Why this can't be a picture we read; undefined when its first bytes look right. */
export function troubleOfBytes(head: Uint8Array): FileTrouble | undefined {
	const text = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to));
	if (text(4, 8) === "ftyp") return heicBrands.includes(text(8, 12)) ? "heic" : "not-a-picture";
	const jpeg = head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff;
	const png = head[0] === 0x89 && text(1, 4) === "PNG";
	const webp = text(0, 4) === "RIFF" && text(8, 12) === "WEBP";
	const others = text(0, 3) === "GIF" || text(0, 2) === "BM";
	return jpeg || png || webp || others ? undefined : "not-a-picture";
}

/** Decoded and turned upright as the camera that took it says. Throws {@link UnreadableFile}. */
export async function bitmapOfFile(file: Blob): Promise<ImageBitmap> {
	if (file.size > largestFileBytes) throw new UnreadableFile("too-large");
	const trouble = troubleOfBytes(new Uint8Array(await file.slice(0, 16).arrayBuffer()));
	if (trouble) throw new UnreadableFile(trouble);
	try {
		return await createImageBitmap(file, { imageOrientation: "from-image" });
	} catch {
		throw new UnreadableFile("unreadable");
	}
}
