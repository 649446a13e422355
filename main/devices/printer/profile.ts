/**
 * A label or receipt printer as a workshop sets it up. Kept among this PC's own settings; checked whenever it is read.
 * Profiles saved by earlier versions (an address of their own, fewer fields) are read as what they meant.
 */
import { z } from "zod";
import { printerFields, usualPrinter } from "../../../preload/contract/printer-fields.ts";

/** Dots a receipt printer's head has, by the width of its roll in mm. */
const rollDots = { "58": 384, "80": 576 } as const;
/** Dots a label is wide, by its size at 203 dpi. */
const labelDots = { "40x30": 320, "60x40": 480, "70x50": 560 } as const;

const usual = usualPrinter;
const known = printerFields.extend({
	/** Told apart from printers for paper. */
	kind: z.literal("label").default("label"),
	id: z.string().min(1).max(64),
	language: printerFields.shape.language.default(usual.language),
	dpi: printerFields.shape.dpi.default(usual.dpi),
	media: printerFields.shape.media.default(usual.media),
	roll: printerFields.shape.roll.default(usual.roll),
	gap: printerFields.shape.gap.default(usual.gap),
	darkness: printerFields.shape.darkness.default(usual.darkness),
	speed: printerFields.shape.speed.default(usual.speed),
	offset: printerFields.shape.offset.default(usual.offset),
	inverted: printerFields.shape.inverted.default(usual.inverted),
	cutter: printerFields.shape.cutter.default(usual.cutter),
	proof: printerFields.shape.proof.default(usual.proof),
});

/** The first version knew network printers only and kept host and port beside the rest. */
function modernise(raw: unknown): unknown {
	if (typeof raw !== "object" || raw === null || "transport" in raw || !("host" in raw)) return raw;
	const { host, port = 9100, ...rest } = raw as { host: unknown; port?: unknown };
	return { ...rest, transport: { kind: "tcp", host, port } };
}

/** Whether a label of this size fits across the paper; a receipt roll is narrower than its name. */
function fitsRoll({
	language,
	media,
	roll,
}: {
	language: string;
	media: PrinterProfile["media"];
	roll: "58" | "80" | null;
}) {
	if (language !== "escpos") return roll === null;
	return roll !== null && labelDots[media] <= rollDots[roll];
}

export const printerProfileSchema = z
	.preprocess(modernise, known)
	.refine((profile) => profile.language !== "escpos" || profile.dpi === 203, { path: ["dpi"] })
	.refine(fitsRoll, { path: ["roll"] });

export type PrinterProfile = z.output<typeof known>;
export type PrinterProfileInput = z.input<typeof known>;
