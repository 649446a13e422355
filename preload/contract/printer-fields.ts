/** How a label or receipt printer is set up: the same fields on the screen, in a saved profile and in a settings file. */
import { z } from "zod";
import { filled } from "./fields.ts";

/** Name or address on the workshop's network. */
const host = z
	.string()
	.min(1)
	.max(253)
	.regex(/^[A-Za-z0-9.:_-]+$/);
/** COM3, /dev/ttyUSB0, /dev/serial/by-id/…: a path as the system names it. */
const serialPath = z
	.string()
	.min(1)
	.max(255)
	.regex(/^(COM\d{1,3}|\/[^\s\p{Cc}][^\p{Cc}]*)$/u);
/** A print queue's name as the system knows it. */
const queueName = z
	.string()
	.min(1)
	.max(220)
	.regex(/^[^\p{Cc}/#]+$/u);

export const bauds = [9600, 19_200, 38_400, 57_600, 115_200] as const;

/** How bytes get to the printer. */
export const transportField = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("tcp"), host, port: z.int().min(1).max(65_535) }),
	z.strictObject({ kind: z.literal("serial"), path: serialPath, baud: z.literal(bauds) }),
	z.strictObject({ kind: z.literal("queue"), name: queueName }),
]);
export type PrinterTransport = z.output<typeof transportField>;

const shiftMm = z.number().min(-5).max(5).multipleOf(0.1);

export const printerFields = z.strictObject({
	/** What people call it: "前台标签机". */
	name: filled(60),
	transport: transportField,
	language: z.enum(["zpl", "tspl", "escpos"]),
	dpi: z.union([z.literal(203), z.literal(300)]),
	/** Labels loaded, width x height in mm; on a receipt roll, the size a label is drawn in. */
	media: z.enum(["40x30", "60x40", "70x50"]),
	/** Width of the receipt roll in mm (ESC/POS: 384 or 576 dots), null on a label printer. */
	roll: z.enum(["58", "80"]).nullable(),
	/** gap = die-cut labels, mark = black mark on the back, continuous = a plain roll. */
	gap: z.enum(["gap", "mark", "continuous"]),
	/** Added to the printer's own darkness, −30 … 30; null = the printer decides. */
	darkness: z.int().min(-30).max(30).nullable(),
	/** Inches a second; null = the printer decides. */
	speed: z.int().min(1).max(14).nullable(),
	/** Moves the whole picture on the label: right and down positive. */
	offset: z.strictObject({ xMm: shiftMm, yMm: shiftMm }),
	/** Black and white change places: some clones read pictures the other way round. */
	inverted: z.boolean(),
	/** Cuts after each label, after the last one waiting, or never. */
	cutter: z.enum(["none", "each", "batch"]),
	/**
	 * What this model can tell. `status`: answers its language's question, so we know before and after; silence then
	 * means it needs attention. `close`: says nothing, but closes the connection once it has read a label. `none`: takes
	 * bytes and says nothing at all (many cheap models): handed over is the most we ever know.
	 */
	proof: z.enum(["status", "close", "none"]),
});
export type PrinterFields = z.output<typeof printerFields>;

/** What most printers are. */
export const usualPrinter = {
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
	proof: "status",
} satisfies Partial<PrinterFields>;
