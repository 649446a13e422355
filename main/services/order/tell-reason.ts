/** The coded reason an event carries, with its name where the standard has one. */
import type { WeltEvent } from "../../../domain/event/event.ts";
import { outcomeReasons } from "../../../domain/job/inspect/outcome.ts";
import type { ReasonList } from "../../../domain/standard/rules.ts";
import type { TimelineValue } from "../../../preload/contract/timeline.ts";
import type { App } from "../../app.ts";
import { reasonName } from "./order-reader.ts";

/** Which list each event's reason is of; the others carry corrections or codes of ours. */
const lists: Readonly<Record<string, ReasonList>> = {
	"order.voided": "void-order",
	"order.handed_over": "unsigned",
	"job.voided": "void-order",
	"job.cancelled": "cancel-job",
	"job.liability_decided": "liability-override",
	"job.quote_answered": "decline",
	"job.step_paused": "pause",
	"job.clock_moved": "pause",
	"job.part_returned": "part-return",
	"job.troubled": "trouble",
	"job.qc_failed": "qc-fail",
	"job.kept_for_rework": "qc-fail",
	"item.refused": "refusal-at-intake",
	"subject.viewed": "show-customer",
};

export function reasonOf(app: App, { type, body }: WeltEvent): TimelineValue | null {
	const code = type === "order.handed_over" ? body.unsigned : body.reason;
	if (typeof code !== "string" || code === "") return null;
	// Codes of ours, with words in the screen.
	if (type === "order.refunded") return { of: "refund", code };
	if (type === "job.quoted") return { of: "requote", code };
	if (type === "subject.erased") return { of: "erasure", code };
	if (type === "subject.lent") return { of: "lent", code };
	const outcome = body.outcome as keyof typeof outcomeReasons | undefined;
	const list = type === "job.outcome_decided" ? outcomeReasons[outcome ?? "refund"] : (lists[type] ?? "correction");
	const name = reasonName(app, list, code);
	return name ? { name } : { of: "reason", code };
}
