import { ActionIcon, Modal } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { mediaUrl } from "../../app/client.ts";
import { useKeys } from "../../app/keys/keys.ts";
import { useTexts } from "../../i18n/language.ts";
import { photoTexts } from "../../i18n/texts/photo.ts";
import type { StripPhoto } from "./PhotoStrip.tsx";
import classes from "./photo.module.css";

export type PhotoViewerProps = {
	photos: readonly StripPhoto[];
	index: number;
	onIndex: (index: number) => void;
	onClose: () => void;
};

/** One photo large; arrow keys go through the others. */
export function PhotoViewer({ photos, index, onIndex, onClose }: PhotoViewerProps) {
	const t = useTexts(photoTexts);
	const photo = photos[index];
	const go = (by: number) => onIndex((index + by + photos.length) % photos.length);
	useKeys(
		[
			{ key: "ArrowLeft", label: t("previous"), run: () => go(-1) },
			{ key: "ArrowRight", label: t("next"), run: () => go(1) },
		],
		"modal",
	);
	if (!photo) return null;
	const place = t("photo-of", { number: index + 1, count: photos.length });
	return (
		<Modal opened onClose={onClose} size="min(72rem, 94vw)" title={photo.label ? `${photo.label} · ${place}` : place}>
			<div className={classes.viewer}>
				<img src={mediaUrl(photo.handle)} alt={photo.label ?? place} />
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
		</Modal>
	);
}
