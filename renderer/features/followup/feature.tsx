/** Follow-up calls: who is to be called today, and how it went. */
import { IconPhoneCall } from "@tabler/icons-react";
import { paths } from "../../app/addresses.ts";
import type { Feature } from "../../app/feature.ts";
import { FollowUpPage } from "./FollowUpPage.tsx";

export const features: readonly Feature[] = [
	{
		id: "follow-up",
		path: paths.followUp,
		element: <FollowUpPage />,
		roles: ["clerk"],
		rail: { label: { "zh-CN": "回访", en: "Calls" }, icon: IconPhoneCall, order: 45 },
	},
];
