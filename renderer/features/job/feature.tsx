/** The job page: one item of a drop-off with its findings, quote, steps and record. */
import { paths } from "../../app/addresses.ts";
import type { Feature } from "../../app/feature.ts";
import { JobScreen } from "./JobScreen.tsx";

export const features: readonly Feature[] = [
	{ id: "job", path: paths.job, element: <JobScreen />, roles: "signed-in" },
];
