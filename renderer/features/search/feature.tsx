/** Search from anywhere: `/` or Ctrl+K. */
import type { Feature } from "../../app/feature.ts";
import { SearchPage } from "./SearchPage.tsx";

export const features: readonly Feature[] = [
	{
		id: "search",
		path: "/search",
		element: <SearchPage />,
		roles: "signed-in",
		keys: [
			{ key: "/", label: { "zh-CN": "搜索", en: "Search" }, to: "/search", bar: true },
			{ key: "Ctrl+K", label: { "zh-CN": "搜索", en: "Search" }, to: "/search" },
		],
	},
];
