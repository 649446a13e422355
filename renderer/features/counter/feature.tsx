/** The counter: idle, a drop-off in progress, and a drop-off received. */
import { IconBuildingStore } from "@tabler/icons-react";
import { paths } from "../../app/addresses.ts";
import type { Feature } from "../../app/feature.ts";
import { counterTexts } from "../../i18n/texts/counter.ts";
import { frameTexts } from "../../i18n/texts/frame.ts";
import { DonePage } from "./DonePage.tsx";
import { HomePage } from "./HomePage.tsx";
import { IntakePage } from "./IntakePage.tsx";
import { StartPage } from "./StartPage.tsx";

const label = { "zh-CN": counterTexts["zh-CN"].title, en: counterTexts.en.title };
const receive = { "zh-CN": frameTexts["zh-CN"].receive, en: frameTexts.en.receive };

export const features: readonly Feature[] = [
	{
		id: "counter",
		path: paths.counter,
		element: <HomePage />,
		roles: ["clerk"],
		home: ["clerk", "manager"],
		rail: { label, icon: IconBuildingStore, order: 10 },
	},
	{
		id: "intake-start",
		path: paths.intake,
		element: <StartPage />,
		roles: ["clerk"],
		keys: [{ key: "F2", label: receive, to: paths.intake, bar: true }],
	},
	{ id: "intake", path: paths.draft, element: <IntakePage />, roles: ["clerk"] },
	{ id: "intake-done", path: `${paths.draft}/done`, element: <DonePage />, roles: ["clerk"] },
];
