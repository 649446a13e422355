/** Labels in every language a printer speaks: put into it, taken apart by the virtual printer, scanned. */
import { describe, expect, it } from "vitest";
import { createEscPosReceiver } from "../../main/devices/virtual/decode-escpos.ts";
import { createTsplReceiver } from "../../main/devices/virtual/decode-tspl.ts";
import { createZplReceiver } from "../../main/devices/virtual/decode-zpl.ts";
import type { Receiver } from "../../main/devices/virtual/receiver.ts";
import { type Bitmap, bitmapToPng, blankBitmap, dotAt, fillRect } from "../../main/print/label/bitmap.ts";
import { dotsPerMm, type LabelData, type LabelDpi, labelSizes } from "../../main/print/label/labels.ts";
import { encodeLabel, type LabelPrinting } from "../../main/print/label/language/encode.ts";
import { labelLayout } from "../../main/print/label/layouts.ts";
import { rasterLabel } from "../../main/print/label/raster.ts";
import { pixelsOf, readCodes, renderZpl } from "./read-back.ts";
import { sampleLabels } from "./sample-labels.ts";

const plain: LabelPrinting = {
	language: "zpl",
	dpi: 203,
	media: "60x40",
	roll: null,
	gap: "gap",
	darkness: null,
	speed: null,
	offset: { xMm: 0, yMm: 0 },
	inverted: false,
	cutter: "none",
};
const piece = sampleLabels["piece-zh"] as LabelData;
const draw = (printer: LabelPrinting, data = piece) =>
	rasterLabel(data, labelLayout(data.kind, printer.media), printer.dpi);
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

const receivers: Record<LabelPrinting["language"], (dpi: LabelDpi) => Receiver> = {
	zpl: createZplReceiver,
	tspl: (dpi) => createTsplReceiver(dotsPerMm[dpi]),
	escpos: createEscPosReceiver,
};

/** What comes out, sent in pieces of a size that never meets a border. */
function printOut(printer: LabelPrinting, bytes: Uint8Array): Bitmap {
	const receiver = receivers[printer.language](printer.dpi);
	for (let at = 0; at < bytes.length; at += 97) {
		for (const received of receiver.take(bytes.subarray(at, at + 97))) {
			if (received.kind === "label" && received.bitmap) return received.bitmap;
		}
	}
	throw new Error("nothing came out");
}

function differences(printed: Bitmap, wanted: Bitmap, right = 0, down = 0): number {
	const left = Math.floor((printed.width - wanted.width) / 2);
	let count = 0;
	for (let y = 0; y < wanted.height; y++) {
		for (let x = 0; x < printed.width; x++) {
			if (dotAt(printed, x, y) !== dotAt(wanted, x - left - right, y - down)) count++;
		}
	}
	return count;
}

const tspl = labelSizes.flatMap((media) =>
	([203, 300] as const).map((dpi) => ({ ...plain, language: "tspl" as const, media, dpi })),
);
const escpos = [
	{ ...plain, language: "escpos" as const, media: "40x30" as const, roll: "58" as const },
	...labelSizes.map((media) => ({ ...plain, language: "escpos" as const, media, roll: "80" as const })),
];

describe("labels in TSPL and ESC/POS", () => {
	it.each([...tspl, ...escpos])("$language $media at $dpi dpi (roll $roll) can be scanned", async (printer) => {
		for (const data of Object.values(sampleLabels)) {
			const bitmap = draw(printer, data);
			const printed = printOut(printer, encodeLabel(bitmap, printer, true));
			expect(differences(printed, bitmap)).toBe(0);
			const [read] = await readCodes(bitmapToPng(printed));
			expect(read?.text).toBe(data.code);
		}
	});

	it.each([plain, { ...plain, dpi: 300 as const }])(
		"ZPL at $dpi dpi is taken apart as it was put together",
		(printer) => {
			const bitmap = draw(printer);
			expect(printOut(printer, encodeLabel(bitmap, printer, true))).toEqual(bitmap);
		},
	);
});

describe("a printer's set-up", () => {
	const every = [
		plain,
		{ ...plain, language: "tspl" as const },
		{ ...plain, language: "escpos" as const, roll: "80" as const },
	];

	it.each(every)("moves the picture on the label ($language)", (printer) => {
		const moved = { ...printer, offset: { xMm: 1.5, yMm: -2 } };
		const bitmap = draw(printer);
		const printed = printOut(moved, encodeLabel(bitmap, moved, true));
		expect(differences(printed, bitmap, 12, -16)).toBe(0);
	});

	it.each(every)("turns black and white round for clones that do ($language)", (printer) => {
		const clone = { ...printer, inverted: true };
		const bitmap = draw(printer);
		const printed = printOut(clone, encodeLabel(bitmap, clone, true));
		const negative = blankBitmap(printed.width, printed.height);
		fillRect(negative, 0, 0, negative.width, negative.height);
		const left = Math.floor((printed.width - bitmap.width) / 2);
		let same = 0;
		for (let y = 0; y < bitmap.height; y++) {
			for (let x = 0; x < printed.width; x++) if (dotAt(printed, x, y) === dotAt(bitmap, x - left, y)) same++;
		}
		expect(same).toBe(0);
	});

	it("says darkness, speed and cutter in each language", () => {
		const strong = { ...plain, darkness: 15, speed: 4, cutter: "each" as const, gap: "mark" as const };
		const bitmap = draw(plain);
		const head = text(encodeLabel(bitmap, strong, false)).slice(0, 80);
		expect(head).toContain("^XA^PW480^LL320^LH0,0^MNM^MMC^PR4^MD15^FO0,0^GFA,19200,");
		expect(text(encodeLabel(bitmap, { ...strong, language: "tspl" }, false)).slice(0, 160)).toBe(
			`SIZE 60 mm,40 mm\r\nBLINE 3 mm,0 mm\r\nDIRECTION 1\r\nREFERENCE 0,0\r\nDENSITY 12\r\nSPEED 4\r\nSET CUTTER 1\r\nCLS\r\nBITMAP 0,0,60,320,0,${"\xff".repeat(200)}`.slice(
				0,
				160,
			),
		);
		const receipt = encodeLabel(bitmap, { ...strong, language: "escpos", roll: "80" }, false);
		expect(text(receipt.subarray(-4))).toBe("\x1dVB\0");
	});

	it("cuts a batch after its last label only", () => {
		const bitmap = draw(plain);
		const batch = { ...plain, cutter: "batch" as const };
		expect(text(encodeLabel(bitmap, batch, false)).slice(0, 60)).toContain("^MMT");
		expect(text(encodeLabel(bitmap, batch, true)).slice(0, 60)).toContain("^MMC");
		const receipt = { ...batch, language: "escpos" as const, roll: "80" as const };
		expect(text(encodeLabel(bitmap, receipt, false).subarray(-3))).toBe("\x1bd\x02");
		expect(text(encodeLabel(bitmap, receipt, true).subarray(-4))).toBe("\x1dVB\0");
	});

	it("reaches ZPL printers through an independent renderer as well, moved and cut", async () => {
		const printer = { ...plain, offset: { xMm: -1, yMm: 1 }, cutter: "each" as const, darkness: -5, speed: 3 };
		const bitmap = draw(plain);
		const png = await renderZpl(encodeLabel(bitmap, printer, true), 480, 320, 8);
		const picture = await pixelsOf(png);
		let different = 0;
		for (let y = 0; y < 320; y++) {
			for (let x = 0; x < 480; x++) if (picture.dark(x, y) !== dotAt(bitmap, x + 8, y - 8)) different++;
		}
		expect(different).toBe(0);
	});
});

describe("TSPL against the manual", () => {
	/** The 16 × 16 dots of the makers' BITMAP example: an arrow, 0 is black. */
	const arrow = Buffer.from("00000000000007FF03FF11FF18FF1C7F1E3F1F1F1F8F1FC71FE31FF71FFF1FFF", "hex");

	it("sends the example's picture as the example does", () => {
		const bitmap = blankBitmap(16, 16);
		for (let y = 0; y < 16; y++) {
			for (let x = 0; x < 16; x++) {
				if (((arrow[y * 2 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0) fillRect(bitmap, x, y, 1, 1);
			}
		}
		const picture = { width: 480, height: 320, stride: 60, bits: new Uint8Array(60 * 320) };
		for (let y = 0; y < 16; y++) picture.bits.set(bitmap.bits.subarray(y * 2, y * 2 + 2), y * 60);
		const sent = encodeLabel(picture, { ...plain, language: "tspl" }, true);
		const data = Buffer.from(sent).subarray(text(sent).indexOf("BITMAP 0,0,60,320,0,") + 20);
		for (let y = 0; y < 16; y++) {
			expect(data.subarray(y * 60, y * 60 + 2)).toEqual(arrow.subarray(y * 2, y * 2 + 2));
			expect(data.subarray(y * 60 + 2, y * 60 + 60).every((byte) => byte === 0xff)).toBe(true);
		}
		expect(text(sent).endsWith("\r\nPRINT 1,1\r\n")).toBe(true);
	});

	it("is read as the manual's example says: an arrow at 200,200", () => {
		const example = Buffer.concat([
			Buffer.from("SIZE 60 mm,40 mm\r\nGAP 0,0\r\nCLS\r\nBITMAP 200,200,2,16,0,", "latin1"),
			arrow,
			Buffer.from("\r\nPRINT 1,1\r\n", "latin1"),
		]);
		const printed = printOut({ ...plain, language: "tspl" }, example);
		for (let y = 0; y < 320; y++) {
			for (let x = 0; x < 480; x++) {
				const inside = x >= 200 && x < 216 && y >= 200 && y < 216;
				const at = (y - 200) * 2 + ((x - 200) >> 3);
				const black = inside && ((arrow[at] ?? 0xff) & (0x80 >> ((x - 200) & 7))) === 0;
				if (dotAt(printed, x, y) !== black) expect.fail(`dot ${x},${y}`);
			}
		}
	});

	it("splits anywhere, also where the picture holds line ends, ESC ! ? and PRINT", () => {
		const bitmap = blankBitmap(480, 320);
		const words = Buffer.from("\r\nPRINT 1,1\r\n\x1b!?", "latin1").map((byte) => ~byte & 0xff);
		for (let at = 0; at + words.length < bitmap.bits.length; at += 600) bitmap.bits.set(words, at);
		const printer = { ...plain, language: "tspl" as const };
		const bytes = encodeLabel(bitmap, printer, true);
		const receiver = createTsplReceiver();
		const all = [...bytes].flatMap((byte) => receiver.take(new Uint8Array([byte])));
		expect(all.map(({ kind }) => kind)).toEqual(["label"]);
		expect(all[0]).toMatchObject({ bitmap });
	});
});
