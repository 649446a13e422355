/** An amount in English words, as it stands beside the figures so that neither can be altered alone. */

const ones =
	"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
		" ",
	);
const tens = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const thousands = ["", " thousand", " million", " billion", " trillion", " quadrillion"];

function belowHundred(n: number): string {
	if (n < 20) return ones[n] ?? "";
	const rest = n % 10;
	return `${tens[Math.floor(n / 10)]}${rest > 0 ? `-${ones[rest]}` : ""}`;
}

function belowThousand(n: number): string {
	const hundreds = Math.floor(n / 100);
	const rest = n % 100;
	if (hundreds === 0) return belowHundred(rest);
	return `${ones[hundreds]} hundred${rest > 0 ? ` and ${belowHundred(rest)}` : ""}`;
}

function numberWords(n: number): string {
	if (n === 0) return "zero";
	const groups: string[] = [];
	for (let left = n, at = 0; left > 0; left = Math.floor(left / 1000), at++) {
		const group = left % 1000;
		if (group > 0) groups.unshift(`${belowThousand(group)}${thousands[at] ?? ""}`);
	}
	const last = n % 1000;
	// "one thousand and five": the small rest hangs on with "and".
	if (groups.length > 1 && last > 0 && last < 100) groups.push(`and ${groups.pop()}`);
	return groups.join(" ");
}

/** 17050 → "one hundred and seventy yuan and fifty fen". Whole fen, not negative. */
export function englishAmount(fen: number): string {
	const yuan = `${numberWords(Math.floor(fen / 100))} yuan`;
	return fen % 100 === 0 ? yuan : `${yuan} and ${numberWords(fen % 100)} fen`;
}
