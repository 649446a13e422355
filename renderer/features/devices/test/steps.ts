/** What a test of everything goes through, and what came of each step. */

import type { DeviceRow } from "../../../../preload/contract/devices.ts";
import type { CallInput } from "../../../app/client.ts";

export type Result = CallInput<"devices.keepTest">["results"][number];
export type Outcome = Pick<Result, "outcome" | "reason"> & { name?: string };

export type Step = {
	device: Result["device"];
	/** What people call it; empty where there is only one or none. */
	name: string;
	/** The printer's id. */
	id?: string;
	/** The step whose label is scanned back: skipped when that one was not passed. */
	after?: number;
};

/** Printers first, each label scanned back at once. What there is none of is a step that skips itself. */
export function stepsFor(devices: readonly DeviceRow[]): Step[] {
	const steps: Step[] = [];
	const labels = devices.filter(({ kind }) => kind === "label-printer");
	for (const { id, name } of labels) {
		steps.push({ device: "label-printer", name, id });
		steps.push({ device: "scan", name, after: steps.length - 1 });
	}
	if (labels.length === 0) steps.push({ device: "label-printer", name: "" }, { device: "scan", name: "" });
	steps.push({ device: "camera", name: "" });
	const papers = devices.filter(({ kind }) => kind === "paper-printer");
	for (const { id, name } of papers) steps.push({ device: "paper-printer", name, id });
	if (papers.length === 0) steps.push({ device: "paper-printer", name: "" });
	steps.push({ device: "sounds", name: "" });
	return steps;
}

/** What is known about a step before it is tried. */
export function foregone(step: Step, results: readonly Result[]): Outcome | undefined {
	const printer = step.device === "label-printer" || step.device === "paper-printer";
	if (printer && step.id === undefined) return { outcome: "skipped", reason: "no-device" };
	if (step.after !== undefined && results[step.after]?.outcome !== "pass")
		return { outcome: "skipped", reason: "not-printed" };
	return undefined;
}
