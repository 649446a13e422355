/** The demo workshop's own page: a tour, codes to try without a scanner, whose PIN is which, what the printers put out. */
import { IconMap2 } from "@tabler/icons-react";
import type { Feature } from "../../app/feature.ts";
import { demoTexts } from "../../i18n/texts/demo.ts";
import { DemoPage } from "./DemoPage.tsx";

export const features: readonly Feature[] = [
	{
		id: "demo",
		path: "/demo",
		element: <DemoPage />,
		roles: "signed-in",
		demo: true,
		rail: { label: { "zh-CN": demoTexts["zh-CN"].rail, en: demoTexts.en.rail }, icon: IconMap2, order: 95 },
	},
];
