import { IconCloudDownload, IconLock, IconPhotoOff } from "@tabler/icons-react";
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

type Why = "coming" | "locked" | "missing";
type Missing = { handle: string; why: Why };
const icons = { coming: IconCloudDownload, locked: IconLock, missing: IconPhotoOff };

/** A picture taken at another PC is fetched when it is first asked for; one about a customer may be locked; else it is gone. */
async function whyNot(handle: string): Promise<Why> {
	try {
		const answer = await fetch(mediaUrl(handle));
		const envelope: unknown = answer.ok ? undefined : await answer.json();
		const reason = (envelope as { error?: { reason?: string } } | undefined)?.error?.reason;
		return reason === "media.not-here-yet" ? "coming" : reason === "customer.locked" ? "locked" : "missing";
	} catch {
		return "missing";
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
		const words = t(`photo-${missing.why}`);
		const Icon = icons[missing.why];
		return (
			<span className={`${classes.photoMissing} ${className ?? ""}`} title={words} role="img" aria-label={words}>
				<Icon size={22} stroke={1.5} aria-hidden />
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
				setMissing({ handle, why: "missing" });
				void whyNot(handle).then((why) => {
					if (why !== "missing") setMissing((now) => (now?.handle === handle ? { handle, why } : now));
				});
			}}
		/>
	);
}
