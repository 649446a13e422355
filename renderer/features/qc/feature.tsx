/** Quality control: the inspector's place. What waits, and one job with its points and pictures. */
import { IconClipboardCheck } from "@tabler/icons-react";
import type { Feature } from "../../app/feature.ts";
import { qcTexts } from "../../i18n/texts/qc.ts";
import { QcJobPage } from "./QcJobPage.tsx";
import { QcPage } from "./QcPage.tsx";

const label = { "zh-CN": qcTexts["zh-CN"].title, en: qcTexts.en.title };

export const features: readonly Feature[] = [
	{
		id: "qc",
		path: "/qc",
		element: <QcPage />,
		roles: ["inspector"],
		home: ["inspector"],
		rail: { label, icon: IconClipboardCheck, order: 25 },
	},
	{ id: "qc-job", path: "/qc/:jobId", element: <QcJobPage />, roles: ["inspector"] },
];
