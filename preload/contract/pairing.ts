/** Setting a scanner up: the sheet to scan. What arrives is judged on the screen, where a typing scanner is heard. */
import { z } from "zod";
import { defineCalls, query } from "./define.ts";

export const pairingCalls = defineCalls("pairing", {
	/** The sheet with three known codes, as a PDF. */
	sheet: query({
		access: "signed-in",
		input: z.strictObject({ language: z.enum(["zh-CN", "en"]) }),
		output: z.object({ handle: z.string(), fileName: z.string() }),
	}),
});
