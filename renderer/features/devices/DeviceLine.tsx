import type { ComponentType, ReactNode } from "react";
import { Meaning, type MeaningName } from "../../components/text/Meaning.tsx";
import { useTexts } from "../../i18n/language.ts";
import { deviceTexts } from "../../i18n/texts/devices.ts";
import classes from "./devices.module.css";

export type Light = "ready" | "attention" | "gone" | "unknown";

const meanings: Record<Light, MeaningName> = {
	ready: "done",
	attention: "due-soon",
	gone: "blocked",
	unknown: "neutral",
};

export type DeviceLineProps = {
	icon: ComponentType<{ size?: number; stroke?: number }>;
	name: string;
	/** What it is, in a word or two. */
	kind: string;
	light: Light;
	/** Instead of the light's own word. */
	lightText?: string | undefined;
	/** Why it is not well, and what to do. */
	trouble?: ReactNode;
	/** What it last did. */
	last: ReactNode;
	lastError?: ReactNode;
	/** The button that proves it works, first. */
	acts: ReactNode;
	/** Opened below: what the proof shows. */
	children?: ReactNode;
};

/** One device: what it is, how it is, what it last did, and the button that proves it works. */
export function DeviceLine({
	icon: Icon,
	name,
	kind,
	light,
	lightText,
	trouble,
	last,
	lastError,
	acts,
	children,
}: DeviceLineProps) {
	const t = useTexts(deviceTexts);
	return (
		<li className={classes.line} aria-label={name} data-light={light}>
			<span className={classes.icon} aria-hidden>
				<Icon size={26} stroke={1.6} />
			</span>
			<span className={classes.name}>
				<strong>{name}</strong>
				<small>{kind}</small>
			</span>
			<span className={classes.light}>
				<Meaning meaning={meanings[light]}>{lightText ?? t(`light_${light}`)}</Meaning>
			</span>
			<span className={classes.facts}>
				{trouble && <span className={classes.trouble}>{trouble}</span>}
				<span>{last}</span>
				{lastError && <span>{lastError}</span>}
			</span>
			<span className={classes.acts}>{acts}</span>
			{children && <div className={classes.proof}>{children}</div>}
		</li>
	);
}
