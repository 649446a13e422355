import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../../..");
/** Everything we wrote that ships, plus the tests. */
const rooms = ["archive", "db", "domain", "main", "preload", "renderer", "scripts", "tests"];

export type Import = {
	/** As written. */
	to: string;
	/** Path from the project's root for our own files, undefined for packages. */
	file: string | undefined;
	/** Package name ("node:fs", "@mantine/core") for everything else. */
	pack: string | undefined;
	typeOnly: boolean;
};
export type Source = { path: string; text: string; code: string; imports: Import[] };

/** Every source file of the project, comments stripped in `code`. */
export function readSources(): Source[] {
	return rooms.flatMap(listFiles).map((path) => {
		const text = readFileSync(join(root, path), "utf8");
		const code = stripComments(text);
		return { path, text, code, imports: findImports(path, code) };
	});
}

function listFiles(folder: string): string[] {
	let entries: ReturnType<typeof readFolder>;
	try {
		entries = readFolder(folder);
	} catch {
		return [];
	}
	return entries.flatMap((entry) => {
		const path = `${folder}/${entry.name}`;
		if (entry.isDirectory()) return listFiles(path);
		return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : [];
	});
}

const readFolder = (folder: string) => readdirSync(join(root, folder), { withFileTypes: true });

/** Strings stay (imports are strings); a `//` inside one, as in an address, is not a comment. */
export function stripComments(text: string): string {
	const tokens = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|(^|[^:\\])\/\/[^\n]*/gm;
	return text.replace(tokens, (token, before: string | undefined) => {
		if (token.startsWith("/*")) return token.replace(/[^\n]/g, " ");
		return before === undefined ? token : before;
	});
}

export function findImports(path: string, code: string): Import[] {
	const forms = [
		/\b(?:import|export)\s+(?:([\w*${},\s]+?)\sfrom\s*)?"([^"]+)"/g,
		/\b(?:import|require)\s*(\s)?\(\s*"([^"]+)"/g,
	];
	return forms.flatMap((form) =>
		[...code.matchAll(form)].map((match) => {
			const to = match[2] ?? "";
			const own = to.startsWith(".");
			const target = to.split("?")[0] ?? to;
			return {
				to,
				file: own ? relative(root, resolve(root, dirname(path), target)).replaceAll("\\", "/") : undefined,
				pack: own ? undefined : packageOf(to),
				typeOnly: isTypeOnly(match[1] ?? ""),
			};
		}),
	);
}

/** `type X`, or braces in which every name is a type: nothing of it is there when the program runs. */
function isTypeOnly(names: string): boolean {
	if (/^type\s/.test(names)) return true;
	const inBraces = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
	if (inBraces === undefined) return false;
	const each = inBraces.split(",").map((name) => name.trim());
	return each.filter(Boolean).every((name) => name.startsWith("type "));
}

function packageOf(to: string): string {
	const [first = "", second = ""] = to.split("/");
	return first.startsWith("@") ? `${first}/${second}` : first;
}
