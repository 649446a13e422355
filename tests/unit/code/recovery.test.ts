import fc from "fast-check";
import { expect, test } from "vitest";
import {
	isRecoveryQr,
	parseRecovery,
	plainRecovery,
	recoveryBytes,
	recoveryGroupHolds,
	recoveryGroups,
	recoveryQr,
} from "../../../domain/code/recovery.ts";
import { parseScan } from "../../../domain/code/scan.ts";

const secret = fc.uint8Array({ minLength: recoveryBytes, maxLength: recoveryBytes });
const base32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

test("eight groups of five, pinned", () => {
	const bytes = Uint8Array.from({ length: recoveryBytes }, (_, n) => n * 7);
	const groups = recoveryGroups(bytes);
	expect(groups).toHaveLength(8);
	expect(groups.join(" ")).toMatch(/^([0-9A-HJKMNP-TV-Z]{5} ?){8}$/);
	expect(groups.join(" ")).toBe("003GG W58WX 4CN3S 2E1ZP 8S6NY 8PV2G D5R73 EZM5A");
});

test("reads back what was printed, typed or scanned", () => {
	fc.assert(
		fc.property(secret, (bytes) => {
			const groups = recoveryGroups(bytes);
			for (const text of [groups.join(" "), groups.join("-").toLowerCase(), groups.join(""), recoveryQr(bytes)]) {
				expect(parseRecovery(text)).toEqual(bytes);
			}
			expect(isRecoveryQr(recoveryQr(bytes))).toBe(true);
			expect(parseScan(recoveryQr(bytes)).kind).toBe("text");
		}),
	);
});

test("look-alikes and full-width characters are put right", () => {
	expect(plainRecovery("o0Il1 ａｂｃ")).toBe("00111ABC");
});

test("a wrong character, swapped neighbours, a group in another's place: told which group", () => {
	const wrong = fc.record({
		bytes: secret,
		group: fc.nat({ max: 7 }),
		at: fc.nat({ max: 4 }),
		other: fc.nat({ max: 31 }),
	});
	fc.assert(
		fc.property(wrong, ({ bytes, group, at, other }) => {
			const groups = recoveryGroups(bytes);
			const good = groups[group] ?? "";
			const was = base32.indexOf(good.charAt(at));
			// 0 and Z leave the same remainder: the key itself tells those apart.
			fc.pre((was - other) % 31 !== 0);
			const typed = good.slice(0, at) + base32.charAt(other) + good.slice(at + 1);
			expect(recoveryGroupHolds(typed, group)).toBe(false);
			const whole = groups.map((g, n) => (n === group ? typed : g)).join("");
			expect(() => parseRecovery(whole)).toThrow(expect.objectContaining({ details: { group: group + 1 } }));
			const next = (group + 1) % 8;
			expect(recoveryGroupHolds(groups[next] ?? "", group)).toBe(false);
		}),
	);
	expect(() => parseRecovery("ABC")).toThrow(expect.objectContaining({ reason: "recovery.length" }));
});
