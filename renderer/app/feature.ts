/**
 * What a feature tells the frame. A feature is a folder `renderer/features/<name>/` whose `feature.tsx` exports
 * `features: readonly Feature[]`; features.ts finds it by itself, so nobody edits a shared list.
 * Two ids are known to the frame: `set-up` fills the window until there is data, `sign-in` while nobody is signed in.
 */
import type { ComponentType, ReactElement } from "react";
import type { Role } from "../../preload/contract/define.ts";
import type { Words } from "../i18n/define.ts";

export type FeatureKey = {
	/** As {@link ../keys/keys.ts KeyBinding.key}: "F2", "F8", "Ctrl+K". */
	key: string;
	label: Words;
	/** The address the key goes to. */
	to: string;
	/** Shown in the bottom bar. */
	bar?: boolean;
};

export type Feature = {
	/** Unique, e.g. "counter" or "job". */
	id: string;
	/** Route under the root, e.g. "/counter" or "/job/:jobId". */
	path: string;
	element: ReactElement;
	/** Who may open it: everybody, any signed-in person, or these roles (a manager always may). */
	roles: "anyone" | "signed-in" | readonly Role[];
	/** Its place in the left rail; left out for screens reached from others. Lower `order` is higher up. */
	rail?: { label: Words; icon: ComponentType<{ size?: number; stroke?: number }>; order: number };
	/** Roles that start their day here. */
	home?: readonly Role[];
	/** Keys that open it from anywhere. */
	keys?: readonly FeatureKey[];
	/** True: has its place in the rail of the demo workshop only. */
	demo?: boolean;
	/** True: fills the window without rail and bars (wall mode). */
	bare?: boolean;
};

/** Where a person with these roles starts: a feature that is their home, else the first of the rail they may open. */
export function homeOf(all: readonly Feature[], roles: readonly Role[]): Feature | undefined {
	const open = all.filter((feature) => mayOpen(feature, roles));
	const home = open.find((feature) => feature.home?.some((role) => roles.includes(role)));
	const rail = open.filter((feature) => feature.rail);
	return home ?? rail.sort((a, b) => (a.rail?.order ?? 0) - (b.rail?.order ?? 0))[0];
}

/** True when a person with these roles may open the feature. */
export function mayOpen(feature: Pick<Feature, "roles">, roles: readonly Role[] | undefined): boolean {
	if (feature.roles === "anyone") return true;
	if (!roles) return false;
	if (feature.roles === "signed-in" || roles.includes("manager")) return true;
	const wanted = feature.roles;
	return roles.some((role) => wanted.includes(role));
}
