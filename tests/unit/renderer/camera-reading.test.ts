import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import bwipjs from "bwip-js/node";
import { expect, test } from "vitest";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { parseScan } from "../../../domain/code/scan.ts";
import { codeTextOf, readerOptions } from "../../../renderer/scan/camera/code-text.ts";
import { regionOf } from "../../../renderer/scan/camera/region.ts";
import { createRepeatGuard } from "../../../renderer/scan/camera/repeat-guard.ts";

const wasm = readFileSync(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

async function readBack(bcid: string, text: string): Promise<string | undefined> {
	const png = await bwipjs.toBuffer({ bcid, text, scale: 4, padding: 12, backgroundcolor: "FFFFFF" });
	const [read] = await readBarcodes(new Uint8Array(png), { ...readerOptions, tryHarder: true });
	return read && codeTextOf(read);
}

test.each([
	["code128", "01234050001237", { kind: "text", aim: "]C0" }],
	["qrcode", "01234050001237", { kind: "text", aim: "]Q1" }],
	["ean13", "6901234567892", { kind: "ean", form: "ean-13", gtin: "06901234567892" }],
	["ean8", "96385074", { kind: "ean", form: "ean-8" }],
	["upca", "036000291452", { kind: "ean", gtin: "00036000291452" }],
	["upce", "04252614", { kind: "ean" }],
	["itf14", "16901234567899", { kind: "ean", form: "itf-14" }],
	["code39", "SN-0001234", { kind: "text", text: "SN-0001234" }],
	["datamatrix", "SN0001234", { kind: "text", text: "SN0001234" }],
	["pdf417", "SN0001234", { kind: "text", text: "SN0001234" }],
	["gs1-128", "(01)09521234543213(10)WELT(21)C3", { kind: "gs1", aim: "]C1" }],
	["gs1datamatrix", "(01)09521234543213(10)WELT(21)C3", { kind: "gs1", aim: "]d2" }],
	["gs1qrcode", "(01)09521234543213(10)WELT(21)C3", { kind: "gs1", aim: "]Q3" }],
])("a camera reads %s and it is understood like any scanner's", async (bcid, text, expected) => {
	const scan = parseScan((await readBack(bcid, text)) ?? "");
	expect(scan).toMatchObject(expected);
});

test("GS survives", async () => {
	expect(await readBack("gs1datamatrix", "(01)09521234543213(10)WELT(21)C3")).toBe("]d2010952123454321310WELT\x1d21C3");
});

test("a damaged code is none", () => {
	expect(codeTextOf({ isValid: false, text: "0123", symbologyIdentifier: "]C0" })).toBeUndefined();
});

test("a code held in view is one scan, and counts again when it was away", () => {
	const isNew = createRepeatGuard(1500);
	expect(isNew("a", 0)).toBe(true);
	expect([500, 1900, 3300].map((now) => isNew("a", now))).toEqual([false, false, false]);
	expect(isNew("b", 3400)).toBe(true);
	expect(isNew("a", 4799)).toBe(false);
	expect(isNew("a", 6299)).toBe(true);
});

test("two tries look at the aim, the third at everything, none at more pixels than needed", () => {
	expect(regionOf(1280, 720, 0)).toEqual({ x: 192, y: 144, width: 896, height: 432, scale: 1 });
	expect(regionOf(1280, 720, 2)).toMatchObject({ x: 0, y: 0, width: 1280, height: 720, scale: 1 });
	expect(regionOf(3840, 2160, 2).scale * 3840).toBe(1280);
});
