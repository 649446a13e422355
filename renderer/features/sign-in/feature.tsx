/** Who is here. Root shows it by its id over whatever address is open while nobody is signed in, so that the screen is still there afterwards. */
import type { Feature } from "../../app/feature.ts";
import { SignIn } from "./SignIn.tsx";

export const features: readonly Feature[] = [
	{ id: "sign-in", path: "/sign-in", element: <SignIn />, roles: "anyone", bare: true },
];
