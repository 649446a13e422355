/** What this screen keeps for itself, gathered for a settings file and spread again from one. */
import type { ScreenSettings } from "../../../preload/contract/devices.ts";
import { readCameraSettings, writeCameraSettings } from "../../components/photo/camera-settings.ts";
import { keepsCameraOpen, saveKeepsCameraOpen } from "../../scan/camera/keep-open.ts";
import { saveWedgeSettings, wedgeSettings } from "../../scan/settings.ts";
import { saveSoundSettings, soundSettings } from "../../scan/sounds.ts";

export function screenSettingsNow(): ScreenSettings {
	const { deviceId, label, ghost } = readCameraSettings();
	return {
		wedge: wedgeSettings(),
		sounds: soundSettings(),
		camera: {
			...(deviceId === undefined ? {} : { deviceId }),
			...(label === undefined ? {} : { label }),
			ghost,
			keepOpen: keepsCameraOpen(),
		},
	};
}

/** A camera's id differs from PC to PC; its name finds it again. */
export function keepScreenSettings({ wedge, sounds, camera }: ScreenSettings): void {
	saveWedgeSettings(wedge);
	saveSoundSettings(sounds);
	const { keepOpen, ...choice } = camera;
	writeCameraSettings({ ...choice });
	saveKeepsCameraOpen(keepOpen);
}
