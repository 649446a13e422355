import { Button, FileButton, Select } from "@mantine/core";
import { IconCamera, IconPhotoUp } from "@tabler/icons-react";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { useKeys } from "../../app/keys/keys.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { useTexts } from "../../i18n/language.ts";
import { frameTexts } from "../../i18n/texts/frame.ts";
import { photoTexts } from "../../i18n/texts/photo.ts";
import { CameraView } from "./CameraView.tsx";
import { useCamera } from "./camera.ts";
import { fileToJpeg, toJpeg } from "./jpeg.ts";
import classes from "./photo.module.css";
import { ShotStrip } from "./ShotStrip.tsx";
import { useShots } from "./shots.ts";

export type PhotoCaptureProps = {
	/** Asks the workstation for an upload ticket, once per photo. */
	getTicket: () => Promise<string>;
	/** The photo is stored; attach its handle. A rejection keeps the photo here, to be sent again. */
	onStored: (handle: string) => unknown;
	/** What to photograph next: 左脚外侧. */
	what?: string;
	/** A ghost of an earlier photo over the live picture, so that before and after match. */
	overlayUrl?: string;
	/** Where its key stands: `modal` inside a dialog. */
	layer?: "screen" | "part" | "modal";
	disabled?: boolean;
};

/** One key (F6) per photo from a live camera; files by choosing or dropping where there is no camera. */
export function PhotoCapture(props: PhotoCaptureProps) {
	const { getTicket, onStored, what, overlayUrl, layer = "part", disabled = false } = props;
	const t = useTexts(photoTexts);
	const frame = useTexts(frameTexts);
	const video = useRef<HTMLVideoElement>(null);
	const camera = useCamera(!disabled);
	const { shots, add, again, discard } = useShots(getTicket, onStored);
	const [flash, setFlash] = useState(0);
	const [odd, setOdd] = useState(false);
	const [over, setOver] = useState(false);
	const [seen, setSeen] = useState<MediaStream>();
	const live = camera.stream !== undefined && seen === camera.stream && !disabled;

	// Until its first picture is on the screen a camera has only black to give.
	useEffect(() => {
		const { current } = video;
		const { stream } = camera;
		if (!current) return;
		current.srcObject = stream ?? null;
		if (!stream) return;
		const first = current.requestVideoFrameCallback(() => setSeen(stream));
		return () => current.cancelVideoFrameCallback(first);
	}, [camera.stream]);

	const shoot = async () => {
		if (!live || !video.current || video.current.videoWidth === 0) return;
		setFlash((now) => now + 1);
		add(await toJpeg(video.current));
	};
	const take = async (files: readonly File[]) => {
		setOdd(false);
		for (const file of files) {
			await fileToJpeg(file).then(add, () => setOdd(true));
		}
	};
	const drop = (event: DragEvent) => {
		event.preventDefault();
		setOver(false);
		void take([...event.dataTransfer.files]);
	};
	useKeys([{ key: "F6", label: frame("photo"), run: () => void shoot(), bar: true, disabled: !live }], layer);

	return (
		<section
			className={classes.capture}
			aria-label={t("camera")}
			data-over={over || undefined}
			onDragOver={(event) => {
				event.preventDefault();
				setOver(true);
			}}
			onDragLeave={() => setOver(false)}
			onDrop={drop}
		>
			<CameraView camera={camera} video={video} flash={flash} dropping={over} overlayUrl={overlayUrl} />
			<div className={classes.controls}>
				<Button
					size="md"
					leftSection={<IconCamera size={20} stroke={1.8} />}
					rightSection={<kbd className={classes.key}>F6</kbd>}
					disabled={!live}
					onClick={() => void shoot()}
				>
					{what ? t("shoot-for", { what }) : t("shoot")}
				</Button>
				<FileButton multiple accept="image/*" onChange={(files) => void take(files)} disabled={disabled}>
					{(open) => (
						<Button {...open} variant="default" size="md" leftSection={<IconPhotoUp size={18} stroke={1.7} />}>
							{t("upload")}
						</Button>
					)}
				</FileButton>
				{camera.cameras.length > 1 && (
					<Select
						aria-label={t("camera-pick")}
						className={classes.pick}
						data={camera.cameras.map(({ deviceId, label }) => ({ value: deviceId, label: label || t("camera") }))}
						value={camera.deviceId ?? null}
						onChange={(deviceId) => deviceId && camera.choose(deviceId)}
					/>
				)}
			</div>
			{odd && <p className={classes.odd}>{t("not-a-picture")}</p>}
			<ShotStrip shots={shots} onAgain={again} onDiscard={discard} />
			{shots
				.filter((shot) => shot.state === "failed")
				.slice(0, 1)
				.map((shot) => (
					<Failed key={shot.id} inline error={shot.error} onRetry={() => again(shot.id)} />
				))}
		</section>
	);
}
