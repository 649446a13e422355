/** The words of `npm run archive -- …`, read once. */
import { homedir } from "node:os";
import { join, resolve } from "node:path";

const verbs = ["serve", "brand", "code", "revoke", "restored", "verify", "export", "erase", "publish"] as const;

export type Options = {
	verb: (typeof verbs)[number];
	/** A `postgres://` address, or the embedded database in `data`. */
	database: string | undefined;
	port: number;
	host: string;
	data: string;
	page: string | undefined;
	/** What the verb is about: `--name=…`, `--store=…`, `--brand=…`, `--device=…`, `--item=…`, `--subject=…`, `--reason=…`, `--out=…`, `--kind=…`, `--file=…`, `--from=…`. */
	words: Record<string, string>;
};

const known = new Set([
	"database",
	"port",
	"host",
	"data",
	"page",
	"name",
	"store",
	"brand",
	"device",
	"item",
	"subject",
	"reason",
	"out",
	"kind",
	"file",
	"from",
]);

/** Throws TypeError with a sentence for anything it does not know. */
export function readOptions(argv: readonly string[]): Options {
	const words: Record<string, string> = {};
	let verb: Options["verb"] = "serve";
	for (const word of argv) {
		const [, name, value] = /^--([a-z]+)=(.*)$/s.exec(word) ?? [];
		const found = verbs.find((each) => each === word);
		if (found) verb = found;
		else if (name && value !== undefined && known.has(name)) words[name] = value;
		else
			throw new TypeError(
				`Unknown option ${word}. Verbs: ${verbs.join(", ")}. Options: ${[...known].map((each) => `--${each}=…`).join(" ")}`,
			);
	}
	const port = Number(words.port ?? 8_787);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new TypeError("--port is a number from 0 to 65535");
	const data = resolve(words.data ?? join(homedir(), ".local", "share", "welt-archive"));
	return { verb, database: words.database, port, host: words.host ?? "127.0.0.1", data, page: words.page, words };
}
