/** The standard in force, for pickers and names on every screen. One read, kept by the screen until its version changes. */
import { z } from "zod";
import type { Standard } from "../../domain/standard/schema.ts";
import { defineCalls, query } from "./define.ts";

export const standardCalls = defineCalls("standard", {
	read: query({
		access: "signed-in",
		input: z.strictObject({}),
		/** Checked when it was loaded; not checked again on the way out. */
		output: z.object({
			standard: z.custom<Standard>(),
			sha256: z.string(),
			/** Reason the shipped files were refused while the last good copy is in force, or null. */
			refused: z.string().nullable(),
			/** Texts without English, shown in Chinese and marked. */
			untranslated: z.number().int(),
		}),
	}),
});
