/** Where things are in the project, and how its own programs are run. Used by every script here. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const windows = process.platform === "win32";

const running = new Set();

/** The pinned Node 24 once it is installed; until then whatever runs this. */
export function nodePath() {
	const pinned = join(root, "node_modules/node/bin", windows ? "node.exe" : "node");
	return existsSync(pinned) ? pinned : process.execPath;
}

/** What a person should read. stdout belongs to programs. */
export function say(line) {
	process.stderr.write(`${line}\n`);
}

/**
 * Runs a program to its end. What it prints goes to stderr unless `output` says otherwise ("ignore", "inherit").
 * @returns {Promise<number>} its exit code; 1 when it was killed or could not be started
 */
export function run(command, args, { env = {}, output = process.stderr, timeoutMs } = {}) {
	const child = spawn(command, args, {
		cwd: root,
		env: { ...process.env, ...env },
		stdio: ["ignore", output, output],
		...(timeoutMs && { timeout: timeoutMs, killSignal: "SIGKILL" }),
	});
	running.add(child);
	return new Promise((done) => {
		child.once("error", () => done(1));
		child.once("exit", (code) => done(code ?? 1));
	}).finally(() => running.delete(child));
}

/** When this script is told to stop, what it started stops with it. */
export function endPrograms() {
	for (const child of running) child.kill("SIGTERM");
}

/** A program of node_modules, run by the pinned Node: `tool("vite", "bin/vite.js")`. */
export function tool(name, path, args, options) {
	return run(nodePath(), [join(root, "node_modules", name, path), ...args], options);
}

/** npm itself, by the path npm gave us, since npm.cmd on Windows can't be started without a shell. */
export function npm(args) {
	const cli = process.env.npm_execpath;
	const env = { npm_config_loglevel: "error" };
	if (cli?.endsWith(".js")) return run(process.execPath, [cli, ...args], { env });
	return windows ? run("cmd.exe", ["/d", "/s", "/c", "npm", ...args], { env }) : run("npm", args, { env });
}
