/** CSV that a spreadsheet opens rightly: UTF-8 with mark, CRLF, quoted, and no cell that would run as a formula. */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
	return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(value: string | number): string {
	if (typeof value === "number") return String(value);
	const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return `"${safe.replaceAll('"', '""')}"`;
}
