/** A real archive for the bench: embedded PostgreSQL, the command a person would start, and one-time codes for stores. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Database, startPostgres } from "../../archive/support/postgres.ts";
import { rootDir } from "../data.ts";

const command = join(rootDir, "archive", "server", "command", "archive.ts");

export type National = {
	url: string;
	database: string;
	/** Its folder. */
	data: string;
	/** A one-time code for a PC of that store. */
	code(store: string): string;
	stop(): Promise<void>;
};

async function ready(child: ChildProcess): Promise<string> {
	if (!child.stdout) throw new Error("the archive says nothing");
	for await (const line of createInterface({ input: child.stdout })) return (JSON.parse(line) as { url: string }).url;
	throw new Error("the archive ended before it was ready");
}

export async function startNational(): Promise<National> {
	const postgres: Database = await startPostgres();
	const data = mkdtempSync(join(tmpdir(), "welt-national-"));
	const words = [`--database=${postgres.url}`, `--data=${data}`];
	const act = (...more: string[]) =>
		JSON.parse(execFileSync(process.execPath, [command, ...more, ...words], { encoding: "utf8" })) as never;
	const { brand } = act("brand", "--name=样板品牌") as { brand: string };
	const child = spawn(process.execPath, [command, "--port=0", ...words], { stdio: ["ignore", "pipe", "ignore"] });
	const url = await ready(child);
	return {
		url,
		database: postgres.url,
		data,
		code: (store) => (act("code", `--store=${store}`, "--name=样板店", `--brand=${brand}`) as { code: string }).code,
		async stop() {
			const gone = new Promise((done) => child.once("exit", done));
			child.kill("SIGTERM");
			await gone;
			await postgres.stop();
			rmSync(data, { recursive: true, force: true });
		},
	};
}
