/** A printer for paper as a workshop sets it up. Kept among this PC's own settings; checked whenever it is read. */
import { z } from "zod";
import { paperPrinterFields } from "../../../preload/contract/paper-fields.ts";

export const paperProfileSchema = paperPrinterFields.extend({
	/** Told apart from printers for labels. */
	kind: z.literal("paper").default("paper"),
	id: z.string().min(1).max(64),
});
export type PaperProfile = z.output<typeof paperProfileSchema>;
