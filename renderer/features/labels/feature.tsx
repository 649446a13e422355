/** What labels look like, and printers measured by their own labels. Both are reached from the printing page. */
import type { Feature } from "../../app/feature.ts";
import { CalibratePage } from "./calibrate/CalibratePage.tsx";
import { LabelsPage } from "./LabelsPage.tsx";

export const features: readonly Feature[] = [
	{ id: "labels", path: "/labels", element: <LabelsPage />, roles: ["manager"] },
	{ id: "calibrate", path: "/calibrate/:printerId", element: <CalibratePage />, roles: ["manager"] },
];
