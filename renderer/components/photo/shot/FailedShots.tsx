import { ActionIcon } from "@mantine/core";
import { IconRefresh, IconX } from "@tabler/icons-react";
import { useTexts } from "../../../i18n/language.ts";
import { photoTexts } from "../../../i18n/texts/photo.ts";
import classes from "./shot.module.css";
import type { Shot } from "./use-shots.ts";

type Props = { shots: readonly Shot[]; onAgain: (id: number) => void; onDiscard: (id: number) => void };

/** Photos that could not be stored: kept here until they are, or thrown away by choice. */
export function FailedShots({ shots, onAgain, onDiscard }: Props) {
	const t = useTexts(photoTexts);
	return (
		<ul className={classes.failed}>
			{shots.map((shot) => (
				<li key={shot.id}>
					<img src={shot.url} alt={t("photo", { number: shot.id })} />
					<span className={classes.failedState} role="status">
						{t("failed")}
					</span>
					<span className={classes.failedActs}>
						<ActionIcon size="sm" aria-label={t("send-again")} onClick={() => onAgain(shot.id)}>
							<IconRefresh size={14} />
						</ActionIcon>
						<ActionIcon size="sm" variant="default" aria-label={t("discard")} onClick={() => onDiscard(shot.id)}>
							<IconX size={14} />
						</ActionIcon>
					</span>
				</li>
			))}
		</ul>
	);
}
