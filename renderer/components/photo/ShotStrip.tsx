import { ActionIcon, Loader } from "@mantine/core";
import { IconCheck, IconRefresh, IconX } from "@tabler/icons-react";
import { useTexts } from "../../i18n/language.ts";
import { photoTexts } from "../../i18n/texts/photo.ts";
import classes from "./photo.module.css";
import type { Shot } from "./shots.ts";

type Props = { shots: readonly Shot[]; onAgain: (id: number) => void; onDiscard: (id: number) => void };

/** The photos just taken and how far each has got. */
export function ShotStrip({ shots, onAgain, onDiscard }: Props) {
	const t = useTexts(photoTexts);
	if (shots.length === 0) return null;
	return (
		<ul className={classes.shots}>
			{shots.map((shot) => (
				<li key={shot.id} data-state={shot.state}>
					<img src={shot.url} alt={t("photo", { number: shot.id })} />
					<span className={classes.shotState} role="status">
						{shot.state === "sending" && <Loader size={12} color="white" aria-hidden />}
						{shot.state === "stored" && <IconCheck size={14} stroke={3} aria-hidden />}
						{t(shot.state)}
					</span>
					{shot.state === "failed" && (
						<span className={classes.shotActs}>
							<ActionIcon size="sm" aria-label={t("send-again")} onClick={() => onAgain(shot.id)}>
								<IconRefresh size={14} />
							</ActionIcon>
							<ActionIcon size="sm" variant="default" aria-label={t("discard")} onClick={() => onDiscard(shot.id)}>
								<IconX size={14} />
							</ActionIcon>
						</span>
					)}
				</li>
			))}
		</ul>
	);
}
