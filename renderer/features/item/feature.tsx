/** The item's record: everything ever known about one thing. Reached by scanning it, or from its jobs. */
import { paths } from "../../app/addresses.ts";
import type { Feature } from "../../app/feature.ts";
import { ItemPage } from "./ItemPage.tsx";

export const features: readonly Feature[] = [
	{ id: "item", path: paths.item, element: <ItemPage />, roles: "signed-in" },
];
