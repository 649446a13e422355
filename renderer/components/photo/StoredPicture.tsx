import { IconCloudDownload, IconPhotoOff } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { thumbnailOf } from "../../../preload/contract/media.ts";
import { mediaUrl, onPush } from "../../app/client.ts";
import { useTexts } from "../../i18n/language.ts";
import { photoTexts } from "../../i18n/texts/photo.ts";
import classes from "./photo.module.css";

export type StoredPictureProps = {
	handle: string;
	/** What it shows; empty where a text beside it says so. */
	alt: string;
	/** Larger than a stamp: the picture itself instead of its thumbnail. */
	large?: boolean;
	className?: string | undefined;
};

type Missing = { handle: string; coming: boolean };

/** A picture taken at another PC is fetched when it is first asked for; any other failure means that it is gone. */
async function isComing(handle: string): Promise<boolean> {
	try {
		const answer = await fetch(mediaUrl(handle));
		const envelope: unknown = answer.ok ? undefined : await answer.json();
		return (envelope as { error?: { reason?: string } } | undefined)?.error?.reason === "media.not-here-yet";
	} catch {
		return false;
	}
}

/** One stored picture filling its box. Says so while it is still on its way, and when it can't be shown. */
export function StoredPicture({ handle, alt, large = false, className }: StoredPictureProps) {
	const t = useTexts(photoTexts);
	const [missing, setMissing] = useState<Missing>();
	const gone = missing?.handle === handle;
	useEffect(
		() =>
			onPush((push) => {
				if (push.type === "media" && push.handle === handle) setMissing(undefined);
			}),
		[handle],
	);
	if (gone) {
		const words = t(missing.coming ? "photo-coming" : "photo-missing");
		return (
			<span className={`${classes.photoMissing} ${className ?? ""}`} title={words} role="img" aria-label={words}>
				{missing.coming ? (
					<IconCloudDownload size={22} stroke={1.5} aria-hidden />
				) : (
					<IconPhotoOff size={22} stroke={1.5} aria-hidden />
				)}
				{large ? <span>{words}</span> : <span className={classes.hidden}>{words}</span>}
			</span>
		);
	}
	return (
		<img
			className={className}
			src={mediaUrl(large ? handle : thumbnailOf(handle))}
			alt={alt}
			loading="lazy"
			decoding="async"
			draggable={false}
			onError={() => {
				setMissing({ handle, coming: false });
				void isComing(handle).then((coming) => {
					if (coming) setMissing((now) => (now?.handle === handle ? { handle, coming } : now));
				});
			}}
		/>
	);
}
