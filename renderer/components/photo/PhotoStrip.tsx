import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTexts } from "../../i18n/language.ts";
import { photoTexts } from "../../i18n/texts/photo.ts";
import { PhotoViewer, type PhotoViewerProps } from "./PhotoViewer.tsx";
import classes from "./photo.module.css";
import { StoredPicture } from "./StoredPicture.tsx";

export type StripPhoto = {
	/** Media handle of a stored photo. */
	handle: string;
	/** What it shows, e.g. 左脚鞋头. */
	label?: string;
	/** As it was taken, before it was drawn on, turned or cut; oldest first. */
	originals?: readonly string[];
};

export type PhotoStripProps = {
	photos: readonly StripPhoto[];
	/** Gives each photo a small remove button. */
	onRemove?: (photo: StripPhoto) => void;
	/** Instead of opening the viewer. */
	onOpen?: (photo: StripPhoto, index: number) => void;
	/** Lets the viewer work on a photo; stores what was made of it. */
	onEdited?: PhotoViewerProps["onEdited"];
	category?: string;
	size?: "sm" | "md" | "lg";
	/** After the last photo: an add button. */
	after?: ReactNode;
};

/** Photos in a row; a click or Enter opens them large. */
export function PhotoStrip({ photos, onRemove, onOpen, onEdited, category, size = "md", after }: PhotoStripProps) {
	const t = useTexts(photoTexts);
	const [open, setOpen] = useState<number>();
	return (
		<>
			<ul className={classes.strip} data-size={size}>
				{photos.map((photo, index) => (
					<li key={photo.handle}>
						<button
							type="button"
							aria-label={`${t("open-photo")} ${photo.label ?? t("photo", { number: index + 1 })}`}
							onClick={() => (onOpen ? onOpen(photo, index) : setOpen(index))}
						>
							<Photo handle={photo.handle} label={photo.label ?? t("photo", { number: index + 1 })} />
						</button>
						{photo.label && <span className={classes.stripLabel}>{photo.label}</span>}
						{onRemove && (
							<ActionIcon
								className={classes.stripRemove}
								size="sm"
								variant="default"
								aria-label={t("remove-photo")}
								onClick={() => onRemove(photo)}
							>
								<IconX size={14} />
							</ActionIcon>
						)}
					</li>
				))}
				{after && <li>{after}</li>}
			</ul>
			{open !== undefined && (
				<PhotoViewer
					photos={photos}
					index={open}
					onIndex={setOpen}
					onClose={() => setOpen(undefined)}
					{...(onEdited ? { onEdited } : {})}
					{...(category === undefined ? {} : { category })}
				/>
			)}
		</>
	);
}

export type PhotoProps = {
	handle: string;
	label: string;
	/** Larger than a stamp: the photo itself instead of its thumbnail. */
	large?: boolean;
};

/** One stored photo filling its box; says so when it cannot be shown. */
export function Photo({ handle, label, large = false }: PhotoProps) {
	return <StoredPicture className={classes.photo} handle={handle} alt={label} large={large} />;
}
