/** The order page: one drop-off with its items, money, papers and whole history. */
import { paths } from "../../app/addresses.ts";
import type { Feature } from "../../app/feature.ts";
import { OrderScreen } from "./OrderScreen.tsx";

export const features: readonly Feature[] = [
	{ id: "order", path: paths.order, element: <OrderScreen />, roles: "signed-in" },
];
