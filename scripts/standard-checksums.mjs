// Writes the sha256 of every file of the service standard into its manifest; with --check it only compares.
// Run by hand after editing assets/standard, and by the tests. Plain Node, no dependencies.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "assets", "standard");
const manifestPath = join(folder, "manifest.json");
const manifest = JSON.parse(readFileSync(manifestPath, "utf8"));

const names = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "manifest.json");
const sums = new Map(
	names.map((name) => [
		name,
		createHash("sha256")
			.update(readFileSync(join(folder, name)))
			.digest("hex"),
	]),
);
// Keep the order people wrote, new files last.
const known = manifest.files.map((file) => file.name).filter((name) => sums.has(name));
const files = [...new Set([...known, ...names.sort()])].map((name) => ({ name, sha256: sums.get(name) }));

if (process.argv.includes("--check")) {
	const before = new Map(manifest.files.map((file) => [file.name, file.sha256]));
	const wrong = files.filter((file) => before.get(file.name) !== file.sha256).map((file) => file.name);
	for (const name of before.keys()) if (!sums.has(name)) wrong.push(`${name} (missing)`);
	if (wrong.length > 0) {
		console.error(`Checksums differ: ${wrong.join(", ")}. Run: node scripts/standard-checksums.mjs`);
		process.exit(1);
	}
	console.log(`${files.length} files of the standard match their checksums.`);
} else {
	writeFileSync(manifestPath, `${JSON.stringify({ ...manifest, files }, null, "\t")}\n`);
	console.log(`${files.length} checksums written.`);
}
