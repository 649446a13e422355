/**
 * Calendar dates (`YYYY-MM-DD`) as whole days, without any zone. Legal terms and promises count these.
 */

/** Days since 1970-01-01. */
export function dayNumber(on: string): number {
	return Math.round(Date.UTC(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1, Number(on.slice(8, 10))) / 86_400_000);
}

/** The date of a day number. */
export function dateOn(day: number): string {
	return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** `days` later; negative for earlier. */
export function addDays(on: string, days: number): string {
	return dateOn(dayNumber(on) + days);
}

/** The same day `months` later, or that month's last day when it is shorter. */
export function addMonths(on: string, months: number): string {
	const count = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 + months;
	const first = `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}-01`;
	const length = dayNumber(nextMonth(first)) - dayNumber(first);
	return addDays(first, Math.min(Number(on.slice(8, 10)), length) - 1);
}

function nextMonth(first: string): string {
	return `${dateOn(dayNumber(first) + 31).slice(0, 8)}01`;
}

/** Whole days from `from` to `to`. */
export function daysBetween(from: string, to: string): number {
	return dayNumber(to) - dayNumber(from);
}

/** 0 = Monday … 6 = Sunday. */
export function weekday(day: number): number {
	return (((day + 3) % 7) + 7) % 7;
}
