import { createCanvas } from "@napi-rs/canvas";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findPieceLabel, orderNumberParts } from "../../../domain/code/order-number.ts";
import { startVirtualPrinter, type VirtualPrinter } from "../../../main/devices/virtual/virtual-printer.ts";
import { bitmapToPng, dotAt } from "../../../main/print/label/bitmap.ts";
import type { LabelLayout } from "../../../preload/contract/label-layout.ts";
import { usualPrinter } from "../../../preload/contract/printer-fields.ts";
import { readCodes } from "../../print/read-back.ts";
import { openReadyWorkstation, type ReadyWorkstation, receive } from "../../support/fixtures.ts";
import { untilDone } from "../../support/printing/until-done.ts";

let ws: ReadyWorkstation;
let printer: VirtualPrinter;
let printerId: string;
beforeEach(async () => {
	ws = await openReadyWorkstation();
	printer = await startVirtualPrinter({});
	ws.as("manager");
	const transport = { kind: "tcp" as const, host: "127.0.0.1", port: printer.port };
	const fields = { ...usualPrinter, name: "前台标签机", transport };
	printerId = (await ws.call("printers.save", { printer: fields, isDefault: true })).id;
});
afterEach(async () => {
	await ws.dispose();
	await printer.close();
});

const piece = { kind: "piece", size: "60x40" } as const;
const read = async (which: { kind: "piece" | "item" | "part"; size: "40x30" | "60x40" | "70x50" } = piece) =>
	(await ws.call("labels.read", which)).layout;
async function reason(name: string, input: unknown): Promise<string | undefined> {
	const answer = await ws.tryCall(name, input);
	return answer.ok ? "ok" : (answer.error.reason ?? answer.error.code);
}
/** The layout with one element changed. */
function changed(layout: LabelLayout, at: number, change: Record<string, unknown>): unknown {
	return { ...layout, elements: layout.elements.map((e, i) => (i === at ? { ...e, ...change } : e)) };
}
const profile = () => ws.app.print.printers.get(printerId).profile;

test("every layout that ships is free of problems, with usual and long names, on both heads", async () => {
	const { layouts } = await ws.call("labels.layouts", {});
	expect(layouts).toHaveLength(9);
	for (const { kind, size, changed } of layouts) {
		expect(changed).toBe(false);
		const layout = await read({ kind, size });
		for (const dpi of [203, 300] as const) {
			const seen = await ws.call("labels.preview", { layout, dpi, sample: "long" });
			expect(seen).toMatchObject({ problems: [], handle: expect.any(String) });
		}
	}
});

test("a layout of one's own is what is printed, and going back is one call", async () => {
	const layout = await read();
	const big = layout.elements.findIndex((e) => "field" in e && e.field === "bigDigits");
	const gone = { ...layout, elements: layout.elements.filter((_, at) => at !== big) };
	await ws.call("labels.save", { layout: gone });
	expect((await ws.call("labels.read", piece)).changed).toBe(true);
	const { orderId } = receive(ws);
	await ws.call("print.labels", { orderId });
	await untilDone(ws, () => printer.jobs.length === 2);
	const bitmap = printer.jobs[0]?.bitmap;
	if (!bitmap) throw new Error("nothing came out");
	const corner = () => {
		let dark = 0;
		for (let y = 10; y < 95; y++) for (let x = 16; x < 300; x++) if (dotAt(bitmap, x, y)) dark++;
		return dark;
	};
	expect(corner()).toBe(0);
	expect((await ws.call("labels.reset", piece)).layout).toEqual(layout);
	expect(await read()).toEqual(layout);
});

test.each([
	["labels.outside", { x: 55 }],
	["labels.covers-code", { y: 25 }],
	["labels.text-too-small", { minSize: 1.2 }],
	["labels.text-too-small", { size: 2.5, minSize: 3 }],
	["labels.unknown-field", { field: "partNo" }],
])("%s names the element", async (expected, change) => {
	const layout = await read();
	const at = layout.elements.findIndex((e) => "field" in e && e.field === "due");
	const wrong = changed(layout, at, change);
	expect(await ws.tryCall("labels.save", { layout: wrong })).toMatchObject({
		error: { code: "invalid-input", reason: expected, details: { place: at + 1 } },
	});
	expect(await ws.call("labels.preview", { layout: wrong as LabelLayout })).toMatchObject({
		problems: [{ at, reason: expected }],
	});
	expect(await read()).toEqual(layout);
});

test("a code keeps its width and height on both heads, and there is always one", async () => {
	const layout = await read();
	const at = layout.elements.findIndex((e) => e.type === "code128");
	const save = (change: Record<string, unknown>) => reason("labels.save", { layout: changed(layout, at, change) });
	expect(await save({ w: 12 })).toBe("labels.code-does-not-fit");
	expect(await save({ h: 2 })).toBe("labels.code-too-low");
	expect(await save({ field: "what" })).toBe("labels.code-cannot-say");
	expect(await save({ type: "qr", h: 3 })).toBe("labels.code-does-not-fit");
	const none = { ...layout, elements: layout.elements.filter((_, i) => i !== at) };
	expect(await reason("labels.save", { layout: none })).toBe("labels.no-code");
	expect(await reason("labels.save", { layout: { ...layout, widthMm: 70 } })).toBe("labels.wrong-size");
});

test("a logo comes by ticket, is cut to black and white and printed where it stands", async () => {
	const canvas = createCanvas(64, 32);
	const context = canvas.getContext("2d");
	context.fillStyle = "#222";
	context.fillRect(0, 0, 64, 32);
	const send = async (bytes: Uint8Array) => {
		const { ticket } = await ws.call("labels.logoTicket", {});
		const put = await ws.core.acceptMedia(ticket, bytes, { host: "memory", client: "test" });
		if (!put.ok) throw new Error("not taken");
		return put.value;
	};
	const logo = await ws.call("labels.addLogo", await send(canvas.toBuffer("image/png")));
	expect(logo).toMatchObject({ width: 64, height: 32 });
	const layout = await read();
	const kept = layout.elements.filter((e) => !("field" in e && e.field === "bigDigits"));
	const image = { type: "image" as const, image: logo.image, x: 2, y: 1, w: 10, h: 5 };
	await ws.call("labels.save", { layout: { ...layout, elements: [...kept, image] } });
	const { orderId } = receive(ws);
	await ws.call("print.labels", { orderId });
	await untilDone(ws, () => printer.jobs.length === 2);
	const bitmap = printer.jobs[0]?.bitmap;
	if (!bitmap) throw new Error("nothing came out");
	expect([dotAt(bitmap, 20, 12), dotAt(bitmap, 90, 44), dotAt(bitmap, 120, 20)]).toEqual([true, true, false]);
	expect(await reason("labels.addLogo", await send(canvas.toBuffer("image/webp")))).toBe("labels.not-a-logo");
	const unknown = { ...image, image: "0".repeat(32) };
	expect(await reason("labels.save", { layout: { ...layout, elements: [...kept, unknown] } })).toBe(
		"labels.unknown-picture",
	);
});

test("only a manager changes labels; odd values go no further than the edge", async () => {
	const layout = await read();
	for (const wrong of [
		null,
		{},
		{ ...layout, elements: [] },
		changed(layout, 0, { x: -1 }),
		changed(layout, 0, { a: 1 }),
	]) {
		expect(await reason("labels.save", { layout: wrong })).toBe("call.invalid-input");
	}
	ws.as("clerk");
	expect(await reason("labels.save", { layout })).toBe("session.wrong-role");
	expect(await reason("labels.reset", piece)).toBe("session.wrong-role");
	expect(await reason("labels.preview", { layout })).toBe("ok");
});

test("heat: one readable label a step, each at its own; the middle of those that read is kept", async () => {
	const { codes } = await ws.call("labels.printCalibration", { printerId, what: "heat" });
	await untilDone(ws, () => printer.jobs.length === codes.length);
	for (const [at, job] of printer.jobs.entries()) {
		if (!job.bitmap) throw new Error("no picture");
		expect(await readCodes(bitmapToPng(job.bitmap))).toEqual([{ text: codes[at]?.code, format: "Code128" }]);
	}
	const good = codes.slice(1, 4).map(({ code }) => code);
	expect(await ws.call("labels.setHeat", { printerId, read: [...good, "no step"] })).toEqual({ darkness: 0 });
	expect(profile().darkness).toBe(0);
	expect(await reason("labels.setHeat", { printerId, read: ["CAL01OK"] })).toBe("labels.no-step-read");
	const escpos = { ...profile(), language: "escpos" as const, roll: "80" as const };
	const { id: _, kind: __, ...fields } = escpos;
	await ws.call("printers.save", { id: printerId, printer: fields, isDefault: true });
	expect(await reason("labels.printCalibration", { printerId, what: "heat" })).toBe("labels.heat-is-fixed");
});

test("place: what the ruler shows at the edges moves the picture back, and the check label scans", async () => {
	await ws.call("labels.printCalibration", { printerId, what: "ruler" });
	const edges = (left: number, right: number, top: number, bottom: number) =>
		ws.call("labels.setOffset", { printerId, left, right, top, bottom });
	expect(await edges(2, 60, 0, 38.5)).toEqual({ offset: { xMm: 2, yMm: -1.5 } });
	expect(profile().offset).toEqual({ xMm: 2, yMm: -1.5 });
	expect(await reason("labels.setOffset", { printerId, left: 9, right: 60, top: 0, bottom: 40 })).toBe(
		"labels.too-far-off",
	);
	const { codes } = await ws.call("labels.printCalibration", { printerId, what: "confirm" });
	await untilDone(ws, () => printer.jobs.length === 2);
	const confirm = printer.jobs[1]?.bitmap;
	if (!confirm) throw new Error("no picture");
	expect(await readCodes(bitmapToPng(confirm))).toEqual([{ text: codes[0]?.code, format: "Code128" }]);
	expect(await reason("labels.printCalibration", { printerId: "gone", what: "ruler" })).toBe("print.unknown-printer");
});

test("every test label has a code of its own, which no order has; so has a calibration's", async () => {
	const { code: one } = await ws.call("printers.test", { id: printerId });
	const { code: two } = await ws.call("printers.test", { id: printerId });
	await untilDone(ws, () => printer.jobs.length === 2);
	const read = await Promise.all(printer.jobs.map(({ bitmap }) => bitmap && readCodes(bitmapToPng(bitmap))));
	expect(read).toEqual([one, two].map((text) => [expect.objectContaining({ text })]));
	expect([findPieceLabel(one), findPieceLabel(two)].map((label) => orderNumberParts(label?.orderNumber ?? ""))).toEqual(
		[
			{ store: 1234, station: 0, counter: 1 },
			{ store: 1234, station: 0, counter: 2 },
		],
	);
	const confirm = () => ws.call("labels.printCalibration", { printerId, what: "confirm" });
	expect(await confirm()).not.toEqual(await confirm());
});
