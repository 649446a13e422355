/** HTML as a tagged template: whatever is put in is escaped, unless it is HTML made here. Nothing else writes markup. */
export class Html {
	readonly text: string;
	constructor(text: string) {
		this.text = text;
	}
}

type Value = Html | string | number | false | null | undefined | readonly Value[];

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? "");

function write(value: Value): string {
	if (value === false || value === null || value === undefined) return "";
	if (value instanceof Html) return value.text;
	if (typeof value === "string" || typeof value === "number") return escaped(String(value));
	return value.map(write).join("");
}

export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
	return new Html(parts.reduce((text, part, at) => text + write(values[at - 1]) + part));
}
