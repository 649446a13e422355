/** What makes a workstation a demo: a mark among its own settings, set when it is founded and never taken off. */
import { refuse } from "../../../domain/errors.ts";
import type { App } from "../../app.ts";

/** Read by the screens' frame, the sign-in and the backup desk as well. */
export const demoSetting = "demo";

/** @throws Refusal `demo.not-here` on a real workstation */
export function requireDemo(app: App): void {
	if (!app.local.setting<boolean>(demoSetting)) refuse("rule-broken", "demo.not-here");
}
