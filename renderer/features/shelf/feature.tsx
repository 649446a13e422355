/** Shelves: where everything lies, and putting away by scan from any screen (shelf-scans.ts starts with the app). */
import { IconStack2 } from "@tabler/icons-react";
import type { Feature } from "../../app/feature.ts";
import { shelfTexts } from "../../i18n/texts/shelf.ts";
import { ShelfPage } from "./ShelfPage.tsx";
import { startShelfScans } from "./shelf-scans.ts";

startShelfScans();

export const features: readonly Feature[] = [
	{
		id: "shelf",
		path: "/shelf",
		element: <ShelfPage />,
		roles: "signed-in",
		rail: { label: { "zh-CN": shelfTexts["zh-CN"].title, en: shelfTexts.en.title }, icon: IconStack2, order: 40 },
	},
];
