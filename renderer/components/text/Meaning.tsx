import {
	IconAlertOctagon,
	IconCircleCheck,
	IconClockExclamation,
	IconHourglass,
	IconMinus,
	IconPlayerPause,
	IconProgress,
	IconUrgent,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTexts } from "../../i18n/language.ts";
import { componentTexts } from "../../i18n/texts/components.ts";
import classes from "./text.module.css";

/** The only things a colour may say. `neutral` has no colour. */
export type MeaningName = "running" | "due-soon" | "overdue" | "waiting" | "blocked" | "done" | "paused" | "neutral";

const icons = {
	running: IconProgress,
	"due-soon": IconClockExclamation,
	overdue: IconUrgent,
	waiting: IconHourglass,
	blocked: IconAlertOctagon,
	done: IconCircleCheck,
	paused: IconPlayerPause,
	neutral: IconMinus,
} as const;

/** The colours of a meaning as CSS values, for drawings. Always put a shape or word beside them. */
export function meaningColor(meaning: MeaningName): { ink: string; soft: string } {
	const name = meaning === "paused" ? "waiting" : meaning;
	return { ink: `var(--welt-${name})`, soft: `var(--welt-${name}-soft)` };
}

export type MeaningProps = {
	meaning: MeaningName;
	/** Instead of the meaning's own word. */
	children?: ReactNode;
	/** `chip`: soft ground; `plain`: only icon and word. */
	look?: "chip" | "plain";
	size?: "sm" | "md" | "lg";
	title?: string;
};

/** A state in colour, with its icon and its word. */
export function Meaning({ meaning, children, look = "chip", size = "md", title }: MeaningProps) {
	const t = useTexts(componentTexts);
	const Icon = icons[meaning];
	const { ink, soft } = meaningColor(meaning);
	const word = children ?? (meaning === "neutral" ? null : t(meaning));
	return (
		<span
			className={classes.meaning}
			data-look={look}
			data-size={size}
			title={title}
			style={{ color: ink, backgroundColor: look === "chip" ? soft : "transparent" }}
		>
			{meaning !== "neutral" && <Icon className={classes.meaningIcon} stroke={2} aria-hidden />}
			<span>{word}</span>
		</span>
	);
}
