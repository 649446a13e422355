/**
 * What a scan means and what the screen it opens shows first, in one answer: whoever holds a scanner waits for one call,
 * not for two after each other. Asked for scans that no screen took for itself.
 */
import { z } from "zod";
import { defineCalls, query } from "./define.ts";
import { itemCalls } from "./item.ts";
import { jobCalls } from "./job.ts";
import { scanAnswer, scanCalls } from "./scan.ts";

export const scanOpenCalls = defineCalls("scan", {
	open: query({
		access: "anyone",
		input: scanCalls["scan.resolve"].input,
		output: z.object({
			/** As `scan.resolve` answers. */
			answer: scanAnswer,
			/** As `item.record`, when it means an item that no job has in hand. */
			record: itemCalls["item.record"].output.nullable(),
			/** As `job.get`, when it leads to one job: a piece, an item in our hands, a drop-off of one. */
			job: jobCalls["job.get"].output.nullable(),
		}),
	}),
});
