/** How the exchange with the archive stands, entry by entry. Reached from the chip in the top bar. */
import { paths } from "../../app/addresses.ts";
import type { Feature } from "../../app/feature.ts";
import { SyncPage } from "./SyncPage.tsx";

export const features: readonly Feature[] = [
	{ id: "sync", path: paths.sync, element: <SyncPage />, roles: "signed-in" },
];
