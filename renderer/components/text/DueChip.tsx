import { useStandard } from "../../app/use-standard.ts";
import { useTexts } from "../../i18n/language.ts";
import { componentTexts } from "../../i18n/texts/components.ts";
import { ClockChip, type ClockChipProps } from "./ClockChip.tsx";
import { clockName } from "./clock-name.ts";

export type DueChipProps = {
	/** The clock that matters now, as the workstation sent it. */
	clock: { clock: string; dueAt: string; state: ClockChipProps["state"] } | null;
	/** What the customer was promised, ISO. A pause stops the clock, never the promise. */
	promisedAt: string;
	size?: "sm" | "md" | "lg";
};

/** What is due first: the running clock or the promise to the customer, named. The same at the counter and the bench. */
export function DueChip({ clock, promisedAt, size = "md" }: DueChipProps) {
	const t = useTexts(componentTexts);
	const standard = useStandard();
	const first = clock && clock.state !== "paused" && clock.dueAt < promisedAt ? clock : null;
	if (!first) return <ClockChip size={size} label={t("promise")} dueAt={promisedAt} state="running" />;
	const rule = standard?.standard.clocks.clocks.find(({ letter }) => letter === first.clock);
	const label = clockName(standard?.name(rule?.name) ?? "") || first.clock;
	return <ClockChip size={size} label={label} dueAt={first.dueAt} state={first.state} />;
}
