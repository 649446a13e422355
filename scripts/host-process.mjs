/** A workstation process started by `npm start`: waits until it takes work, stops it, hands its exit code on. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { root } from "./project.mjs";

const passOn = (text) => void process.stderr.write(`${text}\n`);

/**
 * `log` gets what it writes besides its status.
 * @returns `{ready, ended, stop}`: `ready` resolves to what it said when it came up (undefined when it ended first),
 * `ended` to its exit code.
 */
export function startHost(command, args, { line, log = passOn }) {
	const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe", ...(line ? ["ipc"] : [])] });
	const ended = new Promise((done) => {
		child.once("error", () => done(1));
		child.once("exit", (code) => done(code ?? 1));
	});
	const ready = Promise.race([firstStatus(child, log), ended.then(() => undefined)]);
	const stop = () => {
		// A message works where signals don't (Windows).
		if (child.connected) child.send("stop", () => undefined);
		else child.kill("SIGTERM");
	};
	return { ready, ended, stop };
}

/** Takes work (a line on stdout) or only tells why it doesn't (the same on stderr); the rest is the log's. */
function firstStatus(child, log) {
	return new Promise((done) => {
		for (const stream of [child.stdout, child.stderr]) {
			createInterface({ input: stream }).on("line", (line) => {
				const status = parseStatus(line);
				if (status) done(status);
				else log(line);
			});
		}
	});
}

function parseStatus(line) {
	if (!line.startsWith('{"ready":')) return undefined;
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
}
