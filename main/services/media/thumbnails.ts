/**
 * Small copies of stored pictures, so that a board of sixty cards reads kilobytes: made when first asked for, one at a
 * time so that calls don't wait for them, and kept beside the pictures under the same key. They can be made again: no
 * backup carries them, and one that can't be written is no failure.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import type { MediaRead } from "../../host-core.ts";
import { type BlobStore, thumbnailPath } from "../../vault/blobs.ts";
import type { Vault } from "../../vault/vault.ts";

/** The longer side, px: a stamp in any list at any screen's density. */
export const thumbnailPx = 320;
const quality = 78;

export type Thumbnails = {
	/** Refuses not-found `media.gone` when the picture or its key is gone. */
	read(sha: string): Promise<MediaRead>;
};

export function createThumbnails(blobs: BlobStore, vault: Vault): Thumbnails {
	const path = (sha: string) => thumbnailPath(blobs.path(sha));
	const making = new Map<string, Promise<MediaRead>>();
	let turn: Promise<unknown> = Promise.resolve();

	function kept(sha: string): MediaRead | undefined {
		if (!existsSync(path(sha))) return undefined;
		const bytes = vault.openFile(blobs.ref(sha).kid, readFileSync(path(sha)));
		return bytes && { mime: "image/jpeg", bytes };
	}

	async function make(sha: string): Promise<MediaRead> {
		const picture = blobs.read(sha);
		const bytes = await shrink(picture.bytes).catch(() => undefined);
		// What can't be drawn here may still be shown by the screen.
		if (!bytes) return picture;
		keep(sha, bytes);
		return { mime: "image/jpeg", bytes };
	}

	function keep(sha: string, bytes: Uint8Array): void {
		try {
			const sealed = vault.sealFile(blobs.ref(sha).kid, bytes);
			writeFileSync(`${path(sha)}.part`, sealed, { mode: 0o600 });
			renameSync(`${path(sha)}.part`, path(sha));
		} catch {
			// A full disk, or a workstation that is being closed: the picture itself is safe.
		}
	}

	return {
		async read(sha) {
			const there = kept(sha);
			if (there) return there;
			const under = making.get(sha);
			if (under) return under;
			const made = turn.then(() => make(sha));
			turn = made.catch(() => undefined);
			making.set(sha, made);
			return made.finally(() => making.delete(sha));
		},
	};
}

async function shrink(bytes: Uint8Array): Promise<Buffer> {
	const picture = await loadImage(Buffer.from(bytes));
	const scale = Math.min(1, thumbnailPx / Math.max(picture.width, picture.height));
	const width = Math.max(1, Math.round(picture.width * scale));
	const height = Math.max(1, Math.round(picture.height * scale));
	const canvas = createCanvas(width, height);
	const context = canvas.getContext("2d");
	context.fillStyle = "#fff";
	context.fillRect(0, 0, width, height);
	context.imageSmoothingQuality = "high";
	context.drawImage(picture, 0, 0, width, height);
	return canvas.encode("jpeg", quality);
}
