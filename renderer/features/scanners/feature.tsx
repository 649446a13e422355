/** Scanners of this PC: connecting one, the camera in its place, sounds. Reached from the devices page. */
import type { Feature } from "../../app/feature.ts";
import { ScannersPage } from "./ScannersPage.tsx";

export const features: readonly Feature[] = [
	{ id: "scanners", path: "/scanners", element: <ScannersPage />, roles: "signed-in" },
];
