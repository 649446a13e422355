/**
 * Check characters. Three kinds, each the best for its place: Damm for our digits-only numbers (catches every
 * single wrong digit and every swap of neighbours), ISO 7064 MOD 1271-36 for our lettered codes (two characters, same
 * guarantees for letters and digits), and GS1's modulo 10 for codes that other people made.
 */

const damm: readonly (readonly number[])[] = [
	[0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
	[7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
	[4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
	[1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
	[6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
	[3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
	[5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
	[8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
	[9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
	[2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/** The check digit to append to a string of digits. */
export function dammDigit(digits: string): string {
	let row = 0;
	for (const digit of digits) row = damm[row]?.[Number(digit)] ?? 0;
	return String(row);
}

/** True when the last digit is the check digit of the ones before it. */
export function dammHolds(digits: string): boolean {
	return digits.length > 1 && /^\d+$/.test(digits) && dammDigit(digits) === "0";
}

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Two check characters over `0-9A-Z`; any other character is left out of the sum. */
export function isoPair(text: string): string {
	let sum = 0;
	for (const character of text) {
		const value = alphabet.indexOf(character);
		if (value >= 0) sum = (sum * 36 + value) % 1271;
	}
	const check = (1272 - ((sum * 36 * 36) % 1271)) % 1271;
	return `${alphabet.charAt(Math.floor(check / 36))}${alphabet.charAt(check % 36)}`;
}

/** True when the last two characters are the check pair of the ones before them. */
export function isoPairHolds(text: string): boolean {
	return text.length > 2 && isoPair(text.slice(0, -2)) === text.slice(-2);
}

/** GS1's modulo-10 digit for the digits before it (GTIN of any length, SSCC, GLN). */
export function gs1Digit(digits: string): string {
	let sum = 0;
	for (let index = 0; index < digits.length; index++) {
		const weight = (digits.length - index) % 2 === 1 ? 3 : 1;
		sum += Number(digits[index]) * weight;
	}
	return String((10 - (sum % 10)) % 10);
}

/** True when the last digit is GS1's check digit of the ones before it. */
export function gs1Holds(digits: string): boolean {
	return /^\d{2,}$/.test(digits) && gs1Digit(digits.slice(0, -1)) === digits.slice(-1);
}
