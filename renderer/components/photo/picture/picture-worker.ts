/** The picture worker: decoding, redrawing and measuring off the screen's thread. Spoken to by make-picture.ts only. */
import { compress, type Drawable, type MadeJpeg, measureOf } from "./compress.ts";
import type { Measure } from "./quality.ts";
import { bitmapOfFile, type FileTrouble, UnreadableFile } from "./read-file.ts";

export type PictureOrder = { id: number; source: Drawable | Blob };
/** First `made`, then its `measure`: nobody waits for advice to have a photo stored. Or why there is none. */
export type PictureAnswer = { id: number } & (
	| { made: MadeJpeg }
	| { measure: Measure }
	| { trouble: FileTrouble }
	| { failed: string }
);

type Scope = {
	onmessage: ((event: MessageEvent<PictureOrder>) => void) | null;
	postMessage(answer: PictureAnswer): void;
};
const scope = globalThis as unknown as Scope;

scope.onmessage = ({ data: { id, source } }) => {
	make(id, source).catch((thrown: unknown) =>
		scope.postMessage(
			thrown instanceof UnreadableFile ? { id, trouble: thrown.trouble } : { id, failed: String(thrown) },
		),
	);
};

async function make(id: number, source: Drawable | Blob): Promise<void> {
	const picture = source instanceof Blob ? await bitmapOfFile(source) : source;
	try {
		scope.postMessage({ id, made: await compress(picture) });
		scope.postMessage({ id, measure: measureOf(picture) });
	} finally {
		picture.close();
	}
}
