import { Button, Loader, Slider } from "@mantine/core";
import { IconCameraOff } from "@tabler/icons-react";
import { type ReactNode, type RefObject, useState } from "react";
import { useTexts } from "../../../i18n/language.ts";
import { photoTexts } from "../../../i18n/texts/photo.ts";
import { readCameraSettings, writeCameraSettings } from "../camera-settings.ts";
import classes from "./camera.module.css";
import type { CameraState } from "./use-camera.ts";

export type CameraViewProps = {
	camera: CameraState;
	video: RefObject<HTMLVideoElement | null>;
	/** A new number flashes the picture: it was taken. */
	flash: number;
	dropping: boolean;
	/** An earlier photo laid over the live picture. */
	overlayUrl: string | undefined;
	/** Lies over the picture: the photo just taken. */
	children?: ReactNode;
};

/** The live picture, or in its place why there is none and what to do. */
export function CameraView({ camera, video, flash, dropping, overlayUrl, children }: CameraViewProps) {
	const t = useTexts(photoTexts);
	const [ghost, setGhost] = useState(() => readCameraSettings().ghost);
	const { trouble, stream } = camera;
	const shown = overlayUrl !== undefined && stream !== undefined;
	return (
		<>
			<div className={classes.view}>
				<video ref={video} autoPlay muted playsInline data-live={stream !== undefined || undefined} />
				{shown && <img className={classes.ghost} src={overlayUrl} alt="" style={{ opacity: ghost / 100 }} />}
				{flash > 0 && <div key={flash} className={classes.flash} aria-hidden />}
				{dropping && <div className={classes.note}>{t("drop-here")}</div>}
				{!dropping && trouble && <Trouble camera={camera} />}
				{!dropping && !trouble && !stream && (
					<div className={classes.note} role="status">
						<Loader size="sm" color="gray" />
						<span>{t("camera-starting")}</span>
					</div>
				)}
				{!dropping && !trouble && children}
			</div>
			{shown && (
				<div className={classes.ghostBar}>
					<span aria-hidden>{t("ghost-live")}</span>
					<Slider
						className={classes.ghostSlider}
						size="md"
						label={null}
						thumbLabel={t("ghost")}
						value={ghost}
						step={5}
						onChange={setGhost}
						onChangeEnd={(value) => writeCameraSettings({ ghost: value })}
					/>
					<span aria-hidden>{t("ghost-before")}</span>
				</div>
			)}
		</>
	);
}

/** What happened, what is safe, what to do; every way on is a button here or the file button below. */
function Trouble({ camera: { trouble = "none", label, cameras, choose, retry } }: { camera: CameraState }) {
	const t = useTexts(photoTexts);
	return (
		<div className={classes.note} role="alert">
			<IconCameraOff size={32} stroke={1.5} aria-hidden />
			<strong>{trouble === "gone" && label ? t("camera-gone-named", { name: label }) : t(`camera-${trouble}`)}</strong>
			<span>{t(`camera-${trouble}-next`)}</span>
			<div className={classes.noteActs}>
				<Button variant="default" size="xs" onClick={retry}>
					{t("camera-retry")}
				</Button>
				{trouble === "gone" &&
					cameras.map(({ deviceId, label: name }) => (
						<Button key={deviceId} size="xs" onClick={() => choose(deviceId)}>
							{t("camera-use", { name: name || t("camera") })}
						</Button>
					))}
			</div>
		</div>
	);
}
