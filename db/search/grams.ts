/**
 * What the search index stores and what a query asks for: two-character grams of Chinese, three-character grams of
 * Latin and digits, and codes of the standard as one token (`_fw01`). So two-character Chinese words, parts of serials
 * and the last digits of an order number are all found as you type, through one index and one MATCH. Two Latin letters
 * or digits find words that begin with them (`sn-`); one alone would find everything and is not looked for.
 */

const runs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|[\p{L}\p{N}]+/gu;
const han = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function fold(text: string): string {
	return text.normalize("NFKC").toLowerCase();
}

/** Mixed runs such as `皮鞋42` are cut where the script changes. */
function* pieces(text: string): Generator<{ text: string; chinese: boolean }> {
	for (const [run] of fold(text).matchAll(runs)) {
		for (const part of run.match(
			/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu,
		) ?? []) {
			yield { text: part, chinese: han.test(part) };
		}
	}
}

function gramsOf(text: string, size: number): string[] {
	const chars = [...text];
	if (chars.length <= size) return [text];
	const grams: string[] = [];
	for (let i = 0; i + size <= chars.length; i++) grams.push(chars.slice(i, i + size).join(""));
	return grams;
}

/** The token of every longer Latin word that begins so. */
function beginning(text: string): string {
	return `${text.slice(0, 2)}-`;
}

/** One token per code of the standard. */
export function codeToken(code: string): string {
	return `_${code.toLowerCase()}`;
}

/** The tokens of a document, separated by spaces. */
export function documentGrams(texts: readonly string[], codes: readonly string[]): string {
	const tokens = new Set<string>();
	for (const text of texts) {
		for (const piece of pieces(text)) {
			for (const gram of gramsOf(piece.text, piece.chinese ? 2 : 3)) tokens.add(gram);
			if (!piece.chinese && piece.text.length > 2) tokens.add(beginning(piece.text));
			// A lone tail so that one typed Chinese character finds words it ends.
			if (piece.chinese) tokens.add([...piece.text].at(-1) ?? "");
		}
	}
	for (const code of codes) if (code !== "") tokens.add(codeToken(code));
	return [...tokens].join(" ");
}

const quoted = (token: string) => `"${token.replaceAll('"', '""')}"`;

/** What one run of a term asks for; undefined when it is too short to ask for anything. */
function pieceExpression({ text, chinese }: { text: string; chinese: boolean }): string | undefined {
	const length = [...text].length;
	if (chinese) return length === 1 ? `${quoted(text)} *` : gramsOf(text, 2).map(quoted).join(" AND ");
	if (length === 1) return undefined;
	if (length === 2) return `(${quoted(text)} OR ${quoted(beginning(text))})`;
	return gramsOf(text, 3).map(quoted).join(" AND ");
}

function termExpression(term: string): string | undefined {
	const parts = [...pieces(term)].map(pieceExpression);
	return parts.length > 0 && parts.every((p) => p !== undefined) ? `(${parts.join(" AND ")})` : undefined;
}

/**
 * The MATCH expression of one typed term: its grams, or any of the codes whose names contain it.
 * Undefined when there is nothing to look for.
 */
export function termMatch(term: string, codes: readonly string[]): string | undefined {
	const literal = termExpression(term);
	const byCode = codes.map((c) => quoted(codeToken(c)));
	const all = literal ? [literal, ...byCode] : byCode;
	return all.length > 0 ? `(${all.join(" OR ")})` : undefined;
}
