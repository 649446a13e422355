/** Loads the real code with one mutant in it, named by SYNC_MUTANT; nothing on disk changes. */
import { join } from "node:path";
import { mutants } from "./mutants.ts";

export function mutate(name: string | undefined) {
	const mutant = mutants.find((one) => one.name === name);
	const path = mutant && join(import.meta.dirname, "../../..", mutant.file);
	return {
		name: "mutant",
		enforce: "pre" as const,
		transform(code: string, id: string) {
			if (!mutant || id.split("?")[0] !== path) return undefined;
			if (code.split(mutant.find).length !== 2) throw new Error(`${mutant.name}: its place is not there once`);
			return code.replace(mutant.find, () => mutant.put);
		},
	};
}
