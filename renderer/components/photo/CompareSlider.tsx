import { type ChangeEvent, type CSSProperties, useState } from "react";
import { useTexts } from "../../i18n/language.ts";
import { photoTexts } from "../../i18n/texts/photo.ts";
import classes from "./photo.module.css";
import { StoredPicture } from "./StoredPicture.tsx";

export type CompareSliderProps = {
	/** Media handles of two photos of the same view. */
	before: string;
	after: string;
	beforeLabel?: string;
	afterLabel?: string;
};

/** Two photos over each other with a line to drag between them; a range input underneath, so keys work too. */
export function CompareSlider({ before, after, beforeLabel, afterLabel }: CompareSliderProps) {
	const t = useTexts(photoTexts);
	const [share, setShare] = useState(50);
	return (
		<div className={classes.compare} style={{ "--share": `${share}%` } as CSSProperties}>
			<StoredPicture large handle={before} alt={beforeLabel ?? t("before")} />
			<StoredPicture large className={classes.compareAfter} handle={after} alt={afterLabel ?? t("after")} />
			<span className={classes.compareName} data-side="left" aria-hidden>
				{beforeLabel ?? t("before")}
			</span>
			<span className={classes.compareName} data-side="right" aria-hidden>
				{afterLabel ?? t("after")}
			</span>
			<span className={classes.compareLine} aria-hidden />
			<input
				type="range"
				min={0}
				max={100}
				value={share}
				aria-label={t("compare")}
				onChange={(event: ChangeEvent<HTMLInputElement>) => setShare(Number(event.currentTarget.value))}
			/>
		</div>
	);
}
