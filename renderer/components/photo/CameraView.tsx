import { Button, Loader } from "@mantine/core";
import { IconCameraOff } from "@tabler/icons-react";
import type { RefObject } from "react";
import { useTexts } from "../../i18n/language.ts";
import { photoTexts } from "../../i18n/texts/photo.ts";
import type { CameraState } from "./camera.ts";
import classes from "./photo.module.css";

export type CameraViewProps = {
	camera: CameraState;
	video: RefObject<HTMLVideoElement | null>;
	/** A new number flashes the picture: it was taken. */
	flash: number;
	dropping: boolean;
	overlayUrl: string | undefined;
};

/** The live picture, or in its place why there is none and what to do. */
export function CameraView({ camera, video, flash, dropping, overlayUrl }: CameraViewProps) {
	const t = useTexts(photoTexts);
	const { trouble, stream } = camera;
	return (
		<div className={classes.view}>
			<video ref={video} autoPlay muted playsInline data-live={stream !== undefined || undefined} />
			{overlayUrl && stream && <img className={classes.ghost} src={overlayUrl} alt="" />}
			{flash > 0 && <div key={flash} className={classes.flash} aria-hidden />}
			{dropping && <div className={classes.viewNote}>{t("drop-here")}</div>}
			{!dropping && trouble && (
				<div className={classes.viewNote} role="alert">
					<IconCameraOff size={32} stroke={1.5} aria-hidden />
					<strong>{t(`camera-${trouble}`)}</strong>
					<span>{t(`camera-${trouble}-next`)}</span>
					<Button variant="default" size="xs" onClick={camera.retry}>
						{t("camera-retry")}
					</Button>
				</div>
			)}
			{!dropping && !trouble && !stream && (
				<div className={classes.viewNote} role="status">
					<Loader size="sm" color="gray" />
					<span>{t("camera-starting")}</span>
				</div>
			)}
		</div>
	);
}
