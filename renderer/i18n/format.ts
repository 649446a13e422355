/**
 * Money, dates and times as people here read them, in the running language and the store's time zone.
 * The machine's own zone is never used. Components call `useFormat`.
 */
import { formatFen } from "../../domain/money/amount.ts";
import type { Language } from "./define.ts";
import { useLanguage } from "./language.ts";

let storeZone = "Asia/Shanghai";

/** The store's IANA zone, set once the set-up is known. */
export function setStoreZone(zone: string): void {
	storeZone = zone;
}

export type Format = ReturnType<typeof formatIn>;

/** All formats for a language. Pure but for the zone. */
export function formatIn(language: Language, zone: string) {
	const at = (options: Intl.DateTimeFormatOptions) =>
		new Intl.DateTimeFormat(language, { timeZone: zone, hourCycle: "h23", ...options });
	const time = at({ hour: "2-digit", minute: "2-digit" });
	const day = at({ month: "numeric", day: "numeric" });
	const dayYear = at({ year: "numeric", month: "numeric", day: "numeric" });
	const weekday = at({ weekday: "short" });
	const calendar = new Intl.DateTimeFormat(language, {
		timeZone: "UTC",
		month: "numeric",
		day: "numeric",
		weekday: "short",
	});
	const calendarYear = new Intl.DateTimeFormat(language, { timeZone: "UTC", dateStyle: "medium" });
	const iso = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" });
	return {
		/** ¥1,234.50 */
		money: formatFen,
		/** 10:42 */
		time: (isoAt: string) => time.format(new Date(isoAt)),
		/** Today only the time; otherwise 11/22 10:42. `nowAt` is an ISO instant. */
		when: (isoAt: string, nowAt: string) => {
			const [that, today] = [new Date(isoAt), new Date(nowAt)];
			const clock = time.format(that);
			if (iso.format(that) === iso.format(today)) return clock;
			const sameYear = iso.format(that).slice(0, 4) === iso.format(today).slice(0, 4);
			return `${(sameYear ? day : dayYear).format(that)} ${clock}`;
		},
		/** 2026/11/22 10:42 */
		dateTime: (isoAt: string) => `${dayYear.format(new Date(isoAt))} ${time.format(new Date(isoAt))}`,
		/** 周六 */
		weekday: (isoAt: string) => weekday.format(new Date(isoAt)),
		/** A calendar date `YYYY-MM-DD`: 11月22日周日. */
		day: (on: string) => calendar.format(new Date(`${on}T00:00:00Z`)),
		/** A calendar date with its year: 2026年11月22日. */
		date: (on: string) => calendarYear.format(new Date(`${on}T00:00:00Z`)),
		number: (value: number) => new Intl.NumberFormat(language).format(value),
		/** 87% from 0.87. */
		percent: (share: number) =>
			new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(share),
		/** 2小时15分 / 2 h 15 min; days from 48 hours on. */
		duration: (ms: number) => durationText(ms, language),
	};
}

const minuteMs = 60_000;
const units = {
	"zh-CN": { day: "天", hour: "小时", minute: "分", second: "秒", gap: "" },
	en: { day: " d", hour: " h", minute: " min", second: " s", gap: " " },
} as const;

/** The two largest units of a length of time; under a minute in seconds. */
export function durationText(ms: number, language: Language): string {
	const unit = units[language];
	const minutes = Math.floor(ms / minuteMs);
	if (minutes < 1) return `${Math.max(0, Math.floor(ms / 1000))}${unit.second}`;
	if (minutes < 60) return `${minutes}${unit.minute}`;
	const hours = Math.floor(minutes / 60);
	if (hours < 48) return join(`${hours}${unit.hour}`, minutes % 60, unit.minute, unit.gap);
	return join(`${Math.floor(hours / 24)}${unit.day}`, hours % 24, unit.hour, unit.gap);
}

function join(large: string, small: number, unit: string, gap: string): string {
	return small === 0 ? large : `${large}${gap}${small}${unit}`;
}

/** Making the formats costs a millisecond: more than drawing what they format. */
const made = new Map<string, Format>();

export function useFormat(): Format {
	const language = useLanguage();
	const key = `${language} ${storeZone}`;
	const format = made.get(key) ?? formatIn(language, storeZone);
	made.set(key, format);
	return format;
}
