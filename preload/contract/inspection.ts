/** Inspection (检测): findings, who answers for them, and what becomes of the item. */
import { z } from "zod";
import { causeSchema } from "../../domain/finding/finding.ts";
import { outcomes } from "../../domain/job/events/inspect.ts";
import { outcomeSchema as liabilityOutcome } from "../../domain/liability/call.ts";
import { command, defineCalls } from "./define.ts";
import { approval, fen, uuid, version, words } from "./fields.ts";
import { findingInput, givenReason, moved } from "./job-fields.ts";

const job = { jobId: uuid, version };
const lookers = ["inspector", "technician"] as const;
const fails = ["not-found", "conflict", "rule-broken"] as const;

export const inspectionCalls = defineCalls("inspection", {
	/** Starting twice is the same as starting once. */
	start: command({ access: lookers, input: z.strictObject(job), output: moved, fails }),
	/** Starts the inspection by itself when nobody has. */
	addFinding: command({
		access: lookers,
		input: z.strictObject({ ...job, finding: findingInput, note: words(500).optional() }),
		output: moved.extend({ findingId: z.string() }),
		fails,
	}),
	/** The whole finding as it is now; a note is added, the earlier one stays in the record. */
	changeFinding: command({
		access: lookers,
		input: z.strictObject({ ...job, findingId: uuid, finding: findingInput, note: words(500).optional() }),
		output: moved,
		fails,
	}),
	/** `reason` of the list `correction`. */
	removeFinding: command({
		access: lookers,
		input: z.strictObject({ ...job, findingId: uuid, reason: givenReason }),
		output: moved,
		fails,
	}),
	/**
	 * Confirms the rules' proposal or decides otherwise (`reason` of the list `liability-override`). `second`: the
	 * second inspector where rule R10 asks for one; `approval`: the manager where the reason does.
	 */
	decideLiability: command({
		access: ["inspector"],
		input: z.strictObject({
			...job,
			findingId: uuid,
			cause: causeSchema,
			outcome: liabilityOutcome,
			reason: givenReason.optional(),
			second: approval.optional(),
			approval: approval.optional(),
			stopUseTold: z.boolean(),
		}),
		output: moved,
		fails: [...fails, "forbidden"],
	}),
	/** Repair, or a decision instead of one. `approval`: the manager where authority asks for one. */
	decideOutcome: command({
		access: ["inspector"],
		input: z.strictObject({
			...job,
			outcome: z.enum(outcomes),
			reason: givenReason.optional(),
			amountFen: fen.optional(),
			approval: approval.optional(),
		}),
		output: moved,
		fails: [...fails, "forbidden"],
	}),
});
