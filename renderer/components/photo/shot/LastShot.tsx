import { ActionIcon, Button, Loader } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "../../../i18n/language.ts";
import { photoTexts } from "../../../i18n/texts/photo.ts";
import classes from "./shot.module.css";
import type { Shot } from "./use-shots.ts";

type Props = {
	shot: Shot;
	/** Undefined: no camera to take it again with. */
	onRetake: (() => void) | undefined;
};

/**
 * The photo just taken, over the live picture: a stamp that leaves when it is stored, or what is wrong with it, which
 * stays until somebody has taken it again or waved it away.
 */
export function LastShot({ shot, onRetake }: Props) {
	const t = useTexts(photoTexts);
	const [waved, setWaved] = useState(false);
	const { flaw } = shot;
	if (!flaw || waved) {
		return (
			<section className={classes.stamp} data-state={shot.state} aria-label={t("last-shot")}>
				<img src={shot.url} alt={t("last-shot")} />
				<span role="status">
					{shot.state === "sending" ? (
						<Loader size={12} color="white" aria-hidden />
					) : (
						<IconCheck size={14} stroke={3} aria-hidden />
					)}
					{t(shot.state)}
				</span>
			</section>
		);
	}
	return (
		<section className={classes.flaw} aria-label={t("last-shot")}>
			<img src={shot.url} alt={t("last-shot")} />
			<p role="alert">
				<strong>
					<IconAlertTriangle size={18} stroke={1.9} aria-hidden /> {t(flaw)}
				</strong>
				<span>{t(`${flaw}-next`)}</span>
			</p>
			{onRetake && (
				<Button size="compact-md" rightSection={<kbd className={classes.key}>Shift+F6</kbd>} onClick={onRetake}>
					{t("retake")}
				</Button>
			)}
			<ActionIcon variant="subtle" color="gray" aria-label={t("keep-it")} onClick={() => setWaved(true)}>
				<IconX size={18} />
			</ActionIcon>
		</section>
	);
}
