/** A label printer as a workshop sets it up. Kept among this PC's own settings; checked whenever it is read. */
import { z } from "zod";

export const printerProfileSchema = z.strictObject({
	id: z.string().min(1).max(64),
	/** What people call it: "前台标签机". */
	name: z.string().min(1).max(60),
	/** Name or address on the workshop's network. */
	host: z
		.string()
		.min(1)
		.max(253)
		.regex(/^[A-Za-z0-9.:_-]+$/),
	port: z.int().min(1).max(65535).default(9100),
	language: z.literal("zpl").default("zpl"),
	dpi: z.union([z.literal(203), z.literal(300)]).default(203),
	/** Labels loaded, width x height in mm. */
	media: z.enum(["40x30", "60x40", "70x50"]).default("60x40"),
	/** gap = die-cut labels, mark = black mark on the back, continuous = a plain roll. */
	gap: z.enum(["gap", "mark", "continuous"]).default("gap"),
	/** Added to the printer's own darkness, −30 … 30; left out, the printer decides. */
	darkness: z.int().min(-30).max(30).optional(),
	/**
	 * What this model can tell us. `status`: answers `~HS`, so we know before and after; silence then means it needs
	 * attention. `close`: says nothing, but closes the connection once it has read a label. `none`: takes bytes and
	 * says nothing at all (many cheap models): handed over is the most we ever know.
	 */
	proof: z.enum(["status", "close", "none"]).default("status"),
});

export type PrinterProfile = z.output<typeof printerProfileSchema>;
export type PrinterProfileInput = z.input<typeof printerProfileSchema>;
