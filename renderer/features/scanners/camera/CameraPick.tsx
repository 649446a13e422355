import { Select } from "@mantine/core";
import type { CameraState } from "../../../components/photo/camera/use-camera.ts";
import { useTexts } from "../../../i18n/language.ts";
import { cameraScanTexts } from "../../../i18n/texts/camera-scan.ts";

/** Which camera: the same choice as for photos, remembered on this PC. Nothing to choose, nothing shown. */
export function CameraPick({ camera: { cameras, deviceId, choose } }: { camera: CameraState }) {
	const t = useTexts(cameraScanTexts);
	if (cameras.length < 2) return null;
	return (
		<Select
			aria-label={t("camera")}
			data={cameras.map((camera, at) => ({
				value: camera.deviceId,
				label: camera.label || t("camera-n", { n: at + 1 }),
			}))}
			value={deviceId ?? null}
			allowDeselect={false}
			onChange={(value) => value && choose(value)}
		/>
	);
}
