/**
 * ESC/POS commands and how long each is, for whoever has to find the next one: parameters are not marked in any way.
 * After Epson's command reference. Called by decode-escpos.ts.
 */

const esc = 0x1b;
const gs = 0x1d;
const fs = 0x1c;
const dle = 0x10;

/** Bytes behind the two of the command itself, for commands of a fixed length. */
const fixed: Record<number, Record<string, number>> = {
	[esc]: {
		...{ "@": 0, "2": 0, "<": 0, "\x0c": 0, L: 0, S: 0, i: 0, m: 0, "=": 1, "!": 1, "3": 1, "-": 1, " ": 1 },
		...{ E: 1, G: 1, J: 1, K: 1, M: 1, R: 1, V: 1, a: 1, d: 1, e: 1, r: 1, t: 1, T: 1, "{": 1, "%": 1, U: 1 },
		...{ "?": 1, u: 1, v: 0, $: 2, "\\": 2, B: 2, c: 2, p: 3, W: 8 },
	},
	[gs]: {
		...{ "!": 1, B: 1, H: 1, I: 1, a: 1, b: 1, f: 1, h: 1, r: 1, w: 1, E: 1, "/": 1, ":": 0, T: 1 },
		...{ $: 2, L: 2, P: 2, W: 2, "\\": 2, "^": 3 },
	},
	[fs]: { "&": 0, ".": 0, "!": 1, "-": 1, C: 1, W: 1, S: 2, p: 2 },
	[dle]: { "\x04": 1, "\x05": 1, "\x14": 3 },
};

/** Columns of `ESC * m` are one or three bytes high. */
export const columnBytes = (m: number) => (m >= 32 ? 3 : 1);

const word = (data: Uint8Array, at: number) => (data[at] ?? 0) + (data[at + 1] ?? 0) * 256;

/** Whole length of the command at the start of `data`; undefined while that can't be known; 1 for a character of text. */
export function commandLength(data: Uint8Array): number | undefined {
	const [lead = 0, name] = data;
	if (lead !== esc && lead !== gs && lead !== fs && lead !== dle) return 1;
	if (name === undefined) return undefined;
	const known = fixed[lead]?.[String.fromCharCode(name)];
	if (known !== undefined) return 2 + known;
	const long = lead === esc ? escLength(data, name) : lead === gs ? gsLength(data, name) : 2;
	return long === "unknown" ? 2 : long;
}

function escLength(data: Uint8Array, name: number): number | undefined | "unknown" {
	switch (String.fromCharCode(name)) {
		case "*":
			return data.length < 5 ? undefined : 5 + word(data, 3) * columnBytes(data[2] ?? 0);
		case "D": {
			const end = data.indexOf(0, 2);
			return end < 0 ? undefined : end + 1;
		}
		default:
			return "unknown";
	}
}

function gsLength(data: Uint8Array, name: number): number | undefined | "unknown" {
	switch (String.fromCharCode(name)) {
		case "v":
			return data.length < 8 ? undefined : 8 + word(data, 4) * word(data, 6);
		case "(":
			return data.length < 5 ? undefined : 5 + word(data, 3);
		case "8":
			return data.length < 7 ? undefined : 7 + word(data, 3) + word(data, 5) * 65_536;
		case "V":
			return data.length < 3 ? undefined : (data[2] ?? 0) >= 65 ? 4 : 3;
		case "k": {
			if (data.length < 4) return undefined;
			if ((data[2] ?? 0) >= 65) return 4 + (data[3] ?? 0);
			const end = data.indexOf(0, 3);
			return end < 0 ? undefined : end + 1;
		}
		default:
			return "unknown";
	}
}
