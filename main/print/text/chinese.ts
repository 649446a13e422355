/**
 * Chinese punctuation on Chinese papers. Clerks type with a half-width comma and lists of the standard carry it too;
 * printed between characters it looks like a misprint. Codes, times, numbers and Latin words are left as they are.
 */

const chinese = /[\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef\u201c\u201d\u2018\u2019]/u;
const marks: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", "?": "？", "!": "！" };

function isChinese(letter: string | undefined): boolean {
	return letter !== undefined && chinese.test(letter);
}

/** Brackets are full-width when Chinese stands in them or right before them. */
function brackets(text: string): string {
	return text.replace(/(.?) ?\(([^()]*)\)/gu, (whole, before: string, inside: string) =>
		isChinese(before) || chinese.test(inside) ? `${before}（${inside}）` : whole,
	);
}

/** Commas, semicolons, colons, question and exclamation marks that touch a Chinese character. */
export function chineseMarks(text: string): string {
	if (!chinese.test(text)) return text;
	return brackets(text).replace(
		/(?<=(.))([,;:?!]) ?(?=(.?))/gsu,
		(whole, before: string, mark: string, after: string) =>
			isChinese(before) || isChinese(after) ? (marks[mark] ?? whole) : whole,
	);
}
