/** The bench: the technician's place. Queue, and one job that fills the screen. */
import { IconTool } from "@tabler/icons-react";
import type { Feature } from "../../app/feature.ts";
import { benchTexts } from "../../i18n/texts/bench.ts";
import { BenchJobPage } from "./BenchJobPage.tsx";
import { BenchPage } from "./BenchPage.tsx";

const label = { "zh-CN": benchTexts["zh-CN"].title, en: benchTexts.en.title };

export const features: readonly Feature[] = [
	{
		id: "bench",
		path: "/bench",
		element: <BenchPage />,
		roles: ["technician"],
		home: ["technician"],
		rail: { label, icon: IconTool, order: 20 },
	},
	{ id: "bench-job", path: "/bench/:jobId", element: <BenchJobPage />, roles: ["technician"] },
];
