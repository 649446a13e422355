/** A program of its own that suites may kill: files of children/, run by the same Node. */
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

type Process = ChildProcessByStdio<null, Readable, null>;

export type Child = {
	process: Process;
	/** Every line it said so far. */
	said: string[];
	/** Resolves with the first line that starts so. Rejects when the program ends before. */
	line(start: string): Promise<string>;
	/** Resolves when so many lines were said. */
	lines(count: number): Promise<void>;
};

/** `wrapper` runs it inside something else: `["unshare", "-m", …]`. */
export function startChild(file: string, args: readonly string[], wrapper: readonly string[] = []): Child {
	const program = [...wrapper, process.execPath, join(import.meta.dirname, "children", file), ...args];
	const [command = "", ...rest] = program;
	const child = spawn(command, rest, { stdio: ["ignore", "pipe", "inherit"] });
	const said: string[] = [];
	const waiting = new Set<() => void>();
	createInterface({ input: child.stdout }).on("line", (line) => {
		said.push(line);
		for (const look of [...waiting]) look();
	});
	const until = <T>(found: () => T | undefined): Promise<T> =>
		new Promise((done, fail) => {
			const look = () => {
				const value = found();
				if (value === undefined) return;
				waiting.delete(look);
				done(value);
			};
			waiting.add(look);
			child.once("exit", () => {
				look();
				if (waiting.has(look)) fail(new Error(`${file} ended: ${said.join("\n")}`));
			});
			look();
		});
	return {
		process: child,
		said,
		line: (start) => until(() => said.find((line) => line.startsWith(start))),
		lines: async (count) => void (await until(() => (said.length >= count ? true : undefined))),
	};
}

/** Resolves with the exit code, null when it was killed. */
export function endOf(child: Process): Promise<number | null> {
	if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
	return new Promise((done) => child.once("close", done));
}
