/**
 * Money for people: integer fen written as ¥1,234.50 and in capital Chinese numerals, and read back from what
 * was typed. Used by screens and paper. Never holds money as a fraction.
 */
import { refuse } from "../errors.ts";

/** `¥1,234.50`; negative amounts as `-¥1,234.50`. @param fen integer */
export function formatFen(fen: number): string {
	return `${fen < 0 ? "-" : ""}¥${formatPlain(Math.abs(fen))}`;
}

/** `1,234.50`, for columns headed with the currency. @param fen integer */
export function formatPlain(fen: number): string {
	const whole = Math.floor(Math.abs(fen) / 100);
	const rest = String(Math.abs(fen) % 100).padStart(2, "0");
	return `${fen < 0 ? "-" : ""}${String(whole).replace(/\B(?=(?:\d{3})+$)/g, ",")}.${rest}`;
}

/** Sum of integer fen. */
export function sumFen(amounts: readonly number[]): number {
	return amounts.reduce((sum, fen) => sum + fen, 0);
}

/**
 * Reads a typed amount: `1234.5`, `1,234.50`, `¥12`, `12元`, full-width digits. Undefined when it is not an amount of at
 * most two decimals below a thousand million yuan.
 */
export function parseAmount(text: string): number | undefined {
	const plain = text
		.normalize("NFKC")
		.replace(/。/g, ".")
		.replace(/[\s,]/g, "")
		.replace(/^[¥¥]/, "")
		.replace(/元$/, "");
	const [, yuan, decimals = ""] = /^(\d{1,9})(?:\.(\d{0,2}))?$/.exec(plain) ?? [];
	return yuan === undefined ? undefined : Number(yuan) * 100 + Number(decimals.padEnd(2, "0"));
}

const numerals = "零壹贰叁肆伍陆柒捌玖";
const places = ["", "拾", "佰", "仟"];
const sections = ["", "万", "亿"];

/**
 * The amount in capital numerals as banks ask for it on bills: 壹仟贰佰叁拾肆元伍角整. 整 closes every amount without fen,
 * so that nothing can be written behind it.
 * @param fen 0 or more, below a million million yuan
 * @throws Refusal `invalid-input`, `money.out-of-range`
 */
export function chineseAmount(fen: number): string {
	if (!Number.isSafeInteger(fen) || fen < 0 || fen >= 1e14) refuse("invalid-input", "money.out-of-range", { fen });
	const yuan = Math.floor(fen / 100);
	const jiao = Math.floor(fen / 10) % 10;
	const rest = fen % 10;
	let text = yuan > 0 ? `${wholeNumber(yuan)}元` : "";
	if (jiao > 0) text += `${numerals.charAt(jiao)}角`;
	else if (rest > 0 && yuan > 0) text += "零";
	if (rest > 0) return `${text}${numerals.charAt(rest)}分`;
	return text === "" ? "零元整" : `${text}整`;
}

function wholeNumber(value: number): string {
	let text = "";
	// One 零 stands for any run of zeros between two figures, never for zeros at the end.
	let gap = false;
	for (let section = 2; section >= 0; section--) {
		const four = Math.floor(value / 10 ** (4 * section)) % 10_000;
		for (let place = 3; place >= 0; place--) {
			const figure = Math.floor(four / 10 ** place) % 10;
			if (figure === 0) {
				gap = text !== "";
				continue;
			}
			text += `${gap ? "零" : ""}${numerals.charAt(figure)}${places[place]}`;
			gap = false;
		}
		if (four > 0) {
			text += sections[section];
			gap = false;
		}
	}
	return text;
}
