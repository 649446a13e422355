/** Everything that hangs on this PC: how it is, whether it works, and its settings for the next PC. */
import { IconDeviceUsb } from "@tabler/icons-react";
import type { Feature } from "../../app/feature.ts";
import { deviceTexts } from "../../i18n/texts/devices.ts";
import { DevicesPage } from "./DevicesPage.tsx";

export const features: readonly Feature[] = [
	{
		id: "devices",
		path: "/devices",
		element: <DevicesPage />,
		roles: "signed-in",
		rail: { label: { "zh-CN": deviceTexts["zh-CN"].title, en: deviceTexts.en.title }, icon: IconDeviceUsb, order: 75 },
	},
];
