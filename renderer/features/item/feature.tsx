/** The item's record: everything ever known about one thing. Reached by scanning it, or from its jobs. */
import { paths } from "../../app/addresses.ts";
import type { Feature } from "../../app/feature.ts";
import { readAhead } from "../../app/use-calls.ts";
import { ItemPage } from "./ItemPage.tsx";
import { recordWatch } from "./words.ts";

export const features: readonly Feature[] = [
	{
		id: "item",
		path: paths.item,
		element: <ItemPage />,
		roles: "signed-in",
		ahead: ({ itemId = "" }) => readAhead("item.record", { itemId }, recordWatch),
	},
];
