/** The picture worker: decoding, redrawing and measuring off the screen's thread. Spoken to by make-picture.ts only. */
import { compress, type MadePicture } from "./compress.ts";
import { bitmapOfFile, type FileTrouble, UnreadableFile } from "./read-file.ts";

export type PictureOrder = { id: number; source: ImageBitmap | Blob };
export type PictureAnswer = { id: number } & ({ made: MadePicture } | { trouble: FileTrouble } | { failed: string });

type Scope = {
	onmessage: ((event: MessageEvent<PictureOrder>) => void) | null;
	postMessage(answer: PictureAnswer): void;
};
const scope = globalThis as unknown as Scope;

scope.onmessage = ({ data: { id, source } }) => {
	make(source)
		.then((made) => scope.postMessage({ id, made }))
		.catch((thrown: unknown) =>
			scope.postMessage(
				thrown instanceof UnreadableFile ? { id, trouble: thrown.trouble } : { id, failed: String(thrown) },
			),
		);
};

async function make(source: ImageBitmap | Blob): Promise<MadePicture> {
	const bitmap = source instanceof Blob ? await bitmapOfFile(source) : source;
	try {
		return await compress(bitmap);
	} finally {
		bitmap.close();
	}
}
