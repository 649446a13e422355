/** The first start. Root shows it by its id while the workstation has no centre; nothing links to it. */
import type { Feature } from "../../app/feature.ts";
import { SetUp } from "./SetUp.tsx";

export const features: readonly Feature[] = [
	{ id: "set-up", path: "/set-up", element: <SetUp />, roles: "anyone", bare: true },
];
