/**
 * Our ESC/POS decoder held against three encoders by other people, before our own encoder is held against it: a picture
 * they encode must come out dot for dot, and a scanner must read it.
 */
import { createRequire } from "node:module";
import { createCanvas } from "@napi-rs/canvas";
import ReceiptPrinterEncoder from "@point-of-sale/receipt-printer-encoder";
import { PrinterTypes, ThermalPrinter } from "node-thermal-printer";
import { describe, expect, it } from "vitest";
import { createEscPosReceiver } from "../../../main/devices/virtual/decode-escpos.ts";
import { type Bitmap, bitmapToPng, dotAt } from "../../../main/print/label/bitmap.ts";
import type { LabelData } from "../../../main/print/label/labels.ts";
import { labelLayout } from "../../../main/print/label/layouts.ts";
import { rasterLabel } from "../../../main/print/label/raster.ts";
import { readCodes } from "../../print/read-back.ts";
import { sampleLabels } from "../../print/sample-labels.ts";

const receiptline = createRequire(import.meta.url)("receiptline") as {
	transform(document: string, printer: object): string;
};

const label = sampleLabels["piece-zh"] as LabelData;
const drawn = rasterLabel(label, labelLayout("piece", "40x30"), 203);

function canvasOf(bitmap: Bitmap) {
	const canvas = createCanvas(bitmap.width, bitmap.height);
	const context = canvas.getContext("2d");
	context.fillStyle = "#fff";
	context.fillRect(0, 0, bitmap.width, bitmap.height);
	context.fillStyle = "#000";
	for (let y = 0; y < bitmap.height; y++) {
		for (let x = 0; x < bitmap.width; x++) if (dotAt(bitmap, x, y)) context.fillRect(x, y, 1, 1);
	}
	return { canvas, pixels: context.getImageData(0, 0, bitmap.width, bitmap.height) };
}
const { canvas, pixels } = canvasOf(drawn);
const png = canvas.toBuffer("image/png");

/** The picture among the bytes of a whole receipt. */
function pictureIn(bytes: Uint8Array): Bitmap {
	const receiver = createEscPosReceiver();
	for (let at = 0; at < bytes.length; at += 61) {
		for (const received of receiver.take(bytes.subarray(at, at + 61))) {
			if (received.kind === "label" && received.bitmap) return received.bitmap;
		}
	}
	throw new Error("no picture came out");
}

async function expectLabel(printed: Bitmap, left = 0): Promise<void> {
	let different = 0;
	for (let y = 0; y < Math.max(printed.height, drawn.height); y++) {
		for (let x = 0; x < printed.width; x++) if (dotAt(printed, x, y) !== dotAt(drawn, x - left, y)) different++;
	}
	expect(different).toBe(0);
	const [read] = await readCodes(bitmapToPng(printed));
	expect(read).toEqual({ text: label.code, format: "Code128" });
}

describe("a picture by another program's encoder", () => {
	it.each(["raster", "column"] as const)("receipt-printer-encoder, %s", async (imageMode) => {
		const encoder = new ReceiptPrinterEncoder({ language: "esc-pos", imageMode, columns: 32 } as never);
		const data = pixels as unknown as ImageData;
		const bytes = encoder.initialize().line("text").image(data, 320, 240, "threshold", 128).newline().cut().encode();
		await expectLabel(pictureIn(new Uint8Array(bytes as unknown as ArrayBuffer)));
	});

	it("node-thermal-printer", async () => {
		const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: "tcp://127.0.0.1:9", width: 32 });
		printer.println("text");
		await printer.printImageBuffer(png);
		printer.cut();
		await expectLabel(pictureIn(new Uint8Array(printer.getBuffer())));
	});

	it("receiptline, which keeps its picture in the printer first and asks for the end of the job itself", async () => {
		const words = { cpl: 32, encoding: "cp437", command: "escpos", gamma: 1, threshold: 128, gradient: false };
		const receipt = receiptline.transform(`text\n\n{image:${png.toString("base64")}}\n=`, words);
		const bytes = new Uint8Array(Buffer.from(receipt, "latin1"));
		await expectLabel(pictureIn(bytes));
		const asked = createEscPosReceiver()
			.take(bytes)
			.filter(({ kind }) => kind === "marker");
		expect(asked).toHaveLength(1);
	});
});
