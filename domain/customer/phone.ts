/**
 * Phone numbers as people say, write and paste them, brought to the one form that is stored and hashed. Used at
 * intake, for look-ups and for corrections. Never masks (domain/mask) and never logs.
 */

/**
 * Digits, with a leading `+` for numbers from abroad; mainland prefixes (+86, 0086) go, so that one number always has
 * one form. Undefined when it has fewer than 7 or more than 15 digits, or anything but digits and separators.
 */
export function readPhone(text: string): string | undefined {
	const plain = text.normalize("NFKC").replace(/[\s().\-–—·]/g, "");
	if (!/^\+?\d+$/.test(plain)) return undefined;
	const mainland = /^(?:\+86|0086|86)(1\d{10})$/.exec(plain)?.[1];
	const number = mainland ?? (plain.startsWith("00") ? `+${plain.slice(2)}` : plain);
	const digits = number.replace("+", "").length;
	return digits >= 7 && digits <= 15 ? number : undefined;
}
