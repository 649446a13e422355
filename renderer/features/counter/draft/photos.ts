/**
 * The photos of an item being taken in. Taken again, a photo replaces the earlier one; turned, cut or drawn on, the new
 * one stands behind the one it was made from, which stays as evidence. Pure.
 */
import type { ItemDraft } from "../../../../preload/contract/intake-draft.ts";
import type { InsteadOf } from "../../../components/photo/shot/use-shots.ts";

type Photos = ItemDraft["photos"];
type DraftPhoto = Photos[number];

export function withPhoto(photos: Photos, photo: DraftPhoto, insteadOf: InsteadOf | undefined): Photos {
	const old = photos.find(({ handle }) => handle === insteadOf?.handle);
	if (!old || !insteadOf) return [...photos, photo];
	if (insteadOf.why === "again") return photos.map((each) => (each === old ? { ...photo, piece: old.piece } : each));
	return photos.flatMap((each) =>
		each === old ? [old, { handle: photo.handle, piece: old.piece, insteadOf: old.handle }] : [each],
	);
}

/** What the person sees: the newest of each, with what it was made from, oldest first. */
export function shownPhotos(photos: Photos): (DraftPhoto & { originals: string[] })[] {
	const made = new Set(photos.map(({ insteadOf }) => insteadOf));
	return photos
		.filter(({ handle }) => !made.has(handle))
		.map((photo) => ({ ...photo, originals: chain(photos, photo.insteadOf) }));
}

/** The photo goes with all it was made from. */
export function withoutPhoto(photos: Photos, handle: string): Photos {
	const gone = new Set([handle, ...chain(photos, photos.find((each) => each.handle === handle)?.insteadOf)]);
	return photos.filter((each) => !gone.has(each.handle));
}

function chain(photos: Photos, handle: string | undefined): string[] {
	const found = photos.find((each) => each.handle === handle);
	return found ? [...chain(photos.slice(0, photos.indexOf(found)), found.insteadOf), found.handle] : [];
}
