import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { typist } from "./support/typist.ts";

const order = "01234050001237";

describe("a scanner", () => {
	test.each([1, 5, 10, 19, 29])(
		"typing %d ms apart after a pause gives one scan and leaves nothing in the field",
		(gap) => {
			const { seen, type, wait } = typist();
			type("ab", 200);
			wait(500);
			type(`${order}\n`, gap);
			expect(seen.scans).toEqual([{ text: order, ime: false }]);
			expect(seen.field).toBe("ab");
		},
	);

	test("keeps capitals, signs and repeated zeros", () => {
		const { seen, type, wait } = typist();
		wait(500);
		type("HTTPS://X.CN/0000-aB\n", 8);
		expect(seen.scans).toEqual([{ text: "HTTPS://X.CN/0000-aB", ime: false }]);
		expect(seen.field).toBe("");
	});

	test("sending shift as keys of its own is one scan", () => {
		const { seen, press, wait } = typist();
		wait(500);
		for (const char of "ABCD12") {
			const letter = /[A-D]/.test(char);
			if (letter) press({ code: "ShiftLeft", key: "Shift", shift: true }, 12);
			press({ code: letter ? `Key${char}` : `Digit${char}`, key: char, shift: letter }, 12);
			if (letter) press({ type: "up", code: "ShiftLeft", key: "Shift" }, 12);
		}
		press({ code: "Enter", key: "Enter" }, 12);
		expect(seen.scans.map((scan) => scan.text)).toEqual(["ABCD12"]);
	});

	test("ending with Tab works, and CR LF does not leave an Enter behind", () => {
		const { seen, type, press, wait } = typist();
		wait(500);
		type(`${order}\t`, 6);
		wait(500);
		type("ABCD12\n", 6);
		const before = seen.held;
		press({ code: "Enter", key: "Enter" }, 6);
		expect(seen.held).toBe(before + 1);
		expect(seen.scans).toHaveLength(2);
	});

	test("without an end key is complete after the silence, from six characters on", () => {
		const { seen, type, wait } = typist();
		wait(500);
		type("123456", 6);
		wait(199);
		expect(seen.scans).toEqual([]);
		wait(1);
		expect(seen.scans.map((scan) => scan.text)).toEqual(["123456"]);
		type("12345", 6);
		wait(300);
		expect(seen.scans).toHaveLength(1);
		expect(seen.typed.endsWith("12345")).toBe(true);
	});

	test("that stalls once it is clearly a scanner is not cut in two", () => {
		const { seen, type, wait } = typist();
		wait(500);
		type("0123405", 8);
		type("0", 150);
		type("001237\n", 8);
		expect(seen.scans.map((scan) => scan.text)).toEqual([order]);
	});

	test("slow over Bluetooth needs the longer gap", () => {
		const slow = typist({ gapMs: 100 });
		slow.wait(500);
		slow.type(`${order}\n`, 70);
		expect(slow.seen.scans.map((scan) => scan.text)).toEqual([order]);
		const strict = typist();
		strict.wait(500);
		strict.type(`${order}\n`, 70);
		expect(strict.seen.scans).toEqual([]);
	});

	test("before a late timer is still one scan: the press times count, not when they were handled", () => {
		const { seen, wedge, type, wait } = typist();
		wait(500);
		type("01", 8);
		// The page was busy: the timer fires late although the next keys were pressed in time.
		for (const outcome of wedge.tick(1e9)) if (outcome.kind === "typed") seen.held--;
		type("234050001237\n", 8);
		expect(seen.scans.map((scan) => scan.text)).toEqual([order]);
		expect(seen.field).toBe("");
	});
});

describe("a prefix", () => {
	test("holds even the first key and makes speed unimportant", () => {
		const { seen, type, wait } = typist({ prefix: "~" });
		wait(500);
		type(`~${order}\n`, 120);
		expect(seen.scans).toEqual([{ text: order, ime: false }]);
		expect(seen.typed).toBe("");
	});

	test("that does not come gives the key back", () => {
		const { seen, type, wait } = typist({ prefix: "~]" });
		wait(500);
		type("~a", 90);
		wait(300);
		expect(seen.field).toBe("~a");
		expect(seen.scans).toEqual([]);
	});

	test("leaves scanners without one working", () => {
		const { seen, type, wait } = typist({ prefix: "~" });
		wait(500);
		type(`${order}\n`, 8);
		expect(seen.scans.map((scan) => scan.text)).toEqual([order]);
	});
});

describe("GS", () => {
	test("comes as Ctrl+], as a substitute sign, or as a key", () => {
		const ctrl = typist();
		ctrl.wait(500);
		ctrl.type("0109521234543213", 6);
		ctrl.press({ code: "ControlLeft", key: "Control", ctrl: true }, 6);
		ctrl.press({ code: "BracketRight", key: "]", ctrl: true }, 6);
		ctrl.press({ type: "up", code: "ControlLeft", key: "Control" }, 6);
		ctrl.type("21AB\n", 6);
		expect(ctrl.seen.scans.map((scan) => scan.text)).toEqual(["0109521234543213\x1d21AB"]);

		const sign = typist({ gsSubstitute: "|" });
		sign.wait(500);
		sign.type("10AB|21CD\n", 6);
		expect(sign.seen.scans.map((scan) => scan.text)).toEqual(["10AB\x1d21CD"]);

		const key = typist({ gsKey: "F8" });
		key.wait(500);
		key.type("10AB", 6);
		key.press({ code: "F8", key: "F8" }, 6);
		key.type("21CD\n", 6);
		expect(key.seen.scans.map((scan) => scan.text)).toEqual(["10AB\x1d21CD"]);
	});

	test("Ctrl+C of a person stays Ctrl+C", () => {
		const { seen, type, press, wait } = typist();
		wait(500);
		type("a", 10);
		press({ code: "KeyC", key: "c", ctrl: true }, 30);
		expect(seen.held).toBe(0);
		expect(seen.typed).toBe("a");
	});
});

describe("an input method", () => {
	test("hides the characters, not the scan", () => {
		const { seen, type, wait } = typist();
		wait(500);
		type(`R2D2${order}\n`, 8, { key: "Process", keyCode: 229 });
		expect(seen.scans).toEqual([{ text: `R2D2${order}`, ime: true }]);
		expect(seen.field).toBe("");
	});

	test("that starts composing in the middle is noticed", () => {
		const { seen, wedge, type, wait } = typist();
		wait(500);
		type("AB", 8);
		wedge.composing();
		type("CD1234\n", 8);
		expect(seen.scans).toEqual([{ text: "ABCD1234", ime: true }]);
	});

	test("used by a person is left alone: nothing is held, nothing is typed twice", () => {
		const { seen, type, wait } = typist();
		wait(500);
		type("nihao", 15, { key: "Process", keyCode: 229, isComposing: true });
		wait(100);
		type("shijie", 90, { key: "Process", keyCode: 229, isComposing: true });
		wait(500);
		expect(seen.held).toBe(0);
		expect(seen.typed).toBe("");
	});
});

describe("Chinese as Alt+numpad", () => {
	test("in GBK codes, Unicode points and single bytes", () => {
		const gbk = typist();
		gbk.wait(500);
		gbk.type("A1", 5);
		// 中文 in GBK.
		for (const code of ["54992", "52932"]) gbk.alt(code, 3);
		gbk.type("99\n", 5);
		expect(gbk.seen.scans.map((scan) => scan.text)).toEqual(["A1中文99"]);

		const unicode = typist();
		unicode.wait(500);
		for (const char of "中文诚信") unicode.alt(String(char.codePointAt(0)), 3);
		unicode.type("\n", 5);
		expect(unicode.seen.scans.map((scan) => scan.text)).toEqual(["中文诚信"]);

		const bytes = typist();
		bytes.wait(500);
		for (const code of ["0214", "0208", "0206", "0196"]) bytes.alt(code, 3);
		bytes.type("\n", 5);
		expect(bytes.seen.scans.map((scan) => scan.text)).toEqual(["中文"]);
	});
});

describe("a person", () => {
	test("rolling over keys quickly gets every letter, in order", () => {
		const { seen, type, press, wait } = typist();
		wait(500);
		type("th", 60);
		press({ code: "KeyE", key: "e" }, 22);
		press({ code: "Space", key: " " }, 31);
		type("end", 70);
		wait(500);
		expect(seen.typed).toBe("the end");
		expect(seen.scans).toEqual([]);
	});

	test("holding a key down repeats it and is no scan", () => {
		const { seen, press, wait } = typist();
		wait(500);
		press({ code: "Digit0", key: "0" }, 0);
		for (let times = 0; times < 20; times++) press({ code: "Digit0", key: "0", repeat: true }, 30);
		wait(500);
		expect(seen.scans).toEqual([]);
		expect(seen.typed).toBe("0".repeat(21));
	});

	test("entering a PIN quickly and Enter is no scan", () => {
		const { seen, type, wait } = typist();
		wait(500);
		type("4711", 55);
		type("\n", 60);
		wait(500);
		expect(seen.scans).toEqual([]);
		expect(seen.typed).toBe("4711");
	});

	test("with caps lock or another layout gets their own characters back", () => {
		const { seen, press, wait } = typist();
		wait(500);
		press({ code: "KeyA", key: "A" }, 50);
		press({ code: "KeyQ", key: "Ä" }, 20);
		wait(500);
		expect(seen.typed).toBe("AÄ");
	});

	test("never loses, doubles or reorders a character, whatever the rhythm", () => {
		const rhythm = fc.array(fc.tuple(fc.constantFrom(..."abc123 -".split("")), fc.integer({ min: 5, max: 400 })), {
			maxLength: 40,
		});
		fc.assert(
			fc.property(rhythm, (keys) => {
				const { seen, type, wait } = typist();
				wait(500);
				for (const [char, gap] of keys) type(char, gap);
				wait(1000);
				// Random rhythms may look like a scanner now and then; whatever wasn't a scan must be in the field.
				const scanned = seen.scans.map((scan) => scan.text).join("");
				expect(scanned.length + seen.field.length).toBe(keys.length);
			}),
		);
	});

	test("slower than the gap is never a scan", () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(..."abc123"), minLength: 1, maxLength: 30 }), (text) => {
				const { seen, type, wait } = typist();
				wait(500);
				type(`${text}\n`, 41);
				wait(1000);
				expect(seen.scans).toEqual([]);
				expect(seen.typed).toBe(text);
			}),
		);
	});
});
