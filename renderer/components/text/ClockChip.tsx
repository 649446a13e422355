import { durationText, useFormat } from "../../i18n/format.ts";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { componentTexts } from "../../i18n/texts/components.ts";
import { Meaning, type MeaningName } from "./Meaning.tsx";
import { useNow } from "./use-now.ts";

export type ClockChipProps = {
	/** ISO instant the promise falls due; null while the clock stands still. */
	dueAt: string | null;
	/** As the workstation sent it. `met` and `missed` are over for good; due soon and overdue are told from the time. */
	state: "running" | "due-soon" | "overdue" | "paused" | "met" | "missed";
	/** ISO instant from which it is "due soon"; left out: an hour before. */
	warnAt?: string | null;
	/** What is promised, e.g. 报价; shown before the time. */
	label?: string;
	size?: "sm" | "md" | "lg";
};

/** How a clock stands at `now` (ms). Pure, for sorting and tests. */
export function clockMeaning(
	clock: Pick<ClockChipProps, "dueAt" | "state" | "warnAt">,
	now: number,
): { meaning: MeaningName; leftMs: number | undefined } {
	if (clock.state === "met") return { meaning: "done", leftMs: undefined };
	if (clock.state === "missed") return { meaning: "overdue", leftMs: undefined };
	if (clock.state === "paused" || clock.dueAt === null) return { meaning: "paused", leftMs: undefined };
	const leftMs = Date.parse(clock.dueAt) - now;
	if (leftMs < 0) return { meaning: "overdue", leftMs };
	const warnAt = clock.warnAt ? Date.parse(clock.warnAt) : Date.parse(clock.dueAt) - 3_600_000;
	return { meaning: now >= warnAt ? "due-soon" : "running", leftMs };
}

/** A promise and the time left, ticking: every second in the last ten minutes, otherwise as the minutes pass. */
export function ClockChip(props: ClockChipProps) {
	const { dueAt, state, label, size = "md" } = props;
	const t = useTexts(componentTexts);
	const language = useLanguage();
	const format = useFormat();
	const slow = useNow(15_000);
	const close = dueAt !== null && state !== "paused" && Math.abs(Date.parse(dueAt) - slow) < 600_000;
	const fast = useNow(close ? 1000 : 15_000);
	const { meaning, leftMs } = clockMeaning(props, fast);
	const words =
		leftMs !== undefined
			? t(leftMs < 0 ? "clock-over" : "clock-left", { time: countdown(Math.abs(leftMs), language) })
			: t(state === "met" ? "clock-met" : state === "missed" ? "clock-missed" : "paused");
	return (
		<Meaning meaning={meaning} size={size} {...(dueAt ? { title: format.dateTime(dueAt) } : {})}>
			{label ? `${label} ${words}` : words}
		</Meaning>
	);
}

/** 04:32 in the last ten minutes, then the two largest units. */
function countdown(ms: number, language: "zh-CN" | "en"): string {
	if (ms >= 600_000) return durationText(ms, language);
	const seconds = Math.floor(ms / 1000);
	return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}
