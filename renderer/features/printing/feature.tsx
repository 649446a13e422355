/** Printers and the print journal. */
import { IconPrinter } from "@tabler/icons-react";
import type { Feature } from "../../app/feature.ts";
import { PrintingPage } from "./PrintingPage.tsx";

export const features: readonly Feature[] = [
	{
		id: "printing",
		path: "/printing",
		element: <PrintingPage />,
		roles: "signed-in",
		rail: { label: { "zh-CN": "打印", en: "Printing" }, icon: IconPrinter, order: 70 },
	},
];
