/** The archive as its own process, as somebody would start it, that can lose its power in the middle of anything. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const command = join(import.meta.dirname, "../../../../archive/server/command/archive.ts");
const run = promisify(execFile);

export type ArchiveProcess = {
	/** Stays the same through every end and start. */
	url: string;
	brand: string;
	data: string;
	/** A verb of `npm run archive`, beside the running one; answers its last line. Rejects when it ends with another code than 0. */
	act(...words: string[]): Promise<Record<string, unknown>>;
	/** SIGKILL. */
	kill(): Promise<void>;
	/** Runs again, at the same address. */
	start(): Promise<void>;
	/** Most memory it ever held, bytes; undefined where the system doesn't tell. */
	mostMemory(): number | undefined;
	/** Kills it and removes its folder. */
	stop(): Promise<void>;
};

async function ready(child: ChildProcess): Promise<string> {
	if (!child.stdout) throw new Error("the archive says nothing");
	for await (const line of createInterface({ input: child.stdout })) return (JSON.parse(line) as { url: string }).url;
	throw new Error("the archive ended before it was ready");
}

/** `within`: words before the command, e.g. for a disk of its own; they get the folder as well. */
export async function startProcess(
	database: string,
	within: (data: string) => string[] = () => [],
): Promise<ArchiveProcess> {
	const data = mkdtempSync(join(tmpdir(), "welt-archive-faults-"));
	const words = [`--database=${database}`, `--data=${data}`];
	const act = async (...more: string[]) => {
		const { stdout } = await run(process.execPath, [command, ...more, ...words]);
		return JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "") as Record<string, unknown>;
	};
	const serve = (port: string) => {
		const [first = "", ...rest] = [...within(data), process.execPath, command, `--port=${port}`, ...words];
		return spawn(first, rest, { stdio: ["ignore", "pipe", "ignore"] });
	};
	const { brand } = await act("brand", "--name=样板品牌");
	let child: ChildProcess | undefined = serve("0");
	const url = await ready(child);
	const kill = async () => {
		if (!child) return;
		const gone = new Promise((done) => child?.once("exit", done));
		child.kill("SIGKILL");
		await gone;
		child = undefined;
	};
	return {
		...{ url, brand: String(brand), data, act, kill },
		async start() {
			child = serve(new URL(url).port);
			await ready(child);
		},
		mostMemory() {
			if (process.platform !== "linux") return undefined;
			const told = readFileSync(`/proc/${child?.pid}/status`, "utf8");
			return Number(/^VmHWM:\s+(\d+) kB$/m.exec(told)?.[1]) * 1024;
		},
		async stop() {
			await kill();
			rmSync(data, { recursive: true, force: true });
		},
	};
}
