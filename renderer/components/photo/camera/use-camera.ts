/** The camera behind a live picture, kept open while it is on screen, followed through plugging and unplugging. */
import { useCallback, useEffect, useState } from "react";
import { readCameraSettings, writeCameraSettings } from "../camera-settings.ts";
import { type Camera, type CameraTrouble, listCameras, openCamera, stopCamera, troubleOf } from "./open-camera.ts";

export type CameraState = {
	stream: MediaStream | undefined;
	trouble: CameraTrouble | undefined;
	cameras: readonly Camera[];
	/** The one that is open, or was chosen. */
	deviceId: string | undefined;
	/** Name of the chosen camera, for saying that it is missing. */
	label: string | undefined;
	/** Chosen once, remembered on this PC. */
	choose: (deviceId: string) => void;
	retry: () => void;
};

/** Keeps a live stream while mounted and `active`. */
export function useCamera(active: boolean): CameraState {
	const [stream, setStream] = useState<MediaStream>();
	const [trouble, setTrouble] = useState<CameraTrouble>();
	const [cameras, setCameras] = useState<readonly Camera[]>([]);
	const [wanted, setWanted] = useState(readCameraSettings);
	const [attempt, setAttempt] = useState(0);
	const retry = useCallback(() => setAttempt((now) => now + 1), []);

	useEffect(() => {
		if (!active) return;
		let over = false;
		let opened: MediaStream | undefined;
		setTrouble(undefined);
		openCamera(wanted)
			.then(async (now) => {
				if (over) return stopCamera(now);
				opened = now;
				now.getVideoTracks()[0]?.addEventListener("ended", () => !over && setTrouble("lost"));
				setStream(now);
				setCameras(await listCameras());
			})
			.catch(async (thrown: unknown) => {
				if (over) return;
				setTrouble(troubleOf(thrown));
				setCameras(await listCameras());
			});
		return () => {
			over = true;
			if (opened) stopCamera(opened);
			setStream(undefined);
		};
	}, [active, wanted, attempt]);

	useEffect(() => {
		const changed = async () => {
			const now = await listCameras();
			setCameras(now);
			const [track] = stream?.getVideoTracks() ?? [];
			// Some drivers never end the track of a camera that was pulled out.
			const open = track?.getSettings().deviceId;
			if (trouble !== undefined) retry();
			else if (track && open !== undefined && !now.some(({ deviceId }) => deviceId === open)) setTrouble("lost");
		};
		const heard = () => void changed();
		navigator.mediaDevices?.addEventListener("devicechange", heard);
		return () => navigator.mediaDevices?.removeEventListener("devicechange", heard);
	}, [stream, trouble, retry]);

	const choose = useCallback(
		(deviceId: string) => {
			const label = cameras.find((camera) => camera.deviceId === deviceId)?.label;
			writeCameraSettings({ deviceId, label });
			setWanted(readCameraSettings());
		},
		[cameras],
	);
	const deviceId = stream?.getVideoTracks()[0]?.getSettings().deviceId ?? wanted.deviceId;
	const live = trouble === undefined ? stream : undefined;
	return { stream: live, trouble, cameras, deviceId, label: wanted.label, choose, retry };
}
