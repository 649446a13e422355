import { workCalendarSchema } from "../../../../domain/clock/calendar.ts";

const spansText = (spans: readonly { from: string; to: string }[]) =>
	spans.length === 0 ? "✗" : spans.map(({ from, to }) => `${from}–${to}`).join(" ");

/** A calendar in one line for the history: days that follow each other with the same hours are one entry. */
export function calendarText(raw: unknown): string {
	const parsed = workCalendarSchema.safeParse(raw);
	if (!parsed.success) return "—";
	const { weekly, closedOn, openOn } = parsed.data;
	const runs: { from: number; to: number; text: string }[] = [];
	weekly.forEach((spans, day) => {
		const text = spansText(spans);
		const last = runs.at(-1);
		if (last?.text === text) last.to = day;
		else runs.push({ from: day, to: day, text });
	});
	const week = runs.map(({ from, to, text }) => `${from === to ? from + 1 : `${from + 1}–${to + 1}`}: ${text}`);
	return [
		...week,
		...closedOn.map((on) => `${on} ✗`),
		...openOn.map(({ on, spans }) => `${on} ${spansText(spans)}`),
	].join(" · ");
}
