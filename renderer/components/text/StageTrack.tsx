import { IconCheck } from "@tabler/icons-react";
import { type Stage, trackMark } from "../../../domain/job/stage.ts";
import { useTexts } from "../../i18n/language.ts";
import { componentTexts } from "../../i18n/texts/components.ts";
import classes from "./text.module.css";

const marks = ["intake", "inspection", "repair", "check", "hand-over"] as const;

export type StageTrackProps = {
	/** Where the job is now; `intake` while it is being received. */
	stage: Stage | "intake";
	/** The current stage cannot go on (waiting for a part, a decision). */
	blocked?: boolean;
	/** `full` words, or the single characters of a card. */
	look?: "full" | "short";
};

/** 收 检 修 验 交: what is behind, where it is, what is ahead. */
export function StageTrack({ stage, blocked = false, look = "full" }: StageTrackProps) {
	const t = useTexts(componentTexts);
	const over = stage === "closed" || stage === "follow-up";
	const at = over ? marks.length : stage === "intake" ? 0 : trackMark(stage);
	const now = marks[Math.min(at, marks.length - 1)] ?? "intake";
	return (
		<ol className={classes.track} data-look={look} aria-label={t("stage-track", { stage: t(`stage-${now}`) })}>
			{marks.map((each, index) => {
				const state = index < at ? "done" : index > at ? "ahead" : blocked || stage === "voided" ? "blocked" : "here";
				return (
					<li key={each} data-state={state} aria-current={index === at ? "step" : undefined}>
						<span className={classes.trackDot}>
							{state === "done" ? (
								<IconCheck size="1em" stroke={3} aria-hidden />
							) : (
								t(`stage-${each}-short`).slice(0, 1)
							)}
						</span>
						{look === "full" && <span>{t(`stage-${each}`)}</span>}
					</li>
				);
			})}
		</ol>
	);
}
