/** The demo workshop's own page: codes to scan, their sheet, where a short tour goes. Refused on a real workstation. */
import { z } from "zod";
import { command, defineCalls, query } from "./define.ts";

const language = z.enum(["zh-CN", "en"]);
const input = z.strictObject({ language });

export const demoSection = z.object({
	id: z.enum(["known", "new", "orders", "pieces", "shelves", "parts", "commands"]),
	title: z.string(),
	entries: z.array(
		z.object({
			title: z.string(),
			note: z.string().nullable(),
			symbology: z.enum(["code128", "qr", "ean13", "gs1-datamatrix"]),
			/** What a scanner would type. */
			code: z.string(),
		}),
	),
});
export type DemoSection = z.infer<typeof demoSection>;

export const demoCalls = defineCalls("demo", {
	/** Everything worth scanning, badges apart. */
	codes: query({
		access: "signed-in",
		input,
		output: z.object({ sections: z.array(demoSection) }),
		fails: ["rule-broken"],
	}),
	/** The same as a PDF to print, with new badges for everybody; older badges stop working. */
	sheet: command({
		access: "signed-in",
		input,
		output: z.object({ handle: z.string(), fileName: z.string() }),
		fails: ["rule-broken"],
	}),
	/** Where the tour stops: one job of each kind, as things stand now. Null when there is none any more. */
	tour: query({
		access: "signed-in",
		input: z.strictObject({}),
		output: z.object({
			/** An item that was repaired before. */
			itemId: z.string().nullable(),
			/** Just received, to be inspected. */
			inspectJobId: z.string().nullable(),
			/** Its quote waits for the customer. */
			quoteJobId: z.string().nullable(),
			/** Ready to be handed over. */
			readyOrderId: z.string().nullable(),
			/** One whose whole history can be read. */
			closedOrderId: z.string().nullable(),
		}),
		fails: ["rule-broken"],
	}),
});
