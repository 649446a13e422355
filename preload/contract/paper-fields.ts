/** How a printer for paper is set up: the same fields on the screen, in a saved profile and in a settings file. */
import { z } from "zod";
import { filled } from "./fields.ts";

/** The order's papers that can go to a printer by themselves. */
export const paperKinds = ["slip", "bench-slip", "quote", "receipt"] as const;
export type PaperKind = (typeof paperKinds)[number];

/** `ipp://printer.local/ipp/print`: a printer on the network that speaks IPP itself. */
const ippUrl = z
	.string()
	.max(300)
	.regex(/^ipp:\/\/[A-Za-z0-9.:[\]-]+(\/[\w./%-]*)?$/);
const queueName = z
	.string()
	.min(1)
	.max(220)
	.regex(/^[^\p{Cc}/#]+$/u);

export const paperPrinterFields = z.strictObject({
	/** What people call it: "前台打印机". */
	name: filled(60),
	transport: z.discriminatedUnion("kind", [
		z.strictObject({ kind: z.literal("ipp"), url: ippUrl }),
		/** A queue of the system: CUPS, or Windows' spooler. */
		z.strictObject({ kind: z.literal("queue"), name: queueName }),
	]),
	/** What comes here. A paper that no printer takes is shown on the screen instead. */
	papers: z.array(z.enum(paperKinds)).max(paperKinds.length),
	/** The printer's own word for a tray (IPP media-source, Windows' bin); null = its choice. */
	tray: filled(60).nullable(),
	copies: z.int().min(1).max(5),
});
export type PaperPrinterFields = z.output<typeof paperPrinterFields>;
