/**
 * Instants and local time of a named zone, right across daylight-saving changes. Asks Intl only about explicit
 * instants and remembers the answers: a board asks this thousands of times a second.
 */
import { dateOn, dayNumber } from "./date.ts";

const dayMs = 86_400_000;
const longestMemory = 20_000;

type Memory = {
	format: Intl.DateTimeFormat /** UTC day → offset, or null on a day it changes. */;
	days: Map<number, number | null>;
};
const memories = new Map<string, Memory>();

function memoryOf(zone: string): Memory {
	let memory = memories.get(zone);
	if (memory === undefined) {
		const format = new Intl.DateTimeFormat("en-US", {
			timeZone: zone,
			calendar: "gregory",
			numberingSystem: "latn",
			hourCycle: "h23",
			year: "numeric",
			month: "2-digit",
			day: "2-digit",
			hour: "2-digit",
			minute: "2-digit",
			second: "2-digit",
		});
		memory = { format, days: new Map() };
		memories.set(zone, memory);
	}
	return memory;
}

function askOffset(format: Intl.DateTimeFormat, ms: number): number {
	const field: Record<string, number> = {};
	for (const part of format.formatToParts(ms)) field[part.type] = Number(part.value);
	const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = field;
	return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}

/** Local time minus UTC in ms at an instant, e.g. 28 800 000 in Shanghai. */
export function offsetAt(ms: number, zone: string): number {
	const { format, days } = memoryOf(zone);
	const day = Math.floor(ms / dayMs);
	let known = days.get(day);
	if (known === undefined) {
		const first = askOffset(format, day * dayMs);
		known = first === askOffset(format, (day + 1) * dayMs) ? first : null;
		if (days.size >= longestMemory) days.clear();
		days.set(day, known);
	}
	return known ?? askOffset(format, ms);
}

/** Day number of the local date at an instant. */
export function localDayNumber(ms: number, zone: string): number {
	return Math.floor((ms + offsetAt(ms, zone)) / dayMs);
}

/** Local date `YYYY-MM-DD` at an instant. */
export function localDay(ms: number, zone: string): string {
	return dateOn(localDayNumber(ms, zone));
}

/** Minutes since local midnight by the wall clock, 0–1439. */
export function localMinute(ms: number, zone: string): number {
	const local = ms + offsetAt(ms, zone);
	return Math.floor((local - Math.floor(local / dayMs) * dayMs) / 60_000);
}

/**
 * The instant a zone's wall clock shows `minute` (0–1440) on a day. An hour that happens twice means its first time;
 * one that is skipped means the moment just as long after the change.
 */
export function instantOfDay(day: number, minute: number, zone: string): number {
	const wall = day * dayMs + minute * 60_000;
	const before = offsetAt(wall - dayMs, zone);
	const after = offsetAt(wall + dayMs, zone);
	if (before === after) return wall - before;
	const early = wall - before;
	if (offsetAt(early, zone) === before) return early;
	const late = wall - after;
	return offsetAt(late, zone) === after ? late : early;
}

/** Local midnight that begins the date. */
export function startOfDay(on: string, zone: string): number {
	return instantOfDay(dayNumber(on), 0, zone);
}

/** Local midnight that ends the date: the first instant of the next. */
export function endOfDay(on: string, zone: string): number {
	return instantOfDay(dayNumber(on) + 1, 0, zone);
}
