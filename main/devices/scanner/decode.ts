/**
 * A scan's bytes as text. Codes here are UTF-8 or, on Chinese labels, GB18030; what is neither is said to be unreadable
 * instead of being guessed. Used by both adapters; never throws.
 */
import iconv from "iconv-lite";

export type Decoded = { text: string; aim: string; readable: boolean };

const cr = 13;
const lf = 10;

/** Without one line end at the end: CR, LF or CR LF. */
export function cutLineEnd(bytes: Uint8Array): Uint8Array {
	let end = bytes.length;
	if (bytes[end - 1] === lf) end -= 1;
	if (bytes[end - 1] === cr) end -= 1;
	return bytes.subarray(0, end);
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

// Codes for parts and parcels separate fields with FS, GS, RS, US and end in EOT; QR codes of contacts hold line ends.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const binary = /[\u0000-\u0003\u0005-\u0008\u000b\u000c\u000e-\u001b\u007f-\u009f]/;
/** Places in GB18030 that no character is assigned to: random bytes land there, text does not. */
const unassigned = /[\p{Co}\p{Cn}\ufffd]/u;

const aimPrefix = /^\][A-Za-z][0-9A-Za-z]/;

/**
 * @param aim what the device said apart from the data; without it a prefix in the data counts
 */
export function decodeScan(bytes: Uint8Array, aim = ""): Decoded {
	let body = cutLineEnd(bytes);
	let prefix = aim;
	if (prefix === "") {
		prefix = aimPrefix.exec(String.fromCharCode(...body.subarray(0, 3)))?.[0] ?? "";
		body = body.subarray(prefix.length);
	}
	const { text, readable } = withEci(body, prefix);
	return { text, aim: prefix, readable: readable && !binary.test(text) };
}

/** Symbologies whose prefix says that backslashes in the data are doubled and `\nnnnnn` names the character set. */
const eciAims = /^\](?:Q[2456]|d[456]|z[3-9]|L1)$/;
const eciLeader = /^\\(\d{6})/;

function withEci(bytes: Uint8Array, aim: string): { text: string; readable: boolean } {
	const leader = eciAims.test(aim) ? eciLeader.exec(latin1(bytes.subarray(0, 7))) : null;
	if (!leader) return decode(bytes, undefined);
	const plain = decode(bytes.subarray(7), charsets[leader[1] ?? ""]);
	return { ...plain, text: plain.text.replaceAll("\\\\", "\\") };
}

/** Numbers of ISO's register of character sets that turn up on goods here. */
const charsets: Record<string, string> = {
	"000003": "latin1",
	"000026": "utf8",
	"000029": "gb18030",
	"000032": "gb18030",
};

function decode(bytes: Uint8Array, charset: string | undefined): { text: string; readable: boolean } {
	if (charset === "latin1") return { text: latin1(bytes), readable: true };
	if (charset !== "gb18030") {
		try {
			return { text: utf8.decode(bytes), readable: true };
		} catch {
			// Not UTF-8.
		}
	}
	// The same tables under Node and Electron, whose own decoder may come without them.
	const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), "gb18030");
	return { text, readable: !unassigned.test(text) };
}

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
