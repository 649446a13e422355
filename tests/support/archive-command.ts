/**
 * The archive as its own command, a process a person would start, on a real PostgreSQL: one-time codes for workshops, and
 * a line that really goes down and comes back at the same address. For journeys of whole workstations and for the bench.
 */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { type Database, startPostgres } from "../archive/support/postgres.ts";

const command = join(import.meta.dirname, "../../archive/server/command/archive.ts");
const run = promisify(execFile);

export type National = {
	/** Stays the same when it goes down and comes back. */
	url: string;
	database: string;
	/** Its folder. */
	data: string;
	/** A one-time code for a PC of the workshop with that code. */
	code(store: string, name?: string): Promise<string>;
	/** Its process ends as by Ctrl+C; the database and the folder stay. */
	down(): Promise<void>;
	/** Serves again at the same address. */
	up(): Promise<void>;
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
	const act = async (...more: string[]) =>
		JSON.parse((await run(process.execPath, [command, ...more, ...words])).stdout) as never;
	const serve = (port: string) =>
		spawn(process.execPath, [command, `--port=${port}`, ...words], { stdio: ["ignore", "pipe", "ignore"] });
	const { brand } = (await act("brand", "--name=样板品牌")) as { brand: string };
	let child: ChildProcess | undefined = serve("0");
	const url = await ready(child);
	const down = async () => {
		if (!child) return;
		const gone = new Promise((done) => child?.once("exit", done));
		child.kill("SIGTERM");
		await gone;
		child = undefined;
	};
	return {
		url,
		database: postgres.url,
		data,
		down,
		async code(store, name = "样板店") {
			const drawn = await act("code", `--store=${store}`, `--name=${name}`, `--brand=${brand}`);
			return (drawn as { code: string }).code;
		},
		async up() {
			child = serve(new URL(url).port);
			await ready(child);
		},
		async stop() {
			await down();
			await postgres.stop();
			rmSync(data, { recursive: true, force: true });
		},
	};
}
