/**
 * Every feature of the product, found in renderer/features/<name>/feature.tsx. The router, the rail and the
 * keys are built from this list.
 */
import type { Feature } from "./feature.ts";

type FeatureModule = { features: readonly Feature[] };

const modules = import.meta.glob<FeatureModule>("../features/*/feature.tsx", { eager: true });

export const features: readonly Feature[] = Object.values(modules).flatMap((module) => module.features);

/** The features of the rail, top to bottom. */
export const railFeatures = features
	.filter((feature) => feature.rail)
	.sort((a, b) => (a.rail?.order ?? 0) - (b.rail?.order ?? 0));
