import { Button } from "@mantine/core";
import { IconCamera } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { type Camera, listCameras } from "../../../components/photo/camera/open-camera.ts";
import { readCameraSettings } from "../../../components/photo/camera-settings.ts";
import { useTexts } from "../../../i18n/language.ts";
import { deviceTexts } from "../../../i18n/texts/devices.ts";
import { CameraPick } from "../../scanners/camera/CameraPick.tsx";
import { CameraTry } from "../CameraTry.tsx";
import { DeviceLine, type Light } from "../DeviceLine.tsx";
import classes from "../devices.module.css";

/** The camera of this screen; its proof is a picture. */
export function CameraRow() {
	const t = useTexts(deviceTexts);
	const [cameras, setCameras] = useState<readonly Camera[]>();
	const [trying, setTrying] = useState(false);
	const [picture, setPicture] = useState<string>();
	const { deviceId, label } = readCameraSettings();
	useEffect(() => {
		let over = false;
		const look = () => void listCameras().then((now) => !over && setCameras(now));
		look();
		navigator.mediaDevices?.addEventListener("devicechange", look);
		return () => {
			over = true;
			navigator.mediaDevices?.removeEventListener("devicechange", look);
		};
	}, []);
	const chosen = cameras?.find(
		(camera) => camera.deviceId === deviceId || (label !== undefined && camera.label === label),
	);
	const shown = deviceId === undefined ? cameras?.[0] : chosen;
	// Before its first permission the browser tells no names: not known, rather than gone.
	const light: Light = picture
		? "ready"
		: shown
			? "ready"
			: cameras?.length && deviceId !== undefined
				? "gone"
				: "unknown";
	return (
		<DeviceLine
			icon={IconCamera}
			name={t("camera")}
			kind={shown?.label || label || t("camera-first")}
			light={light}
			last=""
			acts={
				<Button
					variant={trying ? "default" : "light"}
					onClick={() => {
						setTrying(!trying);
						setPicture(undefined);
					}}
				>
					{trying ? t("close") : t("try-camera")}
				</Button>
			}
		>
			{trying && (
				<CameraTry onPicture={setPicture}>
					{(camera) => (
						<div className={classes.column}>
							<CameraPick camera={camera} />
						</div>
					)}
				</CameraTry>
			)}
		</DeviceLine>
	);
}
