import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { cutLineEnd, decodeScan } from "../../../main/devices/scanner/decode.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const gb = (text: string) => new Uint8Array(iconv.encode(text, "gb18030"));

describe("a scan's bytes", () => {
	it("are UTF-8, or else GB18030", () => {
		for (const text of ["WP-AB12", "真皮手袋 ¥128", "鑫犇沿条", "㐂𠮷", "Ünïcode"]) {
			expect(decodeScan(utf8(text)), text).toEqual({ text, aim: "", readable: true });
		}
		for (const text of ["真皮手袋", "鑫犇沿条 39码", "㐂𠮷", "€"]) {
			expect(decodeScan(gb(text)), text).toEqual({ text, aim: "", readable: true });
		}
	});

	it("lose one line end, whichever", () => {
		for (const end of ["", "\r", "\n", "\r\n"]) expect(decodeScan(utf8(`AB12${end}`)).text).toBe("AB12");
		expect(cutLineEnd(utf8("A\r\r"))).toEqual(utf8("A\r"));
		expect(cutLineEnd(utf8("\r\n"))).toEqual(new Uint8Array());
	});

	it("keep GS and the other separators, and line ends inside", () => {
		const inside = "[)>\u001e06\u001dPA12\u001dQ3\u001e\u0004";
		expect(decodeScan(utf8(inside), "]d1")).toEqual({ text: inside, aim: "]d1", readable: true });
		expect(decodeScan(utf8("BEGIN:VCARD\r\nN:张\r\n")).readable).toBe(true);
	});

	it("carry their AIM prefix in front when the transport has no place for it", () => {
		expect(decodeScan(utf8("]C10106901234567892\r"))).toEqual({ text: "0106901234567892", aim: "]C1", readable: true });
		expect(decodeScan(utf8("]C1x"), "]Q1")).toEqual({ text: "]C1x", aim: "]Q1", readable: true });
	});

	it("may name their character set where the prefix says so", () => {
		expect(decodeScan(utf8("\\000026沿条 a\\\\b"), "]Q2").text).toBe("沿条 a\\b");
		expect(decodeScan(Uint8Array.from([...utf8("\\000029"), ...gb("沿条")]), "]Q2").text).toBe("沿条");
		expect(decodeScan(Uint8Array.from([...utf8("\\000003"), 0xe9]), "]Q2").text).toBe("é");
		expect(decodeScan(utf8("\\000026x"), "]Q1").text).toBe("\\000026x");
	});

	it("that are no text are said to be unreadable", () => {
		for (const bytes of [
			[0, 1, 2, 3],
			[0xff, 0xfe, 0x41],
			[0x81],
			[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
			[0x41, 0x1b, 0x42],
			[0xfa, 0xa1, 0xff],
		]) {
			expect(decodeScan(Uint8Array.from(bytes)).readable, String(bytes)).toBe(false);
		}
	});

	it("are taken whatever they are", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
				const { text, readable } = decodeScan(bytes);
				if (readable) expect([text.includes("\ufffd"), text.includes("\0")]).toEqual([false, false]);
			}),
			{ numRuns: 2000 },
		);
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), (text) => {
				if (/\p{Cc}|\ufeff|^\][A-Za-z][0-9A-Za-z]/u.test(text)) return;
				expect(decodeScan(utf8(text))).toMatchObject({ text, readable: true });
			}),
		);
	});
});
