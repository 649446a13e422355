/**
 * Every address a person can open, read from the features' own declarations: a screen that is added is visited too, or
 * the suite says that it has no example to visit it with.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { paths } from "../../../renderer/app/addresses.ts";

const folder = join(import.meta.dirname, "../../../renderer/features");
const known: Readonly<Record<string, string>> = paths;

/** `path: "/board"`, `path: paths.draft`, or `path: paths.draft` in a template with more behind it. */
const declaredPath = /\bpath: (?:"([^"]+)"|paths\.(\w+)|`\$\{paths\.(\w+)\}([^`]*)`)/g;
const declaredFeature = /\bid: "/g;

/** The paths of all features, with their blanks: "/job/:jobId". */
export function everyPath(): string[] {
	return readdirSync(folder).flatMap((name) => {
		const text = readFileSync(join(folder, name, "feature.tsx"), "utf8");
		const found = [...text.matchAll(declaredPath)].map(([, plain, short, base, rest]) =>
			plain === undefined ? `${known[short ?? base ?? ""]}${rest ?? ""}` : plain,
		);
		const features = [...text.matchAll(declaredFeature)].length;
		if (found.length !== features) throw new Error(`${name}: ${features} features, ${found.length} readable paths`);
		return found;
	});
}

/** Addresses to visit: each path as it is, those with blanks by their example. */
export function filled(path: string, examples: Readonly<Record<string, string>>): string {
	const address = path.replaceAll(/:(\w+)/g, (blank) => {
		const value = examples[`${path} ${blank}`] ?? examples[blank];
		if (value === undefined) throw new Error(`${path}: no example for ${blank}; give one in demo-places.ts`);
		return value;
	});
	return address;
}
