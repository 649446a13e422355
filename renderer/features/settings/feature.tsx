/** Settings: staff, centre, hours, rules, backups, this PC, one's own PIN. Each section is an address of its own. */
import { IconSettings } from "@tabler/icons-react";
import type { Feature } from "../../app/feature.ts";
import { Settings } from "./Settings.tsx";

export const features: readonly Feature[] = [
	{
		id: "settings",
		path: "/settings",
		element: <Settings />,
		roles: "signed-in",
		rail: { label: { "zh-CN": "设置", en: "Settings" }, icon: IconSettings, order: 90 },
	},
	{ id: "settings-section", path: "/settings/:section", element: <Settings />, roles: "signed-in" },
];
