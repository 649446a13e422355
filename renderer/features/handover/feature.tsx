/** Picking up: F8 from anywhere, then one scan of the slip or a label. */
import { paths } from "../../app/addresses.ts";
import type { Feature } from "../../app/feature.ts";
import { HandoverScreen } from "./HandoverScreen.tsx";
import { PickUpList } from "./PickUpList.tsx";

export const features: readonly Feature[] = [
	{
		id: "hand-over",
		path: paths.handOver,
		element: <PickUpList />,
		roles: ["clerk"],
		keys: [{ key: "F8", label: { "zh-CN": "取件", en: "Hand over" }, to: paths.handOver, bar: true }],
	},
	{ id: "hand-over-of", path: paths.handOverOf, element: <HandoverScreen />, roles: ["clerk"] },
];
