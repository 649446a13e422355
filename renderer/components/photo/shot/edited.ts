/** Works on photos that are stored already: fetches one, and stores what was made of it beside it. */
import type { AppError } from "../../../../domain/errors.ts";
import { mediaUrl, putMedia } from "../../../app/client.ts";
import { AppFailure } from "../../../app/failure.ts";
import type { MadePicture } from "../picture/make-picture.ts";
import type { ShotSink } from "./use-shots.ts";

const lineGone: AppError = { code: "device-failed", reason: "host.gone", message: "no answer", correlationId: "line" };

/** The stored photo's bytes. Rejects with the workstation's own reason when it is gone. */
export async function fetchPhoto(handle: string): Promise<Blob> {
	const response = await fetch(mediaUrl(handle)).catch(() => undefined);
	if (response?.ok) return response.blob();
	const said = (await response?.json().catch(() => undefined)) as { error?: AppError } | undefined;
	throw new AppFailure(said?.error ?? lineGone);
}

/** Stores an edited picture and attaches it in place of the photo it was made from. */
export async function keepEdited(handle: string, picture: MadePicture, sink: ShotSink): Promise<void> {
	const stored = await putMedia(await sink.getTicket(), picture.blob);
	await sink.onStored(stored, { handle, why: "edited" });
}
