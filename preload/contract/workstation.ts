/** What the screen must know before anything else: is there a workstation here, is it sound, who is at it. */
import { z } from "zod";
import { defineCalls, query } from "./define.ts";
import { role } from "./fields.ts";

export const workstationCalls = defineCalls("workstation", {
	/** Works in every condition, also with damaged storage. */
	state: query({
		access: "anyone",
		input: z.strictObject({}),
		output: z.object({
			/** `set-up`: no data yet; `broken`: storage cannot be used, `reason` says why; `ready`: it takes work. */
			phase: z.enum(["set-up", "broken", "ready"]),
			reason: z.string().nullable(),
			details: z.record(z.string(), z.string()),
			/** Shown to every screen: standard refused, clock set back, disk nearly full. */
			notices: z.array(z.string()),
			language: z.enum(["zh-CN", "en"]),
			centreName: z.string().nullable(),
			demo: z.boolean(),
			version: z.string(),
			dataFolder: z.string(),
			person: z.object({ id: z.string(), name: z.string(), number: z.string(), roles: z.array(role) }).nullable(),
			nowAt: z.string(),
			zone: z.string(),
			selfInspection: z.boolean(),
		}),
	}),
});
