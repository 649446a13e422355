/** What an IPP printer says about itself and its jobs (RFC 8011, 4.3.7, 5.4.12), in the words of the print journal. */

import type { PrinterTrouble, PrinterWarning } from "../printer/printer-port.ts";
import { type IppAnswer, ippGroup } from "../printer/queue/ipp-message.ts";

type Values = readonly (string | number | boolean)[];

/** All values of an attribute in the first group of that tag that has it. */
export function valuesOf(answer: IppAnswer, tag: number, name: string): Values {
	return answer.groups.find((group) => group.tag === tag && group.attributes.has(name))?.attributes.get(name) ?? [];
}

/** Reasons come with an ending that says how bad: -error, -warning, -report. Most urgent first. */
const troubles: readonly [RegExp, PrinterTrouble][] = [
	[/^media-jam/, "jam"],
	[/^(media-empty|media-needed)/, "out-of-paper"],
	[/^(cover-open|door-open|interlock-open)/, "cover-open"],
	[/^(toner-empty|marker-supply-empty|ink-empty|developer-empty)/, "out-of-ink"],
	[/^(paused|moving-to-paused)/, "paused"],
	[/^(offline|connecting-to-device|timed-out|shutdown)/, "unreachable"],
	[/^(fuser-over-temp|fuser-under-temp)/, "overheated"],
];
const low = /^(media-low|toner-low|marker-supply-low|ink-low)/;

export function troubleIn(reasons: Values): PrinterTrouble | undefined {
	const words = reasons.map(String).filter((word) => !/-(warning|report)$/.test(word));
	return troubles.find(([form]) => words.some((word) => form.test(word)))?.[1];
}

export function warningIn(reasons: Values): PrinterWarning | undefined {
	return reasons.some((word) => low.test(String(word))) ? "paper-near-end" : undefined;
}

/** PWG 5101.1 names of the sizes our papers have. */
export const mediaNames = { A4: "iso_a4_210x297mm", A5: "iso_a5_148x210mm" } as const;

export const ippOperation = { printJob: 0x0002, cancelJob: 0x0008, getJob: 0x0009, getPrinter: 0x000b } as const;
export const ippStatus = {
	documentFormat: 0x040a,
	notSupported: 0x040b,
	notFound: 0x0406,
	notAccepting: 0x0506,
	busy: 0x0507,
} as const;

export type JobState = "pending" | "printing" | "stopped" | "cancelled" | "failed" | "done" | "gone";
const jobStates: Record<number, JobState> = {
	3: "pending",
	4: "pending",
	5: "printing",
	6: "stopped",
	7: "cancelled",
	8: "failed",
	9: "done",
};
export const jobStateOf = (answer: IppAnswer): JobState =>
	jobStates[Number(valuesOf(answer, ippGroup.job, "job-state")[0])] ?? "gone";
