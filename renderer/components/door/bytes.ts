import type { Language } from "../../i18n/define.ts";

const units = ["B", "KB", "MB", "GB", "TB"] as const;

/** 3.4 GB */
export function bytesText(bytes: number, language: Language): string {
	let value = bytes;
	let unit = 0;
	while (value >= 1024 && unit < units.length - 1) {
		value /= 1024;
		unit += 1;
	}
	const digits = value >= 100 || unit === 0 ? 0 : 1;
	return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value)} ${units[unit]}`;
}
