/** Events of quality control: points passed or failed, and the steps to be done again. */
import { z } from "zod";
import { defineEvent } from "../../event/define.ts";
import { clocks } from "./clocks.ts";
import { short, words } from "./fields.ts";
import { stepPlan } from "./quote.ts";

const qcPoint = z.object({ point: z.string().max(10), passed: z.boolean() });
export const qcPassed = defineEvent({
	type: "job.qc_passed",
	body: z.object({
		points: z.array(qcPoint),
		/** Inspected by a person who also repaired it. */ ownWork: z.boolean(),
		clocks,
	}),
});
export const qcFailed = defineEvent({
	type: "job.qc_failed",
	body: z.object({
		points: z.array(qcPoint),
		reason: short,
		ownWork: z.boolean(),
		/** Steps to be done again, new ids, same operations. */
		rework: z.array(stepPlan),
		clocks,
	}),
	personal: words,
});

export const qcEvents = {
	"job.qc_passed": qcPassed,
	"job.qc_failed": qcFailed,
} as const;
