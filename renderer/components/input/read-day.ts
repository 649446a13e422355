/** Reads a day as people type it: 2026-10-05, 2026/10/5, 2026.10.5, 20261005, 2026年10月5日. Null for anything else. */
export function readDay(typed: string): string | null {
	const plain = /^(\d{4})(\d{2})(\d{2})$/.exec(typed.trim());
	const parted = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(typed.trim());
	const [, year = "", month = "", day = ""] = plain ?? parted ?? [];
	if (year === "") return readWords(typed);
	return real(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Oct 5, 2026 and 5 Oct 2026, as the English app shows days itself. */
function readWords(typed: string): string | null {
	const word = /[a-z]{3,}/i.exec(typed)?.[0].slice(0, 3).toLowerCase();
	const year = /\b\d{4}\b/.exec(typed)?.[0];
	const day = /\b\d{1,2}\b/.exec(typed)?.[0];
	const month = word === undefined ? 0 : months.indexOf(word) + 1;
	if (month === 0 || !year || !day) return null;
	return real(`${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`);
}

/** The day itself when the calendar has it. */
function real(day: string): string | null {
	const at = new Date(`${day}T00:00:00Z`);
	return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day ? null : day;
}
