/**
 * A whole workstation in a process of its own, as a shop would run it. Used by the browser journeys and by tests that
 * kill, restart or break it. Never shares a data folder or a port.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const root = join(import.meta.dirname, "../..");

export type WorkstationOptions = {
	/** Data folder; a new empty one when missing. */
	data?: string;
	demo?: boolean;
	lang?: "zh-CN" | "en";
	/** Run out/main/loopback.js instead of the sources; `npm run build` must have run. */
	built?: boolean;
	env?: Record<string, string>;
	/** Put before the command, e.g. `["unshare", "-m", …]` for a disk of its own. */
	within?: readonly string[];
};

export type Workstation = {
	/** With the token: opening it signs a browser in. */
	readonly url: string;
	/** The data folder. */
	readonly dir: string;
	/** False when it only opened to say why it takes no work. */
	readonly ready: boolean;
	/** Why not. */
	readonly reason: string | undefined;
	/** What it wrote to stderr so far. */
	errors(): string;
	/** As a person would: it finishes what is under way. Answers the exit code. */
	stop(): Promise<number | null>;
	/** As a power cut would. */
	kill(): Promise<void>;
};

type Status = { ready: boolean; url: string; data: string; reason?: string };

/** Starts one on a free port and waits until it answers. Rejects with what it said when it ends instead. */
export async function startWorkstation(options: WorkstationOptions = {}): Promise<Workstation> {
	const data = options.data ?? mkdtempSync(join(tmpdir(), "welt-data-"));
	const entry = join(root, options.built ? "out/main/loopback.js" : "main/loopback/index.ts");
	const words = ["--port=0", `--data=${data}`];
	if (options.demo) words.push("--demo");
	if (options.lang) words.push(`--lang=${options.lang}`);
	const [command = process.execPath, ...before] = [...(options.within ?? []), process.execPath];
	const child = spawn(command, [...before, entry, ...words], {
		cwd: root,
		env: { ...process.env, ...options.env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const errors: string[] = [];
	const ended = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
	const status = await Promise.race([
		firstStatus(child, errors),
		ended.then((code): never => {
			throw new Error(`the workstation ended with ${code}: ${errors.join("\n")}`);
		}),
	]);
	return {
		url: status.url,
		dir: data,
		ready: status.ready,
		reason: status.reason,
		errors: () => errors.join("\n"),
		stop() {
			child.kill("SIGTERM");
			return ended;
		},
		async kill() {
			child.kill("SIGKILL");
			await ended;
		},
	};
}

function firstStatus(child: ChildProcess, errors: string[]): Promise<Status> {
	return new Promise((done) => {
		const read = (stream: ChildProcess["stdout"], keep: (line: string) => void) => {
			if (!stream) return;
			createInterface({ input: stream }).on("line", (line) => {
				if (line.startsWith('{"ready":')) done(JSON.parse(line) as Status);
				else keep(line);
			});
		};
		read(child.stdout, () => undefined);
		read(child.stderr, (line) => errors.push(line));
	});
}
