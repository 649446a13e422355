/** Opening hours as a person types them. Pure; used by HoursEditor. */
import type { OpenSpan } from "../../../domain/clock/calendar.ts";

/** `9`, `930`, `9:30`, `09：30` → `09:30`; undefined when it is no time of day. */
export function parseTime(text: string): string | undefined {
	const plain = text.normalize("NFKC").trim();
	const parts = /^(\d{1,2})(?:[:.点 ]?(\d{2}))?点?$/.exec(plain);
	if (!parts) return undefined;
	const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? "0")];
	if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined;
	return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** Ends on the next day. */
export const isPastMidnight = (span: OpenSpan): boolean => span.to <= span.from;

/** Spans of a day that touch each other, or lie in the wrong order. */
export function spansClash(spans: readonly OpenSpan[]): boolean {
	return spans.some((span, at) => {
		const next = spans[at + 1];
		return next !== undefined && (isPastMidnight(span) || next.from < span.to);
	});
}
