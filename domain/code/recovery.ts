/**
 * The recovery code: 160 random bits as eight groups of five characters, printed once on the recovery sheet. Each group
 * ends in a check character that also knows the group's place, so that whoever types it is told which group is wrong.
 */
import { refuse } from "../errors.ts";
import { tokenOf } from "./own.ts";

export const recoveryBytes = 20;
export const recoveryGroupCount = 8;
const groupLength = 5;
const prefix = "WR-";
const base32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A prime below 32: a wrong character and swapped neighbours both change the remainder. */
const modulus = 31;

function checkOf(body: string, group: number): string {
	let sum = 5 * (group + 1);
	for (let at = 0; at < body.length; at++) sum += (at + 1) * base32.indexOf(body.charAt(at));
	return base32.charAt(sum % modulus);
}

/** The groups as they stand on the sheet, in reading order. `secret` is 20 random bytes. */
export function recoveryGroups(secret: Uint8Array): string[] {
	const text = tokenOf(secret);
	return Array.from({ length: recoveryGroupCount }, (_, group) => {
		const body = text.slice(group * 4, group * 4 + 4);
		return body + checkOf(body, group);
	});
}

/** Text of the sheet's QR. */
export function recoveryQr(secret: Uint8Array): string {
	return prefix + recoveryGroups(secret).join("");
}

/** What a person typed or a scanner read, as plain characters: capitals, no gaps, look-alikes put right. */
export function plainRecovery(text: string): string {
	const plain = text.normalize("NFKC").toUpperCase();
	const body = plain.startsWith(prefix) ? plain.slice(prefix.length) : plain;
	return body
		.replace(/[\s\-·.]/g, "")
		.replaceAll("O", "0")
		.replace(/[IL]/g, "1");
}

/** True when `text` could be nothing but the QR of a recovery sheet. */
export function isRecoveryQr(text: string): boolean {
	return /^WR-[0-9A-Z]{40}$/i.test(text.trim());
}

/** True when a typed group is whole and its check character fits its place (0–7). */
export function recoveryGroupHolds(text: string, group: number): boolean {
	const plain = plainRecovery(text);
	if (plain.length !== groupLength || [...plain].some((c) => !base32.includes(c))) return false;
	return checkOf(plain.slice(0, -1), group) === plain.slice(-1);
}

/**
 * The 20 bytes behind a whole code.
 * @throws Refusal `invalid-input`: `recovery.length` (details `count` of 40) or `recovery.group` (details `group` 1–8)
 */
export function parseRecovery(text: string): Uint8Array {
	const plain = plainRecovery(text);
	const whole = recoveryGroupCount * groupLength;
	if (plain.length !== whole) refuse("invalid-input", "recovery.length", { count: plain.length, whole });
	let bits = 0;
	let held = 0;
	const bytes: number[] = [];
	for (let group = 0; group < recoveryGroupCount; group++) {
		const typed = plain.slice(group * groupLength, (group + 1) * groupLength);
		if (!recoveryGroupHolds(typed, group)) refuse("invalid-input", "recovery.group", { group: group + 1 });
		for (const character of typed.slice(0, -1)) {
			held = (held << 5) | base32.indexOf(character);
			bits += 5;
			if (bits >= 8) {
				bits -= 8;
				bytes.push((held >> bits) & 255);
				held &= (1 << bits) - 1;
			}
		}
	}
	return Uint8Array.from(bytes);
}
