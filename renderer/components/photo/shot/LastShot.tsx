import { ActionIcon, Button, Loader } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconPencil, IconRefresh, IconX } from "@tabler/icons-react";
import { useTexts } from "../../../i18n/language.ts";
import { photoTexts } from "../../../i18n/texts/photo.ts";
import classes from "./shot.module.css";
import type { Shot } from "./use-shots.ts";

type Props = {
	shot: Shot;
	/** Undefined: no camera to take it again with. */
	onRetake: (() => void) | undefined;
	/** Undefined: pictures here are not drawn on. */
	onEdit: (() => void) | undefined;
};

/** The photo just taken: how far it got, what is wrong with it, and what can be done about it with one key. */
export function LastShot({ shot, onRetake, onEdit }: Props) {
	const t = useTexts(photoTexts);
	const { flaw } = shot;
	return (
		<section className={classes.last} data-flaw={flaw} aria-label={t("last-shot")}>
			<img src={shot.url} alt={t("last-shot")} />
			<div className={classes.lastBody}>
				{flaw ? (
					<p className={classes.flaw} role="alert">
						<IconAlertTriangle size={18} stroke={1.9} aria-hidden />
						<span>
							<strong>{t(flaw)}</strong> {t(`${flaw}-next`)}
						</span>
					</p>
				) : (
					<p className={classes.lastState} role="status">
						{shot.state === "sending" ? (
							<Loader size={14} aria-hidden />
						) : (
							<IconCheck size={16} stroke={2.6} aria-hidden />
						)}
						{t(shot.state)}
					</p>
				)}
				<div className={classes.lastActs}>
					{onRetake && (
						<Button
							size="compact-sm"
							variant={flaw ? "filled" : "default"}
							leftSection={<IconRefresh size={16} />}
							rightSection={<kbd className={classes.key}>⇧F6</kbd>}
							onClick={onRetake}
						>
							{t("retake")}
						</Button>
					)}
					{onEdit && (
						<Button
							size="compact-sm"
							variant="default"
							leftSection={<IconPencil size={16} />}
							rightSection={<kbd className={classes.key}>Ctrl+F6</kbd>}
							disabled={shot.state !== "stored"}
							onClick={onEdit}
						>
							{t("edit")}
						</Button>
					)}
				</div>
			</div>
		</section>
	);
}

/** Photos that could not be stored: kept here until they are, or thrown away by choice. */
export function FailedShots({
	shots,
	onAgain,
	onDiscard,
}: {
	shots: readonly Shot[];
	onAgain: (id: number) => void;
	onDiscard: (id: number) => void;
}) {
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
