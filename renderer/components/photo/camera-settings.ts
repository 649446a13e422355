/**
 * What this workstation knows about its camera: which one, and how strong the ghost of an earlier photo shows. Kept in
 * the browser's storage of this PC; the schema is what a settings file carries to the next workstation.
 */
import { z } from "zod";

const storageKey = "welt.camera";

export const cameraSettingsSchema = z.object({
	/** As the browser names it on this PC; undefined: whichever comes first. */
	deviceId: z.string().max(300).optional(),
	/** Its name, to find it again when the browser gave it another id, and to say which one is missing. */
	label: z.string().max(300).optional(),
	/** Strength of the earlier photo over the live picture, 0–100. */
	ghost: z.number().int().min(0).max(100).default(35),
});
export type CameraSettings = z.infer<typeof cameraSettingsSchema>;

/** Anything unreadable counts as nothing chosen. */
export function parseCameraSettings(text: string | null): CameraSettings {
	const nothing = cameraSettingsSchema.parse({});
	if (text === null) return nothing;
	try {
		const parsed = cameraSettingsSchema.safeParse(JSON.parse(text));
		return parsed.success ? parsed.data : nothing;
	} catch {
		return nothing;
	}
}

export function readCameraSettings(): CameraSettings {
	return parseCameraSettings(localStorage.getItem(storageKey));
}

export function writeCameraSettings(change: Partial<CameraSettings>): void {
	localStorage.setItem(storageKey, JSON.stringify({ ...readCameraSettings(), ...change }));
}
