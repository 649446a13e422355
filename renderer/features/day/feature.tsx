/** The day's end: totals, payments, CSV. */
import { IconReportAnalytics } from "@tabler/icons-react";
import type { Feature } from "../../app/feature.ts";
import { DayPage } from "./DayPage.tsx";

export const features: readonly Feature[] = [
	{
		id: "day",
		path: "/day",
		element: <DayPage />,
		roles: ["clerk", "manager"],
		rail: { label: { "zh-CN": "报表", en: "Reports" }, icon: IconReportAnalytics, order: 60 },
	},
];
