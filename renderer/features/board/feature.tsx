/** The board of everything in hand, the same on the wall, and many at once by scanning. */
import { IconLayoutKanban } from "@tabler/icons-react";
import type { Feature } from "../../app/feature.ts";
import { BoardPage } from "./BoardPage.tsx";
import { BulkPage } from "./bulk/BulkPage.tsx";
import { WallPage } from "./WallPage.tsx";

export const features: readonly Feature[] = [
	{
		id: "board",
		path: "/board",
		element: <BoardPage />,
		roles: "signed-in",
		rail: { label: { "zh-CN": "看板", en: "Board" }, icon: IconLayoutKanban, order: 30 },
	},
	{ id: "bulk", path: "/bulk", element: <BulkPage />, roles: "signed-in" },
	{ id: "wall", path: "/wall", element: <WallPage />, roles: "signed-in", bare: true },
];
