import { Button, FileButton, Select } from "@mantine/core";
import { IconCamera, IconPencil, IconPhotoUp, IconRefresh } from "@tabler/icons-react";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { useKeys } from "../../app/keys/keys.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { useTexts } from "../../i18n/language.ts";
import { frameTexts } from "../../i18n/texts/frame.ts";
import { photoTexts } from "../../i18n/texts/photo.ts";
import { CameraView } from "./camera/CameraView.tsx";
import { useCamera } from "./camera/use-camera.ts";
import { useFirstFrame } from "./camera/use-first-frame.ts";
import { PhotoEditor } from "./edit/PhotoEditor.tsx";
import classes from "./photo.module.css";
import { pictureOfFile, pictureOfFrame, warmPictures } from "./picture/make-picture.ts";
import { type FileTrouble, UnreadableFile } from "./picture/read-file.ts";
import { FailedShots } from "./shot/FailedShots.tsx";
import { LastShot } from "./shot/LastShot.tsx";
import { type InsteadOf, type Shot, useShots } from "./shot/use-shots.ts";

export type PhotoCaptureProps = {
	/** Asks the workstation for an upload ticket, once per photo. */
	getTicket: () => Promise<string>;
	/**
	 * The photo is stored; attach its handle. With `insteadOf` it stands in for an earlier one of this camera. A
	 * rejection keeps the photo here, to be sent again.
	 */
	onStored: (handle: string, insteadOf?: InsteadOf) => unknown;
	/** What to photograph next: 左脚外侧. */
	what?: string;
	/** A ghost of an earlier photo over the live picture, so that before and after match. */
	overlayUrl?: string;
	/** Where its keys stand: `modal` inside a dialog. */
	layer?: "screen" | "part" | "modal";
	/** The item's category, for the names of faults. Without it photos here are not drawn on. */
	category?: string;
	disabled?: boolean;
};

/**
 * One key (F6) per photo from a live camera, Shift+F6 to take the last one again, Ctrl+F6 to work on it; files by
 * choosing or dropping where there is no camera.
 */
export function PhotoCapture(props: PhotoCaptureProps) {
	const { getTicket, onStored, what, overlayUrl, layer = "part", category, disabled = false } = props;
	const t = useTexts(photoTexts);
	const frame = useTexts(frameTexts);
	const video = useRef<HTMLVideoElement>(null);
	const camera = useCamera(!disabled);
	const live = useFirstFrame(video, camera.stream) && !disabled;
	const { shots, last, add, again, discard } = useShots({ getTicket, onStored });
	const [flash, setFlash] = useState(0);
	const [odd, setOdd] = useState<FileTrouble | "missed">();
	const [over, setOver] = useState(false);
	const [editing, setEditing] = useState<Shot>();
	useEffect(warmPictures, []);

	const shoot = async (before?: Shot["before"]) => {
		if (!live || !video.current || video.current.videoWidth === 0) return;
		setFlash((now) => now + 1);
		setOdd(undefined);
		// The ticket is on its way while the picture is made.
		const ticket = getTicket();
		const made = await pictureOfFrame(video.current).catch(() => undefined);
		// What fails to be stored stays in the list with its reason.
		if (made) await add(made, ticket, before).catch(() => undefined);
		else setOdd("missed");
	};
	const retake = () => {
		if (!last) return;
		if (last.state === "failed") discard(last.id);
		void shoot({ id: last.id, why: "again" });
	};
	const take = async (files: readonly File[]) => {
		setOdd(undefined);
		for (const file of files) {
			try {
				void add(await pictureOfFile(file), getTicket()).catch(() => undefined);
			} catch (thrown) {
				setOdd(thrown instanceof UnreadableFile ? thrown.trouble : "unreadable");
			}
		}
	};
	const drop = (event: DragEvent) => {
		event.preventDefault();
		setOver(false);
		void take([...event.dataTransfer.files]);
	};
	const shown = last?.state === "failed" ? undefined : last;
	const mayEdit = category !== undefined && last?.state === "stored";
	const keys = [
		{ key: "Ctrl+F6", label: t("edit"), run: () => setEditing(last), disabled: !mayEdit },
		{ key: "Shift+F6", label: t("retake"), run: retake, bar: last !== undefined, disabled: !live || !last },
		{ key: "F6", label: frame("photo"), run: () => void shoot(), bar: true, disabled: !live },
	];
	// Nobody takes photos from under the editor.
	useKeys(editing ? [] : keys, layer);
	const failed = shots.filter((shot) => shot.state === "failed");
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
			<CameraView camera={camera} video={video} flash={flash} dropping={over} overlayUrl={overlayUrl}>
				{shown && <LastShot key={shown.id} shot={shown} onRetake={live ? retake : undefined} />}
			</CameraView>
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
				{shown && live && (
					<Button
						variant="default"
						size="md"
						leftSection={<IconRefresh size={18} stroke={1.7} />}
						rightSection={<kbd className={classes.key}>Shift+F6</kbd>}
						onClick={retake}
					>
						{t("retake")}
					</Button>
				)}
				{shown && category !== undefined && (
					<Button
						variant="default"
						size="md"
						leftSection={<IconPencil size={18} stroke={1.7} />}
						rightSection={<kbd className={classes.key}>Ctrl+F6</kbd>}
						disabled={!mayEdit}
						onClick={() => setEditing(last)}
					>
						{t("edit")}
					</Button>
				)}
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
			{odd && (
				<p className={classes.odd} role="alert">
					{t(odd)}
				</p>
			)}
			{failed.length > 0 && <FailedShots shots={failed} onAgain={again} onDiscard={discard} />}
			{failed.slice(0, 1).map((shot) => (
				<Failed key={shot.id} inline error={shot.error} onRetry={() => again(shot.id)} />
			))}
			{editing && (
				<PhotoEditor
					load={async () => editing.blob}
					category={category}
					// Not stored, it waits here like any other photo.
					onSave={(picture) => add(picture, getTicket(), { id: editing.id, why: "edited" }).catch(() => undefined)}
					onClose={() => setEditing(undefined)}
				/>
			)}
		</section>
	);
}
