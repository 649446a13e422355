import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import type { CameraTrouble } from "../../components/photo/camera/open-camera.ts";
import { type CameraState, useCamera } from "../../components/photo/camera/use-camera.ts";
import { useFirstFrame } from "../../components/photo/camera/use-first-frame.ts";
import { Meaning } from "../../components/text/Meaning.tsx";
import { useTexts } from "../../i18n/language.ts";
import { deviceTexts } from "../../i18n/texts/devices.ts";
import { photoTexts } from "../../i18n/texts/photo.ts";
import classes from "./devices.module.css";

export type CameraTryProps = {
	/** A picture was taken; kept nowhere but on this page. */
	onPicture: (url: string, label: string) => void;
	onTrouble?: (trouble: CameraTrouble) => void;
	children?: (camera: CameraState) => ReactNode;
};

/** Takes one picture as soon as the camera shows something, and shows it. */
export function CameraTry({ onPicture, onTrouble, children }: CameraTryProps) {
	const t = useTexts(deviceTexts);
	const words = useTexts(photoTexts);
	const video = useRef<HTMLVideoElement>(null);
	const [picture, setPicture] = useState<string>();
	const camera = useCamera(picture === undefined);
	const { stream, trouble, retry } = camera;
	const showing = useFirstFrame(video, stream);
	const take = useEffectEvent(() => {
		const shown = video.current;
		if (!shown) return;
		const canvas = document.createElement("canvas");
		canvas.width = 640;
		canvas.height = Math.round((640 * shown.videoHeight) / Math.max(1, shown.videoWidth));
		canvas.getContext("2d")?.drawImage(shown, 0, 0, canvas.width, canvas.height);
		const url = canvas.toDataURL("image/jpeg", 0.85);
		setPicture(url);
		onPicture(url, stream?.getVideoTracks()[0]?.label ?? "");
	});
	const tell = useEffectEvent((what: CameraTrouble) => onTrouble?.(what));
	useEffect(() => {
		if (showing) take();
	}, [showing]);
	useEffect(() => {
		if (trouble !== undefined) tell(trouble);
	}, [trouble]);
	if (picture !== undefined) {
		return (
			<>
				<img className={classes.picture} src={picture} alt={t("picture-of")} />
				<Button size="xs" variant="default" onClick={() => setPicture(undefined)}>
					{t("try-camera")}
				</Button>
				{children?.(camera)}
			</>
		);
	}
	return (
		<>
			{trouble === undefined ? (
				<video ref={video} className={classes.live} autoPlay muted playsInline aria-label={words("camera-starting")} />
			) : (
				<span role="alert">
					<Meaning meaning="blocked">{words(`camera-${trouble}`)}</Meaning>{" "}
					<Button size="compact-sm" variant="default" onClick={retry}>
						{words("camera-retry")}
					</Button>
				</span>
			)}
			{children?.(camera)}
		</>
	);
}
