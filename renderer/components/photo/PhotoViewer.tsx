import { ActionIcon, Button, Modal } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconPencil, IconPhoto } from "@tabler/icons-react";
import { useState } from "react";
import { useKeys } from "../../app/keys/keys.ts";
import { useTexts } from "../../i18n/language.ts";
import { photoTexts } from "../../i18n/texts/photo.ts";
import { PhotoEditor } from "./edit/PhotoEditor.tsx";
import type { StripPhoto } from "./PhotoStrip.tsx";
import classes from "./photo.module.css";
import type { MadePicture } from "./picture/make-picture.ts";
import { StoredPicture } from "./StoredPicture.tsx";
import { fetchPhoto } from "./shot/edited.ts";

export type PhotoViewerProps = {
	photos: readonly StripPhoto[];
	index: number;
	onIndex: (index: number) => void;
	onClose: () => void;
	/** Stores what was made of a photo beside it. */
	onEdited?: (photo: StripPhoto, picture: MadePicture) => Promise<unknown>;
	category?: string;
};

/** One photo large; arrow keys go through the others, O shows it as it was taken, E works on it. */
export function PhotoViewer({ photos, index, onIndex, onClose, onEdited, category }: PhotoViewerProps) {
	const t = useTexts(photoTexts);
	const [raw, setRaw] = useState(false);
	const [editing, setEditing] = useState<StripPhoto>();
	const photo = photos[index];
	const original = photo?.originals?.[0];
	const go = (by: number) => {
		setRaw(false);
		onIndex((index + by + photos.length) % photos.length);
	};
	const keys = [
		{ key: "ArrowLeft", label: t("previous"), run: () => go(-1) },
		{ key: "ArrowRight", label: t("next"), run: () => go(1) },
		{ key: "O", label: t("original"), run: () => setRaw(!raw), disabled: original === undefined },
		{ key: "E", label: t("edit"), run: () => setEditing(photo), disabled: !onEdited },
	];
	// Under the editor nothing moves.
	useKeys(editing ? [] : keys, "modal");
	if (!photo) return null;
	const acts = original !== undefined || onEdited !== undefined;
	const place = t("photo-of", { number: index + 1, count: photos.length });
	const shown = raw && original !== undefined ? original : photo.handle;
	return (
		<Modal opened onClose={onClose} size="min(72rem, 94vw)" title={photo.label ? `${photo.label} · ${place}` : place}>
			<div className={classes.viewer} data-acts={acts || undefined}>
				<StoredPicture large handle={shown} alt={photo.label ?? place} />
				{photos.length > 1 && (
					<>
						<ActionIcon size="xl" variant="default" aria-label={t("previous")} data-side="left" onClick={() => go(-1)}>
							<IconChevronLeft />
						</ActionIcon>
						<ActionIcon size="xl" variant="default" aria-label={t("next")} data-side="right" onClick={() => go(1)}>
							<IconChevronRight />
						</ActionIcon>
					</>
				)}
			</div>
			{acts && (
				<div className={classes.viewerActs}>
					{original !== undefined && (
						<Button
							variant={raw ? "light" : "default"}
							aria-pressed={raw}
							leftSection={<IconPhoto size={18} stroke={1.7} />}
							rightSection={<kbd className={classes.key}>O</kbd>}
							onClick={() => setRaw(!raw)}
						>
							{t("original")}
						</Button>
					)}
					{onEdited && (
						<Button
							variant="default"
							leftSection={<IconPencil size={18} stroke={1.7} />}
							rightSection={<kbd className={classes.key}>E</kbd>}
							onClick={() => setEditing(photo)}
						>
							{t("edit")}
						</Button>
					)}
				</div>
			)}
			{editing && onEdited && (
				<PhotoEditor
					load={() => fetchPhoto(editing.handle)}
					category={category}
					onSave={(picture) => onEdited(editing, picture)}
					onClose={() => setEditing(undefined)}
				/>
			)}
		</Modal>
	);
}
