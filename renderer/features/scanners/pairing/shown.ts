/** Text as people can read it: control characters by name. Pure. */

const names: Readonly<Record<string, string>> = { "\u0002": "STX", "\u0003": "ETX", "\u001d": "GS", " ": "␣" };

export function shown(text: string): string {
	return [...text]
		.map((char) => names[char] ?? (char < " " ? `^${String.fromCharCode(char.charCodeAt(0) + 64)}` : char))
		.join("");
}
